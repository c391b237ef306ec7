#!/bin/sh
# Every sample builds without a warning, and other programs read what is written.
. "${srcdir:-.}/tests/lib.sh"
needs pdfinfo pdffonts pdftotext qpdf unzip

schema=$(ls /usr/share/emacs/*/etc/schema/OpenDocument-schema-v1.3.rnc 2>/dev/null | head -1) || :
built=0
for source in "$samples"/*/*.md; do
	stem=$(basename "$source" .md)
	run 0 "$ramure" build --strict --root "$samples" "$source" -o "$stem"
	silent
	there "$stem.pdf" "$stem.odt"
	built=$((built + 1))

	pdfinfo "$stem.pdf" >info 2>err
	silent
	for words in 'Tagged: *yes' 'PDF version: *1.7' 'Encrypted: *no' 'Title: *[^ ]'; do
		grep -q "$words" info || fail "$stem.pdf: no '$words' in what pdfinfo says"
	done
	pdffonts "$stem.pdf" | tail -n +3 | awk '{ print $(NF-4) }' | grep -q no && fail "$stem.pdf: a font is not embedded"
	run 0 qpdf --check "$stem.pdf"
	run 0 pdfinfo -struct-text "$stem.pdf"
	prints "H1"
	if command -v mutool >/dev/null; then
		run 0 mutool draw -q -r 20 -o /dev/null -F png "$stem.pdf"
		if grep -i error err >&2; then fail "$stem.pdf: mutool is not content"; fi
	fi
	run 0 pdftotext "$stem.pdf" -
	silent

	run 0 unzip -tq "$stem.odt"
	[ "$(unzip -Z1 "$stem.odt" | head -1)" = mimetype ] || fail "$stem.odt: mimetype is not the first entry"
	if command -v jing >/dev/null && [ -n "$schema" ]; then
		for part in content.xml styles.xml meta.xml; do
			unzip -p "$stem.odt" $part >"$part"
			run 0 jing -i -c "$schema" "$part"
		done
	fi
done
[ "$built" -ge 4 ] || fail "only $built samples were found"
