#!/bin/sh
# LibreOffice opens every report, finds its headings and tables in it, and hands them on to Word and back.
. "${srcdir:-.}/tests/lib.sh"
. "$srcdir/tests/office.sh"
needs pdftotext pdfinfo

# shape ODT: what must survive: headings, contents, header rows, numbered captions, drawings, alternative texts of images,
# each with its count.
shape() {
	part "$1" >shaped
	for tag in text:h text:table-of-content table:table-header-rows text:sequence draw:g; do
		printf '%s %s\n' "$tag" "$(grep -c "<$tag[ >]" shaped)"
	done
	printf 'alt %s\n' "$(tr -d '\n' <shaped | grep -o '<draw:image [^>]*>\(<text:p/>\)\{0,1\}\(</draw:image>\)\{0,1\}\(<svg:title>[^<]*</svg:title>\)\{0,1\}<svg:desc>.' | wc -l)"
}

# numbered ODT PDF: each line of the contents and of the lists of tables and figures gives the page where its title stands.
# A line ends in leader dots and its number, put between @ here; a chapter's name is in the header of its pages too, so
# that it must be missing on the page before.
numbered() {
	part "$1" | sed 's/<text:p /\n&/g' | tr -d '\n' | sed 's/<text:a /\n&/g' |
		sed -n 's/<\/text:a><text:tab\/><text:bookmark-ref text:reference-format="page".*//p' |
		plain | squeezed >entries
	pdftotext "$2" - | squeezed | sed 's/\.\.*\([0-9][0-9]*\)$/@\1@/' | tr -d '\n' | tr '\f' '\n' >pages
	LC_ALL=C awk '
		FNR == NR { page[++pages] = $0; all = all $0; next }
		{
			at = index(all, $0 "@")
			if (!at) { print "not in the contents as printed: " $0; next }
			number = substr(all, at + length($0) + 1) + 0
			title = $0
			chapter = sub(/^[0-9]+[^0-9.]/, "&", title) && match($0, /^[0-9]+/)
			sub(/^[0-9][0-9.]*/, "", title)
			if (!index(page[number], title)) print "not on page " number ": " $0
			else if (chapter && index(page[number - 1], "." title)) print "begins before page " number ": " $0
		}' pages entries >wrong
	[ ! -s wrong ] || fail "$2: $(cat wrong)"
	cat entries >>all-entries
}

# A picture of one dot, with a caption and an alternative text.
mkdir made
printf '%s' iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg== |
	base64 -d >made/dot.png
cat >made/picture.md <<'MD'
---
titre: Une image
date: 2020-06-23
---

# Une partie

## Ce que montre une image

![Un point gris](dot.png "Un point")

| Nom | Valeur |
|-----|-------:|
| Un  |     12 |

Tableau : Une valeur
MD
# A cover that has everything to say, still one page.
{
	printf -- '---\ntitre: "%s"\nsous-titre: "%s"\nrésumé: "%s"\n' \
		"L’intérêt général, dès aujourd’hui l’affaire de tous : comment associations et collectivités s’allient pour agir" \
		"Sept ans de cheminement collectif, et ce que vingt-trois organisations proposent pour les trois prochaines" \
		"$(for i in 1 2 3; do printf 'Enseignements, avancées de 2020 et programme de mesures pour accélérer. '; done)"
	printf 'type: Rapport\névénement: Rencontre\ndate: 2020-06-23\nlieu: Vincennes\norganisation: Le Collectif\n'
	printf 'auteur: Ana Un\ncontact: contact@example.org\nconfidentialité: Diffusion restreinte\n'
	printf 'embargo: Sous embargo jusqu’au 23 novembre 2020\nlibellé-partenaires: Avec\npartenaires:\n'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23; do
		printf '  - Une organisation de plus, %s\n' "$i"
	done
	printf -- '---\n\n# Partie\n\n## Une section\n\nUn paragraphe.\n'
} >made/cover.md
mkdir built pdf again word back
for source in "$samples"/*/*.md; do
	run 0 "$ramure" build --root "$samples" --to odt "$source" -o built/
done
run 0 "$ramure" build --to odt made/picture.md -o built/
run 0 "$ramure" build --to odt made/cover.md -o built/
shape built/picture.odt >before
printf 'text:h 2\ntext:table-of-content 1\ntable:table-header-rows 1\ntext:sequence 2\ndraw:g 1\nalt 1\n' |
	diff - before >&2 || fail "the report lacks what it should have"

office pdf pdf built/*.odt
pdftotext -f 2 -l 2 pdf/cover.pdf - | grep -q '^Sommaire' || fail "a cover takes more than its page"
office odt again built/*.odt
office docx word built/*.odt
office odt back word/*.docx
for report in built/*.odt; do
	stem=$(basename "$report" .odt)
	there "pdf/$stem.pdf"
	# The cover's page has its own margins in Word's format too: what stands on it stays there.
	unzip -p "word/$stem.docx" word/document.xml | grep -o '<w:pgMar [^>]*>' | head -1 >margins
	grep -q 'w:footer="0"' margins || fail "$stem: in Word's format the cover has the margins of the pages behind it"
	[ "$(pdfinfo "pdf/$stem.pdf" | sed -n 's/^Pages: *//p')" -ge 2 ] || fail "$stem: LibreOffice sees one page only"
	pdftotext "pdf/$stem.pdf" - | tr -s '[:space:]' '\n' | sort -u >words
	part "$report" | sed -n '/<text:h /,/<\/text:h>/p' | sed 's/<[^>]*>/ /g' | tr -s '[:space:]' '\n' | sort -u |
		grep -E '^[A-Za-z]{4,}$' >titles || fail "$stem has no words in its headings"
	lost=$(comm -13 words titles)
	[ -z "$lost" ] || fail "$stem: these words of headings are not on the pages: $lost"
	numbered "$report" "pdf/$stem.pdf"
	shape "$report" >before
	shape "again/$stem.odt" | diff before - >&2 || fail "$stem: saving it again loses something"
	shape "back/$stem.odt" | diff before - >&2 || fail "$stem: Word's format loses something"
	# LibreOffice 7.4 writes what a drawing says into Word's format, but does not read it there.
	told "$report" >before
	told "again/$stem.odt" | diff before - >&2 || fail "$stem: saving it again loses a description"
	told "word/$stem.docx" | diff before - >&2 || fail "$stem: Word's format loses a description"
done
[ "$(wc -l <all-entries)" -gt 50 ] || fail "only $(wc -l <all-entries) lines of contents were found"
