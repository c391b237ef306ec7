#!/bin/sh
# A template gives the report its styles, pages, header and footer; one that is none, lacks styles or means harm is
# refused with its place, and nothing is written.
. "${srcdir:-.}/tests/lib.sh"
needs unzip

pack() {
	(cd "$folder" && "$builddir/tests/tools/pack" "$@") || fail "no package: $*"
}
# template NAME: from mimetype, styles.xml and what else is named.
template() {
	name=$1
	shift
	rm -f "$name"
	pack "$name" mimetype=type META-INF/manifest.xml=manifest styles.xml=styles.xml "$@"
}
# entries ODT PART: a tag a line.
part() {
	unzip -p "$1" "$2" | sed 's/></>\n</g'
}

printf application/vnd.oasis.opendocument.text >type
echo '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>' >manifest
printf '%s' iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg== | base64 -d >dot.png
# What LibreOffice makes of it is in reference-office.sh.
sed '/<office:body>/,/<\/office:body>/d; s/<office:document /<office:document-styles /; s,</office:document>,</office:document-styles>,
	s,<office:binary-data>.*</office:binary-data>,,; s,<draw:image>,<draw:image xlink:href="Pictures/logo.png" xlink:type="simple">,' \
	"$srcdir/tests/e2e/reference/modele.fodt" >good.xml
cat >report.md <<'MD'
---
titre: Un rapport
date: 2020-06-23
organisation: Le Collectif
pied-de-page: Version de travail
embargo: Sous embargo jusqu'au 23 novembre 2020
---

# Une partie

## Une section

Quelques mots.

### Un détail

| Nom | Valeur |
|-----|-------:|
| Un  |     12 |

## Une large {.wide}

Sur une page en paysage.
MD

# ---- What it gives ----

cp good.xml styles.xml
template good.odt Pictures/logo.png=dot.png
run 0 "$ramure" build --to odt --reference good.odt --depfile rule report.md
silent
grep -q ' good.odt$\|/good.odt$\|/good.odt ' rule || { cat rule >&2; fail "the depfile lacks the template"; }
part report.odt styles.xml >styles
grep -A3 'style:name="Heading_20_1"' styles | grep -q '#b00020' || fail "the heading is not the template's"
grep -q 'style:name="Encadre_20_maison"' styles || fail "a style of the template's own is lost"
grep -q 'style:name="Message_cle"' styles || fail "a style that it lacks is not the theme's"
[ "$(grep -c 'style:name="Heading_20_1"' styles)" = 1 ] || fail "two styles have one name"
grep -q 'fo:margin-left="4cm"' styles || fail "the page set-up is not the template's"
grep -q 'fo:page-width="29.7cm"' styles || fail "there is no landscape page"
grep -q 'La maison commune' styles || fail "the header is not the template's"
grep -q '<text:title>Un rapport' styles || fail "the title's field shows the template's title"
grep -q 'text:chapter' styles || fail "the footer is not the template's"
[ "$(grep -c 'text:style-name="Embargo"' styles)" = 2 ] || fail "the embargo is not on every page"
grep -q 'Version de travail' styles || fail "the document's own footer is lost"
grep -A4 'default-style style:family="paragraph"' styles | grep -q 'fo:language="fr"' || fail "the language is the template's"
logo=$(sed -n 's/.*<draw:image xlink:href="\([^"]*\)".*/\1/p' styles | sort -u)
unzip -p report.odt "$logo" | cmp - dot.png || fail "the logo has not come along"
unzip -p report.odt META-INF/manifest.xml | grep -q "full-path=\"$logo\" manifest:media-type=\"image/png\"" ||
	fail "the manifest lacks the logo"
part report.odt content.xml >content
grep -q 'style:master-page-name="Standard"' content || fail "the contents do not leave the cover"
if grep -q 'Fond_de_couverture' content; then fail "the theme's cover stands under the template's"; fi

# Another way to ask, another time, the same bytes; from anywhere on the command line, inside the root in a source.
cp report.odt first.odt
sed '2i modèle: good.odt' report.md >said.md
sleep 1
run 0 "$ramure" build --to odt said.md -o report
cmp first.odt report.odt || fail "the command and the front matter do not give the same bytes"
mkdir elsewhere inside
cp good.odt elsewhere/
cp report.md inside/
run 0 "$ramure" build --to odt --reference elsewhere/good.odt inside/report.md
sed '2i modèle: ../elsewhere/good.odt' report.md >inside/out.md
run 1 "$ramure" build --to odt inside/out.md
says "inside/out.md:2:" "leads out of the folder"
run 1 "$ramure" build --to odt --reference nothing.odt report.md
says "'nothing.odt' does not exist"
run 0 "$ramure" build --verbose --to odt --reference good.odt report.md
says "note: styles that this template lacks" "[template-styles]"

# Tables take the colour of its headings, or its table style when it has one; so do deeper headings and wide pages.
part report.odt content.xml | grep -A1 'style:name="Cellule_En_tete"' >cells
grep -q 'fo:background-color="#f7e5e8".*fo:border-bottom="[0-9.]*pt solid #b00020"' cells || fail "tables are in the theme's colours"
part report.odt styles.xml >styles
grep 'style:name="Heading_20_4"' styles | grep -q 'style:parent-style-name="Heading_20_3"' || fail "headings of level 4 are the theme's"
grep -A3 'style:name="Header_paysage"' styles | grep -q 'style:position="67[0-9]pt"' || fail "the tab stop of wide pages is that of others"
[ "$(grep -c 'text:style-name="Header_paysage"' styles)" = 1 ] || fail "the header of wide pages has not its own tab stop"
sed 's,</office:styles>,<style:style style:name="Maison.1" style:family="table-cell"><style:table-cell-properties fo:background-color="\#e0f2f1" fo:padding="0.2cm" fo:border="1pt solid \#004d40"/></style:style><style:style style:name="Maison.2" style:family="table-cell"><style:table-cell-properties fo:border="none"/></style:style><table:table-template table:name="Maison"><table:first-row table:style-name="Maison.1"/><table:body table:style-name="Maison.2"/></table:table-template>&,' good.xml >styles.xml
template tables.odt Pictures/logo.png=dot.png
run 0 "$ramure" build --to odt --reference tables.odt report.md -o tabled
part tabled.odt content.xml >content
grep -A1 'style:name="Cellule_En_tete"' content | grep -q 'fo:background-color="#e0f2f1" fo:padding="0.2cm" fo:border="1pt solid #004d40"/' ||
	fail "header rows are not those of the template's table style"
grep -A1 'style:name="Cellule"' content | grep -q 'fo:border="none" fo:padding-top' || fail "cells are not those of the template's table style"

# Names as Word gives them, in French.
sed 's/style:name="Heading_20_\([0-9]\)" style:display-name="Heading [0-9]"/style:name="Titre\1" style:display-name="Titre \1"/
	s/"Text_20_body" style:display-name="Text body"/"Corpsdetexte" style:display-name="Corps de texte"/
	s/"Heading_20_\([0-9]\)"/"Titre\1"/g; s/"Text_20_body"/"Corpsdetexte"/g; s/"Standard" style:page/"MP0" style:page/
	s/style:name="Title"/style:name="Titre"/' good.xml >styles.xml
template french.odt Pictures/logo.png=dot.png
run 0 "$ramure" build --to odt --reference french.odt report.md -o french-names
part french-names.odt styles.xml >styles
grep -A3 'style:name="Heading_20_2"' styles | grep -q '#b00020' || fail "'Titre 2' is not taken for a heading"
grep -q 'style:next-style-name="Text_20_body"' styles || fail "what means a style does not follow its name"
if grep -q 'Corpsdetexte\|"Titre1"\|MP0' styles; then fail "a name of before is left"; fi

# Behind a cover come the pages that the template puts there, whatever it calls them.
sed 's,<style:master-page style:name="Standard",<style:master-page style:name="Standard" style:page-layout-name="Mpm1"/><style:master-page style:name="First_20_Page" style:display-name="First Page" style:page-layout-name="Mpm1" style:next-style-name="Right_20_Page"/><style:master-page style:name="Left_20_Page" style:display-name="Left Page" style:page-layout-name="Mpm1" style:next-style-name="Right_20_Page"><style:header><text:p>Une page gauche</text:p></style:header></style:master-page><style:master-page style:name="Right_20_Page" style:display-name="Right Page" style:next-style-name="Left_20_Page",' good.xml >styles.xml
template turns.odt Pictures/logo.png=dot.png
run 0 "$ramure" build --to odt --reference turns.odt report.md -o turns-taken
part turns-taken.odt styles.xml >styles
[ "$(grep -c '<style:master-page style:name="Standard"' styles)" = 1 ] || fail "there is not one ordinary page"
grep -A2 '<style:master-page style:name="Standard".*style:next-style-name="Left_20_Page"' styles | grep -q '<style:header' ||
	fail "the page behind the cover is not the template's: $(grep master-page styles)"
grep -q '<style:master-page style:name="Left_20_Page".*style:next-style-name="Standard"' styles || fail "the left page leads nowhere"
grep -q '<style:master-page style:name="Couverture".*style:next-style-name="Standard"' styles || fail "the cover leads nowhere"
[ "$(grep -c 'Sous embargo' styles)" -ge 3 ] || fail "the embargo is not on left pages"

# What its pages say when they come first is on the cover, and on no page behind it; without a cover it stays.
sed 's,</style:header>,&<style:header-left><text:p>À gauche</text:p></style:header-left><style:header-first><text:p>En premier</text:p></style:header-first>,' good.xml >styles.xml
template first.odt Pictures/logo.png=dot.png
run 0 "$ramure" build --to odt --reference first.odt report.md -o first-taken
part first-taken.odt styles.xml | sed -n '/<style:master-page style:name="Couverture"/,$p' >styles
sed '/<.style:master-page>/,$d' styles | grep -q 'En premier' || fail "the cover has not the header of first pages"
if part first-taken.odt styles.xml | grep -q 'style:header-first'; then fail "pages behind the cover have the header of first ones"; fi
part first-taken.odt styles.xml | grep -q 'À gauche' || fail "left pages have lost their header"
printf -- '---\nauteur:\n---\n\n## Une section\n\nMot.\n' >coverless.md
run 0 "$ramure" build --to odt --reference first.odt coverless.md
part coverless.odt styles.xml | grep -A1 'style:header-first' | grep -q 'En premier' || fail "a report without cover has not the header of first pages"

# ---- What is refused ----

# refused TEMPLATE WORDS…: with status 1, these words, and the old report untouched.
refused() {
	cp first.odt kept.odt
	given=$1
	shift
	run 1 "$ramure" build --reference "$given" report.md -o kept
	says "$@"
	cmp first.odt kept.odt || fail "$given: something was written"
	gone kept.pdf
}
# broken SED-COMMAND: styles.xml, changed.
broken() {
	sed "$1" good.xml >styles.xml
}

refused report.md "report.md: error: this template is no OpenDocument text"
run 1 "$ramure" check --reference report.md report.md
says "report.md: error: this template is no OpenDocument text"
run 0 "$ramure" check --reference good.odt report.md
# The sign of a ZIP file, and nothing behind it.
printf 'PK\003\004' >cut.odt
refused cut.odt "cut.odt: error: this template"
pack docx.odt word/document.xml=good.xml '[Content_Types].xml=manifest'
refused docx.odt "docx.odt: error: this template is no OpenDocument text" "hint: open it in LibreOffice"
printf application/vnd.oasis.opendocument.spreadsheet >type
cp good.xml styles.xml
template sheet.odt
refused sheet.odt "sheet.odt: error: this template is no OpenDocument text"
printf application/vnd.oasis.opendocument.text >type
broken '/style:name="Heading_20_2"/,/<.style:style>/d; /style:name="Table_20_Contents"/,/<.style:style>/d'
template lacking.odt
refused lacking.odt "lacking.odt: styles.xml:" \
	"error: this template lacks styles of this report: 'Heading 2' (« Titre 2 »), 'Table Contents' (« Contenu de tableau »)" "hint: "
broken '/<office:master-styles>/,/<.office:master-styles>/d'
template pageless.odt
refused pageless.odt "pageless.odt: styles.xml:" "error: this template has no page style"
broken 's/fo:margin-left="4cm"/fo:margin-left="18.9cm"/'
template narrow.odt
refused narrow.odt "the pages of this template leave no room for text"

cp good.xml styles.xml
template good.odt
head -c "$(($(wc -c <good.odt) / 2))" good.odt >cut.odt
refused cut.odt "cut.odt: error: this template"
template absolute.odt /etc/passwd=type
refused absolute.odt "absolute.odt: error: the file '/etc/passwd' inside this template has a name that leads out of it"
template climbing.odt Pictures/../../x=type
refused climbing.odt "climbing.odt: error: the file 'Pictures/../../x'"
template twice.odt stylez.xml=good.xml
sed -i 's/stylez\.xml/styles.xml/g' twice.odt
refused twice.odt "twice.odt: error: the file 'styles.xml' stands twice inside this template"
template many.odt --empty 100000
refused many.odt "many.odt: error: this template holds 100003 files; 4096 are the most"
pack locked.odt mimetype=type --password secret styles.xml=styles.xml
refused locked.odt "locked.odt: error: this template is protected by a password" "hint: "
echo '<manifest:encryption-data/>' >manifest
template secret.odt
refused secret.odt "secret.odt: error: this template is protected by a password"
echo '<manifest/>' >manifest
head -c 9000000 /dev/zero | tr '\0' ' ' >styles.xml
template bomb.odt
[ "$(wc -c <bomb.odt)" -lt 20000 ] || fail "the bomb is no bomb"
refused bomb.odt "bomb.odt: error: the file 'styles.xml' inside this template takes 9000000 bytes unpacked; 8388608 are the most"
head -c 17000000 /dev/zero >huge
cp good.xml styles.xml
template picture.odt Pictures/logo.png=huge
refused picture.odt "picture.odt: error: the file 'Pictures/logo.png' inside this template takes 17000000 bytes unpacked"

# laughs N: the entity of which each is ten of the one before.
laughs() {
	echo '<?xml version="1.0"?>'
	echo '<!DOCTYPE lolz [<!ENTITY lol0 "lol">'
	for i in 1 2 3 4 5 6 7 8 9; do
		printf '<!ENTITY lol%d "' $i
		for _ in 1 2 3 4 5 6 7 8 9 10; do printf '&lol%d;' $((i - 1)); done
		echo '">'
	done
	echo ']><lolz>&lol9;</lolz>'
}
laughs >styles.xml
template laughs.odt
refused laughs.odt "laughs.odt: styles.xml:2:" "error: a document type stands here, which ODF has not"
{
	head -2 good.xml
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<style:style>" }'
} >styles.xml
template deep.odt
refused deep.odt "deep.odt: styles.xml:" "error: elements nest deeper than 100"
broken "s/fo:margin-left=\"4cm\"/fo:margin-left=\"$(head -c 70000 /dev/zero | tr '\0' 4)cm\"/"
template attribute.odt
refused attribute.odt "attribute.odt: styles.xml:" "error: an attribute has 70002 bytes; 65536 are the most"
awk '/<.office:styles>/ { for (i = 0; i < 250000; i++) printf "<style:style/>" } { print }' good.xml >styles.xml
template crowd.odt
refused crowd.odt "crowd.odt: styles.xml:" "error: this template has more than 200000 elements"
broken 's,</office:styles>,</office:stylez>,'
template crooked.odt
refused crooked.odt "crooked.odt: styles.xml:" "error: this is not well-formed XML: mismatched tag"

# A picture that is elsewhere is left out, and said.
sed 's,Pictures/logo.png,https://example.org/logo.png,' good.xml >styles.xml
template linked.odt
run 0 "$ramure" build --to odt --reference linked.odt report.md -o linked-out
says "linked.odt: styles.xml:" "warning: the picture 'https://example.org/logo.png' is not inside the template" "[template-picture]"
if unzip -p linked-out.odt styles.xml | grep -q example.org; then fail "readers will ask the network"; fi
