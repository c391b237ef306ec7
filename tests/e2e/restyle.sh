#!/bin/sh
# Whoever changes one style changes all that is set in it: no formatting stands anywhere else.  LibreOffice shows it.
. "${srcdir:-.}/tests/lib.sh"
. "$srcdir/tests/office.sh"
needs pdftotext pdffonts pdftoppm

cat >plain.md <<'MD'
---
date: 2020-06-23
organisation: Le Collectif
---

# Une partie

## Une section

Du texte, avec une note[^n] et `du code`.

- un point
- un dernier

> Une citation.
>
> — Quelqu'un

```clé
Un message
```

## Une autre

| Nom | Valeur |
|-----|-------:|
| Un  |     12 |
| Deux |     3 |

Tableau : des valeurs

Source : ici

[^n]: Une note.
MD
run 0 "$ramure" build --to odt plain.md
mkdir whole
(cd whole && unzip -q ../plain.odt)

# restyled NAME PART STYLE SED-COMMAND: the report with one style changed.  A style stands on one line here.
restyled() {
	rm -rf changed
	cp -r whole changed
	sed 's/<style:style /\n&/g; s,</style:style>,&\n,g' "whole/$2" >lines
	sed "/style:name=\"$3\"/{$4;}" lines >changed.lines
	[ "$(diff lines changed.lines | grep -c '^>')" = 1 ] || fail "$1: not one style has changed"
	tr -d '\n' <changed.lines >"changed/$2"
	(cd changed && "$builddir/tests/tools/pack" "../$1.odt" mimetype=mimetype $(unzip -Z1 ../plain.odt | grep -v '^mimetype$\|/$' | sed 's/.*/&=&/')) ||
		fail "$1: no package"
}
colour='s/fo:color="[^"]*"/fo:color="#00ff00"/'
restyled font styles.xml Standard "s/<style:text-properties/& fo:font-family=\"'DejaVu Serif'\" style:font-family-generic=\"roman\"/"
restyled body styles.xml Standard "$colour"
restyled heading-1 styles.xml Heading_20_1 "$colour"
restyled heading-2 styles.xml Heading_20_2 "$colour"
restyled key styles.xml Message_cle "$colour"
restyled quote styles.xml Quotations "$colour"
restyled cells styles.xml Table_20_Contents "$colour"
restyled header-cells styles.xml Table_20_Heading "$colour"
restyled source styles.xml Source "$colour"
restyled note styles.xml Footnote "$colour"
restyled code styles.xml Source_20_Text 's/<style:text-properties/& fo:color="#00ff00"/'
restyled header styles.xml Header "$colour"
restyled tint content.xml Cellule_En_tete 's/fo:background-color="[^"]*"/fo:background-color="#00ff00"/'
restyled caption styles.xml Caption 's/fo:font-size="[^"]*"/fo:font-size="24pt"/'
restyled list styles.xml List_20_1 's/<style:text-properties/& fo:font-size="24pt"/'
office pdf . ./*.odt

# greens PDF: how many dots of its pages are pure green (0, 255, 0).
greens() {
	rm -f page-*
	pdftoppm -r 150 "$1" page
	cat page-* | LC_ALL=C tr -c '\000\377' x | LC_ALL=C tr '\000\377' og | grep -o ogo | wc -l
}
[ "$(greens plain.pdf)" = 0 ] || fail "something is green from the start"
for name in body heading-1 heading-2 key quote cells header-cells source note code header tint; do
	[ "$(greens $name.pdf)" -gt 2 ] || fail "the style of $name does not rule it"
done
pdffonts font.pdf >fonts
grep -q DejaVuSerif fonts || fail "the font of Standard is not that of the text"
if grep 'Lato' fonts | grep -v Black >&2; then fail "something keeps its font when Standard has another"; fi
# height PDF WORD: of the last WORD.
height() {
	pdftotext -bbox "$1" - | sed -n "s/.*yMin=\"\([0-9.]*\)\".*yMax=\"\([0-9.]*\)\">$2<.*/\1 \2/p" | awk '{ print int($2 - $1) }' | tail -1
}
[ "$(height caption.pdf des)" -gt "$(($(height plain.pdf des) * 2 - 2))" ] || fail "the size of captions is not that of their style"
for word in point dernier; do
	[ "$(height list.pdf $word)" -gt "$(($(height plain.pdf $word) * 2 - 4))" ] || fail "the size of a list's '$word' is not that of its style"
done

# What content.xml has to declare by itself says where a paragraph stands, and in which language.
run 0 "$ramure" build --to odt --root "$samples" "$samples/carnet-2021/carnet-2021.md" -o carnet
unzip -p carnet.odt content.xml | sed 's/<style:style /\n&/g' | grep '^<style:style [^>]*style:family="\(paragraph\|text\)"' |
	grep -v 'parent-style-name="Texte_de_dessin"' >automatic # a drawing's texts stand where its shapes do
[ -s automatic ] || fail "there are no styles to look at"
if sed 's/<office:body.*//' automatic | grep -E 'fo:(margin|font|color|text-|background|border|padding|line)|style:font' >&2; then
	fail "a style that nobody sees formats a paragraph"
fi
