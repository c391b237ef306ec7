#!/bin/sh
# Spoilt images and fonts, through the whole command: a message or a fallback, never a crash, never half a deck.
. "${srcdir:-.}/tests/lib.sh"
needs pdftoppm fc-match

# spoil SEED FILE: gives 1 to 8 bytes other values, anywhere in the file, or cuts it.  The same seed spoils alike.
spoil() {
	awk -v seed="$1" -v size="$(wc -c <"$2")" 'BEGIN {
		for (i = 0; i < 9; i++) {
			seed = (seed * 16807 + 12345) % 2147483647
			draw[i] = seed
		}
		if (seed % 5 == 0) {
			print "cut", int(size * (draw[0] % 1000) / 1000)
			exit
		}
		# Half of them in the first bytes, where headers and tables of contents are.
		for (i = 0; i < 1 + seed % 8; i++)
			printf "%d \\%03o\n", draw[i] % (i % 2 ? size : size < 400 ? size : 400), int(draw[i + 1] / 7) % 256
	}' >spots
	while read -r at value; do
		case $at in
		cut) head -c "$value" "$2" >cut && mv cut "$2" ;;
		*) printf "$value" | dd of="$2" bs=1 seek="$at" conv=notrunc status=none ;;
		esac
	done <spots
}

# sound WHAT: the deck is there, or an error says why it is not.
sound() {
	rm -f deck.pdf
	status=0
	"$ramure" build --to pdf deck.md >out 2>err || status=$?
	if grep -qE 'Sanitizer|runtime error|crashed|ended too early|given up|needs more' err; then fail "$1: a crash"; fi
	case $status in
	0) there deck.pdf ;;
	1 | 3)
		gone deck.pdf
		grep -q 'error:' err || fail "$1: status $status without an error"
		;;
	*) fail "$1: status $status" ;;
	esac
}

small deck.md
run 0 "$ramure" build --to pdf deck.md
mkdir sound
pdftoppm -png -r 20 -f 1 -l 1 deck.pdf sound/rgb
pdftoppm -png -r 20 -f 1 -l 1 -gray deck.pdf sound/grey
pdftoppm -png -r 20 -f 1 -l 1 -mono deck.pdf sound/bits
pdftoppm -jpeg -r 20 -f 1 -l 1 deck.pdf sound/lossy
pdftoppm -jpeg -jpegopt progressive=y -r 20 -f 1 -l 1 deck.pdf sound/progressive
count=0
for seed in $(seq 1 40); do
	for image in sound/*; do
		extension=${image##*.}
		cp "$image" "image.$extension"
		spoil $((seed * 97 + count)) "image.$extension"
		printf '## Une image\n\n![un carré](image.%s)\n' "$extension" >deck.md
		sound "$image, seed $((seed * 97 + count))"
		count=$((count + 1))
	done
done
[ $count -ge 200 ] || fail "only $count images"

# The theme's own faces, spoilt one by one, are all that fontconfig finds.
small deck.md
mkdir fonts cache
cat >fonts.conf <<XML
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$folder/fonts</dir><cachedir>$folder/cache</cachedir></fontconfig>
XML
XDG_CACHE_HOME=$folder/cache
export XDG_CACHE_HOME
for seed in $(seq 1 32); do
	rm -rf fonts/* cache/*
	for style in Regular Bold Light Black; do
		cp "$(fc-match -f '%{file}' "Lato:style=$style")" fonts/Lato-$style.ttf
	done
	case $((seed % 4)) in
	0) spoil "$seed" fonts/Lato-Bold.ttf ;;
	1) spoil "$seed" fonts/Lato-Light.ttf ;;
	*) spoil "$seed" fonts/Lato-Regular.ttf ;;
	esac
	FONTCONFIG_FILE=$folder/fonts.conf sound "font, seed $seed"
done
