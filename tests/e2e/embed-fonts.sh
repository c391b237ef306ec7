#!/bin/sh
# With embed-fonts a report brings its fonts: LibreOffice shows them where they are not installed, and keeps them.
. "${srcdir:-.}/tests/lib.sh"
. "$srcdir/tests/office.sh"
needs pdffonts

small
run 0 "$ramure" build --to odt --embed-fonts small.md -o asked
sed 's/^date:.*/&\nincorporer-polices: oui/' small.md >said.md
run 0 "$ramure" build --to odt said.md
silent
cmp asked.odt said.odt || fail "the command and the front matter do not mean the same"
run 0 "$ramure" build --to odt small.md -o without
[ "$(unzip -l without.odt | grep -c Fonts/)" = 0 ] || fail "fonts are put in unasked"
unzip -p asked.odt META-INF/manifest.xml | tr '<' '\n' >manifest
unzip -Z1 asked.odt | grep Fonts/ >fonts || fail "no font is put in"
while read -r font; do
	grep -q "full-path=\"$font\"" manifest || fail "the manifest lacks $font"
done <fonts

# A machine that has DejaVu alone.
cat >fonts.conf <<XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>$folder/fonts.cache</cachedir></fontconfig>
XML
# elsewhere FORMAT FILE: converted where the fonts are not installed.
elsewhere() {
	FONTCONFIG_FILE=$folder/fonts.conf HOME=$folder office "$1" shown "$2"
}
elsewhere pdf asked.odt
elsewhere pdf without.odt
pdffonts shown/asked.pdf >fonts
for font in Lato-Regular Lato-Black; do
	grep -q "+$font " fonts || { cat fonts >&2; fail "$font is not shown"; }
done
if pdffonts shown/without.pdf | grep Lato >&2; then fail "this machine has Lato after all: the test shows nothing"; fi
elsewhere odt asked.odt
[ "$(unzip -l shown/asked.odt | grep -c Fonts/)" -gt 0 ] || fail "saved again, the report has lost its fonts"
