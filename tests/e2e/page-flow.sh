#!/bin/sh
# Where LibreOffice ends the pages of a report: no key message, source, author, row or closing opens one alone, no
# heading ends one, and chapters of a booklet begin one.
. "${srcdir:-.}/tests/lib.sh"
. "$srcdir/tests/office.sh"
needs pdftotext

# lines COUNT: as many, two an item: a page with more than 25 paragraphs LibreOffice breaks there before it sets them, and
# looks at what stays together only when it moves something on.
lines() {
	awk -v count="$1" 'BEGIN {
		for (i = 2; i <= count; i += 2) print "- une ligne<br>et une autre"
		if (count % 2) print "- une ligne"
		print ""
	}'
}
# table ROWS
table() {
	awk -v rows="$1" 'BEGIN { print "| A | B |\n|---|---|"; for (i = 1; i <= rows; i++) print "| rang | b |"; print "" }'
}
# What comes last is pushed over the end of a page line by line; each chapter begins one.
{
	printf -- '---\ntitre: Essai\n---\n\n'
	for count in 27 28 29 30 31 32 33 34 35 36; do
		printf '# Liste %s\n\n## Section\n\n' "$count"
		lines "$count"
		printf '```clé\nMessage\n```\n\n# Texte %s\n\n## Section\n\n' "$count"
		lines "$((count - 2))"
		printf 'Des mots, %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25
		printf 'enfin.\n\n```clé\nMessage\n```\n\n# Citation %s\n\n## Section\n\n' "$count"
		lines "$((count - 2))"
		printf '> Une citation.\n>\n> — Auteur inconnu\n\n# Titre %s\n\n## Section\n\n' "$count"
		lines "$((count - 1))"
		printf '### Un titre\n\nUn texte.\n\n'
	done
	for rows in 18 19 20 21 22 23 24; do
		for after in 'Source : une enquête\n\n' '```clé\nMessage\n```\n\n' 'Source : une enquête\n\n```clé\nMessage\n```\n\n' ''; do
			printf '# Tableau %s\n\n## Section\n\nUn texte.\n\n' "$rows"
			table "$rows"
			printf "$after"
			printf '# Tableau %s plus bas\n\n## Section\n\nUn texte.<br>Sur trois<br>lignes.\n\n' "$rows"
			table "$rows"
			printf "$after"
		done
	done
} >flow.md
run 0 "$ramure" build --to odt flow.md
for count in 22 23 24 25 26 27 28 29 30 31 32 33; do
	{
		printf -- '---\ntitre: Essai\n---\n\n# Partie\n\n## Section\n\n'
		lines "$count"
		printf '```clé\nMessage\n```\n\n```clôture\ntitre: Merci\ntexte: À bientôt.\n```\n'
	} >"end-$count.md"
	run 0 "$ramure" build --to odt "end-$count.md"
done
mkdir year
printf -- '---\ntitre: Carnet\n---\n\n# Avant\n\n## Mot\n\nUn mot.\n\n# Partie\n\n```inclure\nun.md\ndeux.md\n```\n' >year/year.md
printf -- '---\ntitre: Premier\n---\n\n## Section\n\nUn texte.\n' >year/un.md
printf -- '---\ntitre: Second\n---\n\n## Section\n\nUn texte.\n' >year/deux.md
run 0 "$ramure" build --to odt year/year.md
office pdf . flow.odt end-*.odt year/year.odt

# A page's first line is its header, its last one its footer.
for pdf in flow.pdf end-*.pdf; do
	pdftotext -layout "$pdf" - | sed 's/^ *//' | awk '
		function page() {
			if (count > 2) {
				first = line[2]; last = line[count - 1]; rows = 0
				for (i = 2; i < count; i++) rows += line[i] ~ /^rang/
				if (first ~ /^(Message|Source|Auteur|Merci|[AÀ] bientôt)/) print "opens a page: " first
				if (first ~ /^A +B$/ && rows < 2) print "a row alone"
				if (last ~ /^([0-9.]+ )?(Section|Un titre|A +B)$/) print "ends a page: " last
			}
			count = 0
		}
		/\f/ { page(); sub(/.*\f/, "") }
		NF { line[++count] = $0 }' >wrong
	[ ! -s wrong ] || fail "$pdf: $(sort wrong | uniq -c)"
done
[ "$(pdftotext flow.pdf - | tr -cd '\f' | wc -c)" -gt 130 ] || fail "nothing was pushed over the end of a page"

# The first chapter of a part stands under its heading, the next begins a page.
pdftotext -layout year.pdf - | awk 'BEGIN { RS = "\f" } /2\.1 Premier/ { print "first with part", /2\. Partie/ } /^ *2\.2 Second|\n *2\.2 Second/ { print "second with first", /2\.1 Premier/ }' >chapters
printf 'first with part 1\nsecond with first 0\n' >expected
grep -v Sommaire chapters | tail -2 | diff expected - >&2 || fail "chapters do not begin where they should"
