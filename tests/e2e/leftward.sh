#!/bin/sh
# Words that run leftward are read in the order in which they were written, whoever reads the deck; in their language,
# pages and reports run so.
. "${srcdir:-.}/tests/lib.sh"
needs pdftotext pdfinfo mutool qpdf unzip

cat >mixed.md <<'MD'
---
title: Deux sens
date: 2020-06-23
typography: none
---

## Une langue dans l'autre

Le mot שלום veut dire paix, et (שלום עולם) le monde.

שלום עולם, יש כאן (סוגריים) ו 42 **מספרים** וגם English words [בתוך](https://example.org) הטקסט.

שָׁלוֹם وَكَسْرَة
MD
run 0 "$ramure" build --to pdf mixed.md
mutool draw -q -F txt mixed.pdf 2>err | tr -s ' \n' ' ' >out
prints 'Le mot שלום veut dire paix, et (שלום עולם) le monde.' \
	'שלום עולם, יש כאן (סוגריים) ו 42 מספרים וגם English words בתוך הטקסט.' 'שָׁלוֹם' 'كَسْرَة'
# The order of the contents below each element is what a screen reader says.
pdfinfo -struct-text mixed.pdf >out 2>err
prints '"Le mot שלום veut dire paix, et (שלום עולם) le monde."' \
	'"שלום עולם, יש כאן (סוגריים) ו 42 מספרים וגם English words "' '"בתוך"' 'שָׁלוֹם' 'كَسْرَة'
# What puts words together by their places, and has its own marks for directions.
pdftotext mixed.pdf - | LC_ALL=C sed 's/\xe2\x80[\xaa-\xae]//g' >out
prints 'שלום' 'שלום עולם' 'סוגריים' 'בתוך הטקסט' 'English words'

# In a language that runs leftward pages begin at the right; tests/golden/leftward has every place.
run 0 "$ramure" build "$srcdir/tests/golden/leftward/input.md" -o ar
qpdf --qdf --object-streams=disable ar.pdf ar.qdf
grep -aq '/Direction /R2L' ar.qdf || fail "the deck does not say that it runs leftward"
grep -aq '/WritingMode /RlTb' ar.qdf || fail "its structure does not say so"
# place WORD: where it begins and ends, in points from the left.
place() {
	pdftotext -bbox ar.pdf - | grep -F ">$1<" | head -1 | sed 's/.*xMin="\([0-9]*\).*xMax="\([0-9]*\).*/\1 \2/' >out
	read -r begin end <out || fail "no '$1' in the deck"
}
place English.
[ "$end" -gt 850 ] || fail "the list ends at $end, not at the right"
place 14
[ "$end" -gt 850 ] || fail "the hours of the agenda end at $end"
place 3000
[ "$end" -lt 200 ] || fail "the second column ends at $end"
units=$end
place 12
[ "$end" = "$units" ] || fail "figures are not ranged by their units: $end, $units"
# The report: its pages and paragraphs; letters of such scripts have the sizes of all others.
unzip -p ar.odt styles.xml >out
prints 'style:writing-mode="rl-tb"' 'style:language-complex="ar"' 'style:font-size-complex="11pt"'
run 0 "$ramure" build --to odt mixed.md
unzip -p mixed.odt styles.xml >out
prints 'style:writing-mode="lr-tb"' 'style:font-size-complex="11pt"' 'style:font-weight-complex="bold"'
if grep -q 'rl-tb\|language-complex' out; then fail "a French report runs leftward"; fi

# A chapter that runs leftward, in a booklet that does not: its pages do, their foot stays where it is on all others.
cp "$srcdir/tests/golden/leftward/input.md" chapter.md
printf '\n```notes\nWords for the speaker.\n```\n' >>chapter.md
printf -- '---\ntitle: Recueil\ntype: booklet\ndate: 2020-12-31\n---\n\n## Mot\n\nBonjour.\n\n```include\nchapter.md\n```\n' >booklet.md
run 0 "$ramure" build --to pdf --notes booklet.md
source=$PWD/booklet.md
(cd "$builddir" && tests/tools/dump pages "$source") >out
[ "$(grep -c ' text 48,522.6 .*"Recueil"' out)" -gt 2 ] || fail "the foot moves"
grep -q ' text [78][0-9][0-9].*"Words in English."' out || fail "the chapter does not run leftward"
pdftotext -bbox booklet-notes.pdf - | grep -F '>speaker.<' | sed 's/.*xMax="\([0-9]*\).*/\1/' >out
read -r end <out
[ "$end" -gt 540 ] || fail "its notes end at $end"
