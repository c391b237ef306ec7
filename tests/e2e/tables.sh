#!/bin/sh
# Cells of a table in a deck name their headers, and every header can be found by its name.
. "${srcdir:-.}/tests/lib.sh"
needs qpdf pdftotext pdfinfo

small deck.md
printf '\n| Qui | Quoi | Quand |\n|---|---|---|\n| Ana | Écrire | Mai |\n| Luc | Relire | Juin |\n' >>deck.md
run 0 "$ramure" build --to pdf deck.md
qpdf --qdf --object-streams=disable deck.pdf plain.pdf
heads=$(grep -ac '/S /TH' plain.pdf)
cells=$(grep -ac '/S /TD' plain.pdf)
[ "$heads" -ge 3 ] && [ $((heads + cells)) = 9 ] || fail "$heads headers and $cells other cells"
[ "$(grep -ac '/Headers \[' plain.pdf)" = "$cells" ] || fail "a cell names no headers"
grep -aA4 '/Headers \[' plain.pdf | grep -ao '(h[0-9]*)' | sort -u >wanted
[ -s wanted ] || fail "no names"
while read -r name; do
	grep -aqF "/ID $name" plain.pdf || fail "no header is called $name"
	[ "$(grep -acF "$name" plain.pdf)" -ge 3 ] || fail "$name is not in the tree of names"
done <wanted

# A table that goes on by columns: each cell names the header of its column and its row's.
small wide.md
{
	printf '\n| Territoire |'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do printf ' Année %s |' "$i"; done
	printf '\n|---|'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do printf -- '--:|'; done
	for row in 1 2 3 4 5 6 7 8 9; do
		printf '\n| Région %s |' "$row"
		for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do printf ' %s%s 000 000 € |' "$row" "$i"; done
	done
	echo
} >>wide.md
run 0 "$ramure" build -v --to pdf wide.md
says '[wide-table]'
qpdf --qdf --object-streams=disable wide.pdf plain.pdf
[ "$(grep -ac '/S /TH' plain.pdf)" = 24 ] && [ "$(grep -ac '/S /TD' plain.pdf)" = 126 ] || fail "cells are lost or doubled"
[ "$(grep -ac '/Headers \[' plain.pdf)" -ge 126 ] || fail "a cell of a wide table names no headers"
[ "$(grep -aA4 '/Headers \[' plain.pdf | grep -ao '(h[0-9]*)' | sort -u | wc -l)" -ge 23 ] || fail "a header is named by none"

# On a narrow page the fourth column goes under the main text; states keep a column of their own.
small narrow.md
sed -i "1s/.*/&\nformat: '4:3'/" narrow.md
cat >>narrow.md <<'END'

```décisions
- id: D1
  quoi: Réunir les copilotes et le secrétariat avant la fin de l'été
  qui: Pierre-Dominique Vitoux
  échéance: 2020-09-15
- id: D2
  quoi: Diffuser la lettre aux élus
  qui: Le secrétariat général
  échéance: 2020-07-08
```
END
run 0 "$ramure" build --to pdf narrow.md
pdftotext -layout narrow.pdf - | grep -q 'Décision  *Qui  *État' || fail "the state has no column on a narrow page"
# What stands there says what it is, where it is anything; who hears the page has the header for that.
pdftotext -layout narrow.pdf - | LC_ALL=C sed 's,\xc2\xa0, ,g' >words
grep -q 'Échéance : 15 septembre 2020' words || fail "what stands under a decision is not named"
sed -i '/^  échéance: 2020-07-08/d' narrow.md
run 0 "$ramure" build --to pdf narrow.md
[ "$(pdftotext narrow.pdf - | grep -c Échéance)" = 2 ] || fail "an empty cell is named"
pdfinfo -struct-text narrow.pdf >read
if grep 'Échéance.*:' read; then fail "the name of a column is read again in its cells"; fi
