#!/bin/sh
# A source that is too much everywhere: nothing is lost, whatever continues.
. "${srcdir:-.}/tests/lib.sh"
needs pdftotext

cp -r "$srcdir/tests/e2e/torture" .
run 0 "$ramure" build -v --to pdf torture/torture.md
says '[long-title]'
pdftotext torture/torture.pdf words
tr '\n' ' ' <words | sed 's/ / /g; s/ / /g; s/  */ /g' >line
count() {
	grep -o "$1" line | sort -u | wc -l
}
[ "$(count 'Mesure numéro [0-9]* sur')" = 60 ] || fail "rows of the table are lost"
[ "$(count 'Point [0-9]* de la réunion')" = 40 ] || fail "items of the agenda are lost"
[ "$(count 'élément [0-9]* de la liste')" = 40 ] || fail "items of the list are lost"
[ "$(count 'valeur [0-9]* assez')" = 54 ] || fail "cells are lost"
for words in 'sa légende' 'quatrième ligne' 'troisième niveau' 'Une note au pied' 'Quelqu' 'Une phrase clé' 'voient émerger'; do
	grep -qF "$words" line || fail "'$words' is lost"
done

for words in 'dans les mairies' 'accepter de ne pas savoir' 'return plan_of' 'Provence-Alpes' 'Huit jours avant' 'La phrase qui reste'; do
	grep -qF "$words" line || fail "'$words' is lost"
done
# Four sections, a table and a key message share a page, in every theme and format.
for theme in collectif territoires sobre; do
	for format in 16:9 4:3 A4; do
		sed "s/^date:.*/&\nthème: $theme\nformat: '$format'/" torture/torture.md >torture/other.md
		run 0 "$ramure" build --to pdf torture/other.md
		pdftotext torture/other.pdf - | tr '\n\014' ' \n' >pages
		grep 'Quatre choses sur une page' pages | grep -q 'Une phrase de quelqu.*A *B\|A *B.*Une phrase de quelqu' ||
			fail "$theme, $format: four sections do not share a page"
	done
done
# Nine columns in the narrow format: short headers stay on one line.
sed "s/^date:.*/&\nformat: '4:3'/" torture/torture.md >torture/narrow.md
run 0 "$ramure" build --to pdf torture/narrow.md
pdftotext -layout torture/narrow.pdf - | grep -q 'Colonne 0 *Colonne 1 .*Colonne 8' || fail "headers of nine columns wrap"
