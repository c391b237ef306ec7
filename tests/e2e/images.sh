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
