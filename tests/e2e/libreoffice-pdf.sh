#!/bin/sh
# The PDF that LibreOffice makes of a report can be read by everyone: headings, header cells, contents that lead to the
# pages they name, figures that say what they show.
. "${srcdir:-.}/tests/lib.sh"
. "$srcdir/tests/office.sh"
needs pdfinfo pdftohtml qpdf
PATH=$PATH:${HOME:-/root}/.local/bin

# objects PDF: each of its objects on a line.
objects() {
	qpdf --qdf --object-streams=disable "$1" - | LC_ALL=C awk '
		/^[0-9]+ 0 obj$/ { object = ""; inside = 1; next }
		/^endobj$/ { if (inside) print object; inside = 0 }
		/^stream$/ { inside = 0; print object }
		inside { object = object " " $0 }'
}
# tagged TAG: how many structure elements of that type there are.
tagged() {
	grep -c "/S /$1 .*/Type /StructElem" elements || :
}

# seen COUNT WHAT: in the report that has everything there are some, or the test counts what it does not see.
seen() {
	[ "$stem" != everything ] || [ "$1" -gt 0 ] || fail "the test sees no $2"
}

mkdir pdf
reports built
on='{"type":"boolean","value":"true"}'
office "pdf:writer_pdf_Export:{\"UseTaggedPDF\":$on,\"PDFUACompliance\":$on}" pdf built/*.odt

for report in built/*.odt; do
	stem=$(basename "$report" .odt)
	pdfinfo "pdf/$stem.pdf" >info
	grep -q '^Tagged: *yes' info || fail "$stem: not tagged"
	grep -q '^Title: *[^ ]' info || fail "$stem: no title"
	objects "pdf/$stem.pdf" >elements
	grep '/Type /Catalog' elements | grep -q '/Lang (fr-FR)' || fail "$stem: no language"

	part "$report" >tags
	for level in 1 2 3 4; do
		written=$(grep -c "<text:h .*outline-level=\"$level\"" tags || :)
		[ "$(tagged "H$level")" = "$written" ] || fail "$stem: $(tagged "H$level") of $written headings of level $level"
	done
	written=$(sed -n '/<table:table-header-rows>/,/<\/table:table-header-rows>/p' tags | grep -c '<table:table-cell ' || :)
	seen $written "header cells"
	[ "$(tagged TH)" -ge "$written" ] || fail "$stem: $(tagged TH) of $written header cells"
	grep '/S /Figure .*/Type /StructElem' elements | grep -v '/Alt ' >mute || :
	written=$(grep -c '<draw:\(g\|image\) ' tags || :)
	seen $written figures
	[ "$(tagged Figure)" -ge "$written" ] || fail "$stem: $(tagged Figure) figures of $written"
	[ ! -s mute ] || fail "$stem: $(wc -l <mute) figures say nothing: $(head -1 mute)"

	# A line of the contents leads to the page whose number it ends in.
	pdftohtml -xml -stdout -i -l 4 "pdf/$stem.pdf" | grep '\.\.\.' | sed 's/<\/\{0,1\}[^a\/][^>]*>//g' >lines
	sed -n 's/.*<a href="[^"]*#\([0-9]*\)">.*<a href="[^"]*#\([0-9]*\)">\([0-9]*\)<.*/\1 \2 \3/p' lines >leads
	[ "$(wc -l <leads)" -gt 4 ] || { cat lines >&2; fail "$stem: only $(wc -l <leads) lines of contents"; }
	awk '$1 != $3 || $2 != $3 { print "to " $1 ", " $2 " instead of " $3 }' leads >wrong
	[ ! -s wrong ] || fail "$stem: links of the contents lead elsewhere: $(cat wrong)"
done

# What the reference validator still finds is LibreOffice's: it tags neither lines above and below paragraphs (7.1-3) nor
# notes and their links as it should (7.9-1, 7.18.5-1), and names an order of tabulation in a string (7.18.3-1).
command -v verapdf >/dev/null || exit 0
verapdf --flavour ua1 --format text -v pdf/*.pdf >out 2>err || :
grep -q 'ua1$' out || fail "veraPDF has not looked"
if grep -E '^ +FAIL' out | grep -vE ' (7\.1-3|7\.9-1|7\.18\.3-1|7\.18\.5-1)$' >&2; then fail "a PDF of the report is worse than need be"; fi
