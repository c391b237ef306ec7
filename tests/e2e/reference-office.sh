#!/bin/sh
# A template that LibreOffice made: the report looks like it there, stays valid ODF, and serves as a template itself.
. "${srcdir:-.}/tests/lib.sh"
. "$srcdir/tests/office.sh"
needs pdftotext pdffonts pdftoppm
PATH=$PATH:${HOME:-/root}/.local/bin

office odt made "$srcdir/tests/e2e/reference/modele.fodt"
june=reunion-2020-06-23
run 0 "$ramure" build --to odt --root "$samples" --reference made/modele.odt "$samples/$june/$june.md" -o june.odt
silent
run 0 "$ramure" build --to odt --root "$samples" --reference june.odt "$samples/$june/$june.md" -o again.odt
# Built without a template, a report has every style: one that takes them looks like it.
run 0 "$ramure" build --to odt --root "$samples" "$samples/$june/$june.md" -o plain.odt
run 0 "$ramure" build --to odt --root "$samples" --reference plain.odt "$samples/$june/$june.md" -o plain-again.odt
silent
run 0 "$ramure" build --to odt --root "$samples" --reference made/modele.odt "$samples/mesures-2020/mesures-2020.md" -o wide.odt
office pdf made june.odt again.odt wide.odt
pdffonts made/june.pdf >fonts
grep -q DejaVuSerif fonts || fail "the report is not set in the template's font"
if grep Lato fonts >&2; then fail "words are set in the theme's font"; fi
pdftotext -layout made/june.pdf words
grep -q 'La maison commune' words || fail "the header is not shown"
grep -q 'Le cheminement du Collectif . page 3' words || { head -100 words >&2; fail "the footer's chapter and page are not alive"; }
# Its letters are wider than the theme's: columns are as wide as their words need.
pdftotext -layout made/wide.pdf words
grep -q 'Satisfaisant .*Retard .*Remis en' words || { grep -A4 'Dimension' words >&2; fail "a header is broken inside a word"; }
# The headings' red, on the page of the first chapter.
pdftoppm -r 50 -f 3 -l 3 made/june.pdf page
od -An -v -tu1 -w3 page-*.ppm | awk '$1 > 150 && $2 < 40 && $3 < 70 { n++ } END { exit n < 10 }' ||
	fail "the headings have not the template's colour"
# The template justifies its text: not a message of one line and a word.
unzip -p june.odt styles.xml | sed 's/<style:style /\n&/g' | grep '"Message_cle"' | grep -q 'fo:text-align="start"' ||
	fail "the words of a message are spaced out"
pdftotext made/again.pdf again.txt
pdftotext made/june.pdf june.txt
cmp again.txt june.txt || fail "a report as a template gives another report"
for tool in jing odfvalidator; do
	command -v $tool >/dev/null || { [ "${RAMURE_VALIDATORS-}" != required ] || fail "$tool is missing"; continue; }
	case $tool in
	odfvalidator) odfvalidator -c june.odt again.odt plain-again.odt >out 2>&1 || { cat out >&2; fail "ODF Validator is not content"; } ;;
	jing)
		schema=$(ls /usr/share/emacs/*/etc/schema/OpenDocument-schema-v1.3.rnc 2>/dev/null | head -1)
		[ -n "$schema" ] || continue
		for report in june again plain-again; do
			unzip -p $report.odt styles.xml >$report.xml
			jing -c -i "$schema" $report.xml >out || { cat out >&2; fail "$report: styles.xml is not valid"; }
		done
		;;
	esac
done
