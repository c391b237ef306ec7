#!/bin/sh
# Nothing is lost: every word of the polished document is in the deck, and in the report, as often as in the document.
. "${srcdir:-.}/tests/lib.sh"
needs pdftotext unzip

# words: one word a line, as a bag.  Signs, hyphens at a line's end and spaces of any width do not count.
words() {
	LC_ALL=C sed 's/\xc2\xad//g; s/\xc2\xa0/ /g; s/\xe2\x80[\x80-\x8f\xa8-\xaf]/ /g; s/\xe2\x80[\x90-\xbf]/ /g
		s/\xef\xac\x80/ff/g; s/\xef\xac\x81/fi/g; s/\xef\xac\x82/fl/g; s/\xef\xac\x83/ffi/g; s/\xef\xac\x84/ffl/g
		s/\xc2[\xa0-\xbf]/ /g; s/[0-9][0-9]*/ & /g' | LC_ALL=C tr -cs 'A-Za-z0-9\200-\377' '\n' |
		LC_ALL=C tr 'A-Z' 'a-z' | LC_ALL=C sort | sed '/^$/d'
}
# holds NAME WANTED GOT: every word of the first bag is in the second; a word longer than a line may be in pieces.
holds() {
	lost=$(LC_ALL=C comm -23 "$2" "$3" | grep -vE '.{40}' | uniq -c | head -20)
	[ -z "$lost" ] || fail "$1 lacks: $lost"
}
# text_of REPORT: the words of an ODF text, paragraph by paragraph; those of headers and footers stand with the styles.
text_of() {
	unzip -p "$1" content.xml styles.xml |
		sed 's/<text:s[ /][^>]*>/ /g; s/<text:tab[^>]*>/ /g; s/<text:line-break[^>]*>/\n/g; s/<\/text:[ph]>/\n/g; s/<\/svg:[a-z]*>/\n/g; s/<[^>]*>//g' |
		sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&apos;/'"'"'/g; s/&amp;/\&/g'
}

for source in "$samples"/*/*.md "$srcdir"/tests/e2e/conservation/*.md; do
	[ -f "$source" ] || continue
	stem=$(basename "$source" .md)
	run 0 "$ramure" build --root "$(dirname "$source")/.." "$source" -o "$stem"
	pdftotext "$stem.pdf" - | words >deck
	text_of "$stem.odt" | words >text
	for medium in slides report; do
		(cd "$builddir" && tests/tools/dump words-$medium "$source") >dumped
		grep -v '^~' dumped | words >$medium
		grep '^~' dumped | words | uniq >$medium-figures || :
		[ "$(cat $medium $medium-figures | wc -l)" -gt 20 ] || fail "$stem: too few words in the document"
	done
	uniq deck >deck-once
	uniq text >text-once
	holds "$stem.pdf" slides deck
	holds "$stem.pdf" slides-figures deck-once
	holds "$stem.odt" report text
	holds "$stem.odt" report-figures text-once
done
