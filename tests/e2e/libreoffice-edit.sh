#!/bin/sh
# A colleague corrects the report in Word's format: the edit comes back, and nothing else is lost.
. "${srcdir:-.}/tests/lib.sh"
. "$srcdir/tests/office.sh"

# edited DOCX: the first paragraph of the text ends in other words, and one more stands behind it.
edited() {
	mkdir parts
	unzip -qo "$1" -d parts
	# Paragraphs begin and end lines here, and nowhere else; inside drawings there are none of the text's style.
	sed 's/<w:p>/\n&/g; s/<\/w:p>/&\n/g' parts/word/document.xml | awk '
		!done && /<w:pStyle w:val="TextBody"\/>/ && /<\/w:t><\/w:r><\/w:p>$/ {
			style = $0
			sub(/<\/w:t><\/w:r><\/w:p>$/, " Relu par une collègue.</w:t></w:r></w:p>")
			print
			print "<w:p><w:pPr><w:pStyle w:val=\"TextBody\"/></w:pPr><w:r><w:t>Un alinéa de plus.</w:t></w:r></w:p>"
			done = 1
			next
		}
		{ print }
		END { exit !done }' | tr -d '\n' >document.xml || fail "$1: no paragraph to edit"
	mv document.xml parts/word/document.xml
	unzip -Z1 "$1" >names
	set --
	while read -r name; do set -- "$@" "$name=parts/$name"; done <names
	"$builddir/tests/tools/pack" edited.docx "$@"
	rm -r parts
}

# kept ODT: what must be the same afterwards, a line each.
kept() {
	unzip -p "$1" content.xml | tr '\n' ' ' >content
	sed 's/<text:h /\n&/g; s/<\/text:h>/&\n/g' content | grep '^<text:h ' |
		sed 's/^<text:h [^>]*outline-level="\([1-6]\)"[^>]*>/level \1: /' | plain | squeezed
	# The entries of the contents and of the lists behind them, without their pages.
	sed 's/<text:index-body>/\n&/g; s/<\/text:index-body>/&\n/g' content | grep '^<text:index-body>' |
		sed 's/<text:p /\n&/g' | grep '<text:a ' | sed 's/<text:tab\/>.*//' | plain | squeezed
	# Captions: the paragraphs that count.
	sed 's/<text:p /\n&/g; s/<\/text:p>/&\n/g' content | grep '<text:sequence ' | plain | squeezed
	part "$1" >tags
	printf '%s rows repeat\n' "$(grep -c '<table:table-header-rows>' tags)"
	printf '%s tables, %s drawings, %s notes\n' "$(grep -c '<table:table ' tags)" "$(grep -c '<draw:g ' tags)" \
		"$(grep -c '<text:note-body>' tags)"
	texts text:note-body "$1"
	# References are fields that follow what they name; pages are counted by who opens the file.
	sed 's/.*<\/text:index-body>//; s/<text:\(bookmark\|sequence\)-ref /\n&/g' content |
		sed -n 's/^<text:[a-z]*-ref [^>]*"page".*/refers to a page/p; t
			s/^<text:[a-z]*-ref [^>]*>\([^<]*\)<.*/refers to \1/p'
}

mkdir word back
reports built
kept built/everything.odt >all
for line in 'level1:Unepremièrepartie' '1.1Cequemontreuneimage' 'Tableau1.Unevaleur' '4 rows repeat' \
	'4 tables, 2 drawings, 1 notes' 'Letextedelanote.' 'refers to 1.2' 'refers to 1'; do
	grep -qFx "$line" all || { cat all >&2; fail "the test does not see '$line' in the report"; }
done
office docx word built/*.odt
for report in built/*.odt; do
	stem=$(basename "$report" .odt)
	edited "word/$stem.docx"
	mv edited.docx "word/$stem.docx"
done
office odt back word/*.docx
for report in built/*.odt; do
	stem=$(basename "$report" .odt)
	kept "$report" >before
	kept "back/$stem.odt" | diff before - >&2 || fail "$stem: the trip to Word and back loses something"
	unzip -p "back/$stem.odt" content.xml | sed 's/<\/text:p>/\n/g' | plain | squeezed >words
	grep -q 'Reluparunecollègue\.$' words || fail "$stem: a correction is lost"
	grep -A1 'Reluparunecollègue\.$' words | grep -qx 'Unalinéadeplus\.' || fail "$stem: a paragraph that was added is lost"
	# Images keep their descriptions; LibreOffice 7.4 does not read those of drawings in Word's format, which has them.
	told "$report" >before
	told "word/$stem.docx" | diff before - >&2 || fail "$stem: Word's format loses a description"
done
told back/everything.odt | grep -qx 'Un point gris' || fail "an image has lost its description"
