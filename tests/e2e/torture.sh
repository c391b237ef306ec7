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
