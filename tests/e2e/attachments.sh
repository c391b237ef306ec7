#!/bin/sh
# What a deck carries: nothing unless asked; a warning when that publishes notes, or a text under embargo.
. "${srcdir:-.}/tests/lib.sh"
needs pdfdetach

deck() {
	small deck.md
	sed "s/^date:.*/&\\n$1/" deck.md >with && mv with deck.md
	printf '\n```notes\nÀ dire tout bas.\n```\n' >>deck.md
	run 0 "$ramure" build --to pdf deck.md
	cp err messages
	pdfdetach -list deck.pdf >out
}

deck 'lang: fr'
prints '0 embedded files'
silent

deck 'attach: source'
prints '1 embedded files' '1: deck.md'
says 'deck.md:4:9: warning: the attached source publishes the speaker notes [attach-notes]'
mkdir saved
pdfdetach -saveall -o saved deck.pdf
cmp deck.md saved/deck.md || fail "what is attached is not the source"
run 1 "$ramure" build --strict --to pdf deck.md

deck 'attach: source\nembargo: 23 novembre 2020'
says 'warning: the attached source publishes a text under embargo [attach-embargo]'
run 0 "$ramure" build --date 2020-11-23 --to pdf deck.md
if grep -q embargo err; then fail "a warning after the embargo has ended"; fi

# Notes are a file of their own, only when asked.
gone deck-notes.pdf
run 0 "$ramure" build --notes --to pdf deck.md
there deck-notes.pdf

# Files of one name in several folders keep names of their own.
small deck.md
sed 's/^date:.*/&\njoindre: tout/' deck.md >with && mv with deck.md
for folder in a b c; do
	mkdir "$folder"
	printf 'titre;durée\n%s;5 min\n' "$folder" >"$folder/points.csv"
	printf '\n## %s\n\n```ordre-du-jour\nde: %s/points.csv\n```\n' "$folder" "$folder" >>deck.md
done
run 0 "$ramure" build --root . --to pdf deck.md
pdfdetach -list deck.pdf >out
prints 'points.csv' 'points.csv (2)' 'points.csv (3)'
