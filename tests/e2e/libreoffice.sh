#!/bin/sh
# LibreOffice opens every report, and finds its headings and tables in it.
. "${srcdir:-.}/tests/lib.sh"
needs soffice pdftotext pdfinfo unzip

# office FORMAT FILE: converted beside it.
office() {
	timeout 180 soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$1" --outdir . "$2" \
		>out 2>err || fail "LibreOffice cannot convert $2 to $1"
}

for source in "$samples"/*/*.md; do
	stem=$(basename "$source" .md)
	run 0 "$ramure" build --root "$samples" --to odt "$source" -o "$stem"
	office pdf "$stem.odt"
	there "$stem.pdf"
	[ "$(pdfinfo "$stem.pdf" | sed -n 's/^Pages: *//p')" -ge 2 ] || fail "$stem: LibreOffice sees one page only"
	pdftotext "$stem.pdf" - | tr -s '[:space:]' '\n' | sort -u >words
	unzip -p "$stem.odt" content.xml | grep -o '<text:h [^>]*>[^<]*' | sed 's/.*>//' | tr -s '[:space:]' '\n' | sort -u |
		grep -E '^[A-Za-z]{4,}$' >titles || :
	lost=$(comm -13 words titles)
	[ -z "$lost" ] || fail "$stem: these words of headings are not on the pages: $lost"
done
