#!/bin/sh
# Nothing is lost: every word of the polished document is in the deck, and in the report, as often as in the document.
. "${srcdir:-.}/tests/lib.sh"
needs pdftotext unzip

# words: one word a line, as a bag.  Signs, hyphens at a line's end and spaces of any width do not count.
words() {
	sed 's/­//g; s/ﬁ/fi/g; s/ﬂ/fl/g; s/ﬀ/ff/g; s/ﬃ/ffi/g; s/ﬄ/ffl/g' | tr -cs '[:alnum:]\200-\377' '\n' | sort
}
# holds NAME WANTED GOT: every word of the first bag is in the second.
holds() {
	lost=$(comm -23 "$2" "$3" | uniq -c | head -20)
	[ -z "$lost" ] || fail "$1 lacks: $lost"
}
# text_of REPORT: the words of an ODF text, paragraph by paragraph.
text_of() {
	unzip -p "$1" content.xml |
		sed 's/<text:s[^>]*>/ /g; s/<text:tab[^>]*>/ /g; s/<text:line-break[^>]*>/\n/g; s/<\/text:[ph]>/\n/g; s/<[^>]*>//g' |
		sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&apos;/'"'"'/g; s/&amp;/\&/g'
}

for source in "$samples"/*/*.md "$srcdir"/tests/e2e/conservation/*.md; do
	[ -f "$source" ] || continue
	stem=$(basename "$source" .md)
	run 0 "$ramure" build --root "$(dirname "$source")/.." "$source" -o "$stem"
	(cd "$builddir" && tests/tools/dump words-slides "$source") | words >slides
	(cd "$builddir" && tests/tools/dump words-report "$source") | words >report
	[ "$(wc -l <slides)" -gt 20 ] || fail "$stem: only $(wc -l <slides) words in the document"
	pdftotext "$stem.pdf" - | words >deck
	text_of "$stem.odt" | words >text
	holds "$stem.pdf" slides deck
	holds "$stem.odt" report text
done
