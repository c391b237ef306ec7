#!/bin/sh
# What a report must keep, whatever the source: whole images, levels of headings that agree with their numbers.
. "${srcdir:-.}/tests/lib.sh"
needs unzip

# A line of exactly so many points would cut the image that stands in it as a character.
small
run 0 "$ramure" build --to odt small.md
unzip -p small.odt styles.xml >styles
grep -q 'style:line-height-at-least="[0-9.]*pt"' styles || fail "no style has a line height"
if grep -o 'fo:line-height="[0-9.]*pt"' styles; then fail "a line height is exact"; fi

# Without a word of front matter: no cover, and sections below their part.
printf '# Une partie\n\nTexte.\n\n## Une section\n\nTexte.\n\n## Une autre\n\nTexte.\n' >bare.md
run 0 "$ramure" build --to odt bare.md
unzip -p bare.odt content.xml >content
if grep -q 'Fond_de_couverture" draw:name' content; then fail "a cover stands under the first page"; fi
grep -q '<text:h text:style-name="Heading_20_1"[^>]*>.*Une partie' content || fail "the part is no chapter"
grep -q '<text:h text:style-name="Heading_20_2"[^>]*><[^>]*>Une section' content || fail "the slide is no section"
