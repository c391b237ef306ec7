#!/bin/sh
# An image has its caption and its source under it, whatever its size.
. "${srcdir:-.}/tests/lib.sh"
needs pdftoppm pdftotext

small deck.md
run 0 "$ramure" build --to pdf deck.md
for resolution in 10 200; do
	pdftoppm -png -singlefile -r $resolution deck.pdf image
	{
		printf -- '---\ntitle: Des images\n---\n\n## Une image\n\n![un carré](image.png)\n\n'
		printf 'Figure : sa légende\n\nSource : son auteur\n'
	} >images.md
	run 0 "$ramure" build --to pdf images.md
	pdftotext images.pdf out
	prints 'sa légende' 'son auteur'
done

# The organisation's logo is on both covers, once, described by its name, which the report has said already.
printf -- '---\ntitle: Des images\norganisation: Les Amis\nlogo: image.png\npartners:\n  - La Ville\n---\n\n## A\n\nUn\n' >logo.md
run 0 "$ramure" build logo.md
if command -v pdfimages >/dev/null; then
	[ "$(pdfimages -list logo.pdf | grep -c ' image ')" = 1 ] || fail "the deck does not show the logo"
fi
if command -v unzip >/dev/null; then
	unzip -p logo.odt content.xml >content
	[ "$(grep -o '<draw:image ' content | wc -l)" = 1 ] || fail "the report does not show the logo"
	grep -q '<svg:desc>Les Amis</svg:desc>' content || fail "nothing describes the logo"
	[ "$(sed 's/<svg:desc>[^<]*//g' content | grep -o 'Les Amis' | wc -l)" = 1 ] || fail "the organisation is named twice"
fi
run 0 "$ramure" check logo.md
if grep -q "image.png" err; then fail "the logo is said to be unused"; fi

# A strip as wide as an image may be; a header that promises sixty thousand pixels both ways; one too wide by a pixel.
# header WIDTH HEIGHT: the first bytes of a PNG of grey pixels; nobody looks at the sums of its chunks before.
header() {
	printf '\211PNG\r\n\032\n\0\0\0\015IHDR'
	for side; do
		printf "\\$(printf %o $((side >> 24)))\\$(printf %o $((side >> 16 & 255)))"
		printf "\\$(printf %o $((side >> 8 & 255)))\\$(printf %o $((side & 255)))"
	done
	printf '\010\0\0\0\0sums\0\0\0\0IDATsums\0\0\0\0IENDsums'
}
for case in '60000 60000 its header promises more than it holds' '60001 10 60001 × 10 pixels are too many' \
	'0 10 it has no width or no height'; do
	# shellcheck disable=SC2086 # its first words are the sides
	set -- $case
	header "$1" "$2" >large.png
	shift 2
	printf '## Une image\n\nAvant.\n\n![un carré](large.png)\n' >large.md
	run 1 "$ramure" build large.md
	says "large.md:5:1: error: image 'large.png' cannot be used: $*" 'hint:'
	gone large.pdf large.odt
done
if command -v python3 >/dev/null; then
	python3 - <<'PY'
import struct, zlib
def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
for name, width, height in ("strip", 60000, 10), ("tall", 10, 60000):
    with open(name + ".png", "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
                chunk(b"IDAT", zlib.compress((b"\0" + b"\x80" * width) * height)) + chunk(b"IEND", b""))
PY
	printf '## Des images\n\n![une bande](strip.png)\n\nEntre les deux.\n\n![une tour](tall.png)\n\nAprès.\n' >strips.md
	run 0 "$ramure" build strips.md
	pdftotext strips.pdf out
	prints 'Entre les deux.' 'Après.'
fi

# An image beside text stands on the first page, however far the text behind which it is written goes on: links lead
# there, and the note that its caption calls stands there.
pdftoppm -png -singlefile -r 20 deck.pdf image
{
	printf -- '---\ntitle: À côté\n---\n\n## Texte et image\n\n'
	for i in $(seq 30); do printf 'Le collectif se réunit %d fois pour échanger, partager, construire et décider.\n\n' $i; done
	printf '![un carré](image.png){#carre width=30%%}\n\nFigure : sa légende[^n]\n\n[^n]: Sa note.\n\n'
	printf '## Autre\n\nVoir [le carré](#carre).\n'
} >beside.md
run 0 "$ramure" build --to pdf beside.md
pdftotext -f 2 -l 2 beside.pdf out
prints 'sa légende' 'Sa note.'
source=$PWD/beside.md
(cd "$builddir" && tests/tools/dump pages "$source") >out
grep -q 'link .* page 2 "le carré"' out || fail "the link does not lead to the image: $(grep link out)"
grep -q '^page 4' out || fail "the text does not go on: the test proves nothing"
