#!/bin/sh
# Cells of a table in a deck name their headers, and every header can be found by its name.
. "${srcdir:-.}/tests/lib.sh"
needs qpdf

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
