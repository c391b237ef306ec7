#!/bin/sh
# What a report must keep, whatever the source: whole images, levels of headings that agree with their numbers.
. "${srcdir:-.}/tests/lib.sh"
needs unzip

# A line of exactly so many points would cut the image that stands in it as a character.
small
run 0 "$ramure" build --to odt small.md
unzip -p small.odt styles.xml >styles
sed 's/<style:style /\n&/g' styles | grep -E 'style:name="(Standard|Text_20_body|Figure)"' >texts
grep -q 'style:line-height-at-least="[0-9.]*pt"' texts || fail "no style has a line height"
if grep -o 'fo:line-height="[0-9.]*pt"' texts; then fail "a line height is exact"; fi

# Without a word of front matter: no cover, and sections below their part.
printf '# Une partie\n\nTexte.\n\n## Une section\n\nTexte.\n\n## Une autre\n\nTexte.\n' >bare.md
run 0 "$ramure" build --to odt bare.md
unzip -p bare.odt content.xml >content
if grep -q 'Fond_de_couverture" draw:name' content; then fail "a cover stands under the first page"; fi
sed 's/<text:h /\n&/g' content >headings
grep -q '^<text:h [^>]*outline-level="1">.*Une partie' headings || fail "the part is no chapter"
grep -q '^<text:h [^>]*outline-level="2">.*Une section' headings || fail "the slide is no section"

# Sections right after a part's heading stand right below it: no level is skipped, no number has a zero.
printf '# Une partie\n\n### Une section\n\nTexte.\n\n### Une autre\n\nTexte.\n\n## Une diapositive\n\nTexte.\n' >below.md
run 0 "$ramure" build --to odt below.md
unzip -p below.odt content.xml | sed 's/<text:h /\n&/g' >headings
for name in '_Section_1_1"/>Une section' '_Section_1_2"/>Une autre' '_Section_1_3"/>Une diapositive'; do
	grep -q "^<text:h [^>]*outline-level=\"2\">.*$name" headings || fail "no heading right below its part: $name"
done

# What a report says of itself: each keyword alone, a language that is one.
for lang in 'fr fr-FR' 'fr-CA fr-CA' 'nl nl' 'az-Arab az-Arab'; do
	printf -- '---\ntypography: none\nmots-clés: eau, air , \nlang: %s\n---\n\n## Un\n\nTexte.\n' "${lang% *}" >meta.md
	run 0 "$ramure" build --to odt meta.md
	unzip -p meta.odt meta.xml >meta
	grep -q "<dc:language>${lang#* }</dc:language>" meta || fail "the language of '${lang% *}' is another"
	grep -q '<meta:keyword>eau</meta:keyword><meta:keyword>air *</meta:keyword><dc:lang' meta || fail "keywords are not told apart"
done

# A file beside the report is one folder up from inside it; what says where it is stays as it is.
printf '## Un\n\n[a](note.pdf) [b](../c/d:e.pdf) [c](https://example.org/x) [d](mailto:a@example.org) [e](/x.pdf)\n' >links.md
run 0 "$ramure" build --to odt links.md
unzip -p links.odt content.xml | grep -o 'xlink:href="[^"_]*"' | cut -d'"' -f2 >links
printf '%s\n' ../note.pdf ../../c/d:e.pdf https://example.org/x mailto:a@example.org /x.pdf |
	diff - links >&2 || fail "links lead elsewhere"

# A caption behind a block is the caption of what it has built; where nothing takes one, it stays a line.
cat >caption.md <<'MD'
# Partie

## Tableau

```tableau
- a: 1
  b: 2
```

Tableau : les chiffres

```colonnes
- un
- deux
```

Figure : les colonnes
MD
run 0 "$ramure" build --to odt caption.md
silent
unzip -p caption.odt content.xml | sed 's/<\/text:[ph]>/\n/g; s/<[^>]*>//g' | LC_ALL=C sed 's,\xc2\xa0, ,g' >words
grep -q '1\. les chiffres' words || fail "the table has no caption"
grep -q 'Figure : les colonnes' words || fail "a line behind columns is lost"

# The notes of a slide are one section of the annex, however many blocks they are written in.
printf -- '---\ntitle: T\ndate: 2020-01-01\nnotes: report\n---\n\n## A\n\nText.\n' >notes.md
printf '\n```notes\n%s\n```\n' One. Two. >>notes.md
run 0 "$ramure" build --to odt notes.md
unzip -p notes.odt content.xml | sed 's/<text:h /\n&/g' >headings
[ "$(grep -c '^<text:h .*>A<' headings)" = 2 ] || fail "the notes of a slide are not one section"
grep '>A<.*>One\.<' headings | grep -q '>Two\.<' || fail "a block of notes is lost"

# Only the last paragraph of a list keeps the distance of the text that follows, not each of the last item.
printf '# Partie\n\n- Un\n- Deux\n\n  Encore.\n' >list.md
run 0 "$ramure" build --to odt list.md
ends=$(unzip -p list.odt content.xml | sed 's/<text:p /\n&/g' | grep -c '"List_20_1_20_End"')
[ "$ends" = 1 ] || fail "$ends paragraphs end a list of two items"

# A message stays with what it follows, not with what follows it.
printf '## Un\n\n![Une image](grande.png)\n\n```clé\nMessage\n```\n\n## Deux\n\nTexte.\n' >message.md
cp "$srcdir/tests/e2e/torture/grande.png" .
run 0 "$ramure" build --to odt message.md
unzip -p message.odt content.xml >content
grep -q 'style-name="Figure_solidaire"' content || fail "an image may be parted from its message"
grep -q 'style-name="Message_cle"' content || fail "a message is held to the next slide"

# Without a title the partners are said all the same.
printf -- '---\nlibellé-partenaires: Avec\npartenaires:\n  - Alpha\n  - Bêta\n---\n\n## Un\n\nTexte.\n' >untitled.md
run 0 "$ramure" build --to odt untitled.md
unzip -p untitled.odt content.xml | sed 's/<[^>]*>/\n/g' >words
for word in Avec Alpha Bêta; do
	grep -q "$word" words || fail "'$word' is lost without a title"
done

# The ornament stands behind a title of four lines; one that meets it sends it away.
for title in 'Un titre de couverture qui tient en bien des mots pour voir ce que la couverture en fait quand il est long' 'Court'; do
	printf -- '---\ntitre: %s\ntype: Rapport\n---\n\n# Partie\n\nTexte.\n' "$title" >cover.md
	run 0 "$ramure" build --to odt cover.md
	unzip -p cover.odt content.xml | grep -o '<draw:path [^>]*>' >paths
	strokes=$(grep -o 'M[0-9]' paths | wc -l)
	[ "$strokes" -gt 20 ] || fail "the ornament of '$title' has $strokes strokes and leaves"
	# Each shape is a figure to who hears a PDF of LibreOffice: rather few.
	[ "$(wc -l <paths)" -lt 10 ] || fail "the ornament of '$title' is $(wc -l <paths) shapes"
done

# Large lines do not end with short words; what is bound is much shorter than a line.
printf -- '---\ntitre: Modalités de fonctionnement du Collectif et de la co-construction interterritoriale\n---\n\n# Un\n' >bound.md
run 0 "$ramure" build --to odt bound.md
unzip -p bound.odt content.xml | LC_ALL=C sed 's,\xc2\xa0,_,g' >content
grep -q '>Modalités de_fonctionnement du_Collectif et_de_la co-construction interterritoriale<' content ||
	fail "the cover's title is not bound as it should be"

# Headings and messages neither, and no short word stands alone on their last line, a long one may.
{
	printf '## Un rapport qui arrive au bon moment[^1]\n\n```clé\nIl faut agir avec efficacité\n```\n\n[^1]: À la fin.\n\n'
	printf '## Accélérer les alliances territoriales\n\nIl faut bien le **dire** à tous.\n\n| A | B |\n|---|---|\n| c | d |\n\n'
	printf 'Tableau : Deux approches par le temps long\n\nSource : une enquête de novembre 2016\n'
} >ends.md
run 0 "$ramure" build --to odt ends.md
unzip -p ends.odt content.xml | LC_ALL=C sed 's,\xc2\xa0,_,g' >content
for words in '>Un_rapport qui_arrive au_bon_moment<' '>Il_faut agir avec_efficacité<' '>Accélérer les_alliances territoriales<' \
	'>À la fin.<' '>Il faut bien le <' ' Deux approches par_le_temps_long<' '>Source_: une_enquête de_novembre_2016<'; do
	grep -q -- "$words" content || fail "'$words' is not bound as it should be"
done

# A list of measures that is shown twice tells once how far it has come; what only the deck has told is told here.
for medium in les-deux diapositives; do
	{
		printf '## Bilan\n\n```mesures\nliste: Le plan\nvue: tableau-de-bord\nsupport: %s\n' "$medium"
		printf 'éléments:\n  - numéro: 1\n    titre: Ouvrir\n    niveau: satisfaisant\n```\n\n## Détail\n\n```mesures\n'
		printf 'liste: Le plan\néléments:\n  - numéro: 1\n    titre: Ouvrir\n    niveau: satisfaisant\n```\n'
	} >told.md
	run 0 "$ramure" build --to odt told.md --date 2020-06-23
	unzip -p told.odt content.xml | grep -o '<text:p [^>]*>Aucune mesure[^<]*' >sentences
	[ "$(wc -l <sentences)" = 1 ] || fail "support $medium: the balance is told $(wc -l <sentences) times"
done

# What the program says on every page has its ordinals raised.
printf -- '---\ntitre: Essai\ndate: 1er juin 2020\nembargo: 1er juillet 2020\n---\n\n## Un\n\nTexte.\n' >first.md
run 0 "$ramure" build --to odt first.md
unzip -p first.odt styles.xml | sed 's/<style:\(header\|footer\)>/\n&/g' >pages
for part in header footer; do
	grep "^<style:$part>" pages | grep -q '1<text:span text:style-name="Exposant">er</text:span>' || fail "an ordinal of the $part is not raised"
done

# A line of the contents that goes on does so further in; its page number stands at the margin all the same.
unzip -p first.odt styles.xml | sed 's/<style:style /\n&/g' | grep -E '^<style:style style:name="(Contents_20_[12]|(Table_20_index|Illustration_20_Index)_20_1)"' >entries
[ "$(wc -l <entries)" = 4 ] || fail "$(wc -l <entries) styles of lines of contents"
sed 's/.*fo:margin-left="\([0-9]*\)pt" fo:text-indent="\([-0-9]*\)pt".*style:position="\([0-9]*\)[.0-9]*pt".*/\1 \2 \3/' entries |
	awk '$2 != -18 || $1 + $3 != 425 { exit 1 }' || { cat entries >&2; fail "lines of contents do not hang"; }

# Deeper headings look so.
mkdir carnet
printf -- '---\ntitre: Le carnet\n---\n\n# Partie\n\n```inclure\njuin.md\nmars.md\n```\n' >carnet/carnet.md
for day in '23 juin' '13 mars'; do
	month=${day#* }
	printf -- '---\ntitre: La séance de %s\névénement: Réunion du %s 2020\ndate: %s 2020\n---\n\n' "$month" "$day" \
		"${day#1}" >"carnet/$month.md"
	printf '# Un\n\n## Deux\n\n### Trois\n\nTexte.\n' >>"carnet/$month.md"
done
run 0 "$ramure" build --to odt carnet/carnet.md
unzip -p carnet/carnet.odt content.xml | sed 's/<style:style /\n&/g; s/<text:[hp] /\n&/g' >content
unzip -p carnet/carnet.odt styles.xml | sed 's/<style:style /\n&/g' >styles
[ "$(grep -o '^<style:style style:name="Heading_20_[45]".*' styles | grep -o 'fo:color="[^"]*"' | sort -u | wc -l)" = 2 ] ||
	fail "headings of the fourth and fifth level look the same"
# The occasion says the day already, unless it is another.
sed -n 's/^<text:p text:style-name="Etiquette">\([^<]*\).*/\1/p' content | LC_ALL=C sed 's,\xc2\xa0, ,g' >occasions
printf 'Réunion du 23 juin 2020\nRéunion du 13 mars 2020, 3 mars 2020\n' | diff - occasions >&2 ||
	fail "chapters do not say their days as they should"

# A short table stands on one page with its source; a long one may go on.
{
	printf '# Partie\n\n| a | b |\n|---|---|\n| c | d |\n\nSource : ici\n\n| a | b |\n|---|---|\n'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do printf '| c | %s |\n' $i; done
} >short.md
run 0 "$ramure" build --to odt short.md
unzip -p short.odt content.xml | grep -o '<table:table [^>]*>' | sed 's/.*table:style-name="\([^"]*\)".*/\1/' >kept
printf 'Tableau_entier\nTableau\n' | diff - kept >&2 || fail "tables are not kept whole as they should be"

# Headings stand on the wide page that they announce: a part's, a series' and a section's turn the page once.
printf '# Un\n\n## A\n\nTexte.\n\n# Deux\n\n## K | B {.wide}\n\nTexte.\n\n## K | C {.wide}\n\nTexte.\n' >wide.md
run 0 "$ramure" build --to odt wide.md
unzip -p wide.odt content.xml | sed 's/<style:style /\n&/g' | grep -o '^<style:style [^>]*master-page-name="Paysage"' >turns
[ "$(wc -l <turns)" = 1 ] || fail "the page turns $(wc -l <turns) times"
turned=$(sed 's/.*style:name="\([^"]*\)".*/\1/' turns)
unzip -p wide.odt content.xml | grep -q "<text:h text:style-name=\"$turned\" text:outline-level=\"1\">[^/]*/>Deux" ||
	fail "the part's heading is not on the wide page"

# A table whose words an upright page would part has a wide one unasked.
{
	printf '## Étroit\n\n| Colonne A | Colonne B |\n|---|---|\n| un | deux |\n\n## Serré\n\n'
	printf '| Colonne %s ' 1 2 3 4 5 6 7 8 9
	printf '|\n'
	printf '|---%.0s' 1 2 3 4 5 6 7 8 9
	printf '|\n'
	printf '| dénomination '
	printf '| valeur %s ' 2 3 4 5 6 7 8 9
	printf '|\n'
} >crowded.md
run 0 "$ramure" build --to odt crowded.md
unzip -p crowded.odt content.xml | sed 's/<style:style /\n&/g' >content
turned=$(grep -o '^<style:style [^>]*master-page-name="Paysage"' content | sed 's/.*style:name="\([^"]*\)".*/\1/')
grep -q "<text:h text:style-name=\"$turned\" [^>]*>[^/]*/>Serré" content || fail "the crowded table is on an upright page"

# The groups of one table have the same columns.
printf '## Deux groupes\n\n### Un\n\n| N° | Mesure | Horizon |\n|--:|---|---|\n| 1 | Court | 3 à 9 mois |\n\n' >groups.md
printf '### Deux\n\n| N° | Mesure | Horizon |\n|--:|---|---|\n| 12 | Un peu plus long | 12 à 18 mois |\n' >>groups.md
run 0 "$ramure" build --to odt groups.md
[ "$(unzip -p groups.odt content.xml | grep -o 'style:column-width="[^"]*"' | sort -u | wc -l)" = 3 ] ||
	fail "the columns of two groups are not the same"

# A column takes width from another where rows lose lines by it: one long text does not make all others wrap.
{
	printf "## Forces\n\n| Force | Preuve | Exemple |\n|---|---|---|\n"
	printf "| Dispositifs | Les ingénieries nationales et territoriales s'accordent mieux | Non |\n"
	printf '| Mobilisation | Des lieux où plusieurs mondes construisent ensemble | Oui |\n| Co-construction | Un | %s |\n' \
		"Une démarche d'anticipation de la sortie de crise qui a réuni de nombreuses organisations, année après année"
} >lower.md
run 0 "$ramure" build --to odt lower.md
unzip -p lower.odt content.xml | grep -o 'style:column-width="[^"p]*' | sed 's/.*"//' | awk 'NR == 2 { exit $1 < 150 }' ||
	fail "the second column is too narrow for two lines"

# Two items of a list, not one, go with the message that may not open a page alone.
printf '## Liste\n\n- un\n- deux\n- trois\n\n```clé\nMessage\n```\n' >kept.md
run 0 "$ramure" build --to odt kept.md
unzip -p kept.odt content.xml | grep -o '"[^"]*">\(un\|deux\|trois\)<' >content
printf '"List_20_1">un<\n"List_20_1_solidaire">deux<\n"List_20_1_20_End_solidaire">trois<\n' | diff - content >&2 ||
	fail "a key message takes one item to its page"

# What names the last item stays with the one line that it says, and both with the message.
printf '## Liste\n\n- un\n- deux\n  - sous\n\n```clé\nMessage\n```\n' >named.md
run 0 "$ramure" build --to odt named.md
unzip -p named.odt content.xml | grep -o '"[^"]*_solidaire">\(deux\|sous\)<' >content
[ "$(wc -l <content)" = 2 ] || { cat content >&2; fail "the name of an item is left behind"; }

# A table too wide for a wide page is set smaller, its caption and what follows are not.
{
	printf '## Serré\n\n| Territoire |'
	printf ' 20%s |' 09 10 11 12 13 14 15 16 17 18 19 20
	printf '\n|---|'
	printf -- '--:|%.0s' 1 2 3 4 5 6 7 8 9 10 11 12
	printf '\n| Bretagne |'
	printf ' 1%s 000 € |' 20 30 40 50 60 70 80 90 20 30 40 50
	printf '\n\nTableau : des sommes\n\nUn texte.\n'
} >dense.md
run 0 "$ramure" build --to odt dense.md
unzip -p dense.odt content.xml >content
[ "$(grep -o 'table:style-name="Cellule[^"]*_serree"' content | wc -l)" = 26 ] || fail "a table of thirteen columns is not set smaller"
grep -o '<text:p text:style-name="[^"]*_serre"' content | grep -q 'Cellule_droite' || fail "its words are not"
if grep -o '<text:p text:style-name="\(Table\|Text_20_body\|Apres_tableau\)_serre"' content; then fail "what is around it is"; fi
unzip -p dense.odt styles.xml | sed 's/<style:style /\n&/g' | grep '"Cellule_droite_serre"' | grep -q 'fo:font-size="80%"' ||
	fail "the smaller style is no share of the other"

# Figures alone share the width.
printf '## Seuls\n\n| A | B |\n|--:|--:|\n| 1 | 2 |\n' >figures.md
run 0 "$ramure" build --to odt figures.md
[ "$(unzip -p figures.odt content.xml | grep -o 'style:column-width="[^"]*"' | sort -u | wc -l)" = 1 ] ||
	fail "columns of figures are not of one width"

# The cover and the styles are of upright pages, even when the text ends on a wide one.
unzip -p wide.odt styles.xml >styles
if grep -o 'style:name="Contents_20_1".\{600\}' styles | grep 'style:position="[67][0-9][0-9]'; then
	fail "page numbers stand beyond the page"
fi

# What readers heed at a drawing is an automatic style: it says that the cover's ground stands on the page.
unzip -p cover.odt content.xml >content
ground=$(grep -o '<draw:g [^>]*>' content | sed -n 's/.*anchor-type="page".*draw:style-name="\([^"]*\)".*/\1/p')
grep -o "<style:style style:name=\"$ground\".\{400\}" content | grep -q 'style:horizontal-rel="page"' ||
	fail "the cover's ground stands where its paragraph does"

# Words on a dark shape know it, so that readers do not measure their contrast against the page: white has a ground.
run 0 "$ramure" build --root "$samples" --to odt "$samples/mesures-2020/mesures-2020.md" -o measures.odt
unzip -p measures.odt content.xml | sed 's/<style:style /\n&/g' | grep '^<style:style .*fo:color="#ffffff"' >white
grep -q Dessin white || fail "no words of the drawing are white"
if grep -v 'fo:background-color="#[0-9a-e]' white | grep Dessin; then fail "white words stand on nothing"; fi

# What a kind draws on a slide stands before its table too: one group, with a title and what it shows.
run 0 "$ramure" build --root "$samples" --to odt "$samples/gouvernance/gouvernance.md" -o chairs.odt
unzip -p chairs.odt content.xml | sed 's/<draw:g /\n&/g; s/<\/draw:g>/&\n/g' | LC_ALL=C sed 's,\xc2\xa0, ,g' >content
grep 'draw:name="Dessin_' content >drawing
[ "$(wc -l <drawing)" = 1 ] || fail "$(wc -l <drawing) drawings of one line of chairs"
grep -q '^<draw:g [^>]*><svg:title>La suite des présidences</svg:title><svg:desc>[^<]*à présent Daniel Lebègue, ' drawing ||
	fail "the line of chairs is not told"
[ "$(grep -o '<draw:ellipse ' drawing | wc -l)" = 4 ] || fail "the line of chairs has not a ring for each"
grep -q '<draw:line ' drawing || fail "the rings stand on no line"
if grep -o '<style:style [^>]*style:family="text"' content; then fail "the drawing's words are formatted by hand"; fi
[ "$(grep -n 'draw:name="Dessin_' content | cut -d: -f1)" -lt "$(grep -n 'Mandats successifs' content | tail -1 | cut -d: -f1)" ] ||
	fail "the drawing comes after its table"
printf -- '---\ntitre: Une seule\ndate: 2021-01-12\n---\n\n## Un\n\n```gouvernance\nprésidence:\n  mandats:\n    - Ana\n```\n' >one.md
run 0 "$ramure" build --to odt one.md
if unzip -p one.odt content.xml | grep -q Dessin_; then fail "one chair is drawn as a line"; fi
sed '/- Ana/i\    - Nord\n    - Sud\n    - Est\n    - Les intercommunalitésmontagnardes' one.md >word.md
run 0 "$ramure" build --to odt word.md
unzip -p word.odt content.xml | grep -o '<draw:text-box>[^/]*intercommunalitésmontagnardes</text:p>' >/dev/null ||
	fail "a chair's name is broken inside a word"

# A chapter says under its heading what its own cover would, but not again what the booklet's cover has said.
mkdir year
printf 'organisation: Le Collectif\ncontact: Rue Haute\n' >year/ramure.yaml
printf -- '---\ntitre: Carnet\ncompilées: aucune\n---\n\n```inclure\njuin.md\n```\n' >year/carnet.md
printf -- '---\ntitre: Juin\nsous-titre: Un point\nauteur: Ana\ndate: 2020-06-23\n---\n\n## Une section\n\nTexte.\n' >year/juin.md
run 0 "$ramure" build --to odt year/carnet.md
unzip -p year/carnet.odt content.xml | sed 's/<\/text:[ph]>/\n/g' | sed 's/<[^>]*>//g' | LC_ALL=C sed 's,\xc2\xa0, ,g' >words
for line in '23 juin 2020' 'Un point' 'Ana' 'Rue Haute'; do
	[ "$(grep -cx "$line" words)" = 1 ] || fail "'$line' stands $(grep -cx "$line" words) times in the booklet"
done

# A chapter in another language is marked as such, in styles that hold nothing else, and its captions are named in it.
cat >year/deux.md <<'MD'
---
title: The second
lang: en
---

## A section

Some words.

- an item

| a | b |
|---|---|
| c | d |

Table: English figures

Source: here
MD
cat >year/trois.md <<'MD'
---
titre: Le troisième
---

## Une section

| a | b |
|---|---|
| c | d |

Tableau : des chiffres

| a | b |
|---|---|
| c | d |

Tableau : encore

| a | b |
|---|---|
| c | d |

Tableau : enfin
MD
printf -- '---\ntitre: Carnet\ncompilées: aucune\n---\n\n```inclure\ndeux.md\ntrois.md\n```\n' >year/carnet.md
run 0 "$ramure" build --to odt year/carnet.md
unzip -p year/carnet.odt content.xml | sed 's/<text:[hp] /\n&/g; s/<style:style /\n&/g' | LC_ALL=C sed 's,\xc2\xa0, ,g' >content
unzip -p year/carnet.odt styles.xml | sed 's/<style:style /\n&/g' >styles
for style in Text_20_body_en List_20_1_20_End_en Table_20_Contents_en Table_en Source_en; do
	grep -q "^<text:p text:style-name=\"${style%_en}\(_solidaire\)\?_en\"" content || fail "no paragraph is $style"
	grep "style:name=\"${style%_en}\(_solidaire\)\?_en\"" styles | grep -q 'fo:language="en" fo:country="GB"' ||
		fail "$style is not in English"
done
heading=$(sed -n 's/^<text:h text:style-name="\([^"]*\)".*The second.*/\1/p' content)
grep "^<style:style style:name=\"$heading\"" content | grep -q 'fo:language="en"' || fail "the English heading is not marked"
if grep '_en"' content | grep -q 'section 2\|chiffres\|troisième'; then fail "French words are marked as English"; fi
sed 's/<[^>]*>//g' content >words
for line in 'Table 1. English figures' 'Tableau 2. des chiffres'; do
	[ "$(grep -c "^$line" words)" = 2 ] || fail "'$line' is not said by its caption and the list of tables"
done
run 0 "$ramure" build --to odt --reference year/carnet.odt year/carnet.md -o year/again.odt
unzip -p year/again.odt styles.xml | sed 's/<style:style /\n&/g' | grep '"Text_20_body_en"' | grep -q 'fo:language="en"' ||
	fail "a report that serves as a template loses its other language"

# Minutes say who was there, unless the report has just said it.
minutes=$(printf '## Déroulé\n\n```ordre-du-jour\n- titre: Un\n  compte-rendu: Dit.\n```')
there=$(printf '## Présences\n\n```présences\nprésents: [Anne, Paul]\nquorum: 2\n```')
on_slides=$(printf '%s' "$there" | sed 's/^quorum/support: diapositives\n&/')
# quorum_lines SLIDE SLIDE: how often their report says the quorum
quorum_lines() {
	printf '%s\n\n' '---' 'titre: Conseil' 'date: 2020-06-23' '---' "$@" >minutes.md
	run 0 "$ramure" build --to odt minutes.md
	unzip -p minutes.odt content.xml | grep -o 'Quorum' | wc -l
}
[ "$(quorum_lines "$there" "$minutes")" = 1 ] || fail "minutes repeat what stands above them"
[ "$(quorum_lines "$minutes" "$there")" = 2 ] || fail "minutes do not say who was there"
[ "$(quorum_lines "$on_slides" "$minutes")" = 1 ] || fail "minutes do not say what stands on slides only"
