# office.sh: what the tests that drive LibreOffice share; sourced behind lib.sh.
needs soffice unzip

# office FORMAT FOLDER FILE…: converted into that folder.
office() {
	format=$1 into=$2
	shift 2
	timeout 300 soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$format" --outdir "$into" \
		"$@" >out 2>err || fail "LibreOffice cannot convert to $format"
}

# part ODT: its text, a tag a line.
part() {
	unzip -p "$1" content.xml | sed 's/></>\n</g; s/<text:sequence /\n&/g'
}

# squeezed: without the spaces, of any width, and the parts of a line that readers may see otherwise.
squeezed() {
	LC_ALL=C sed 's/\xc2\xa0//g; s/\xe2\x80[\x80-\x8f\xaf]//g; s/[ \t]//g'
}
# plain: without tags, and entities as what they are.
plain() {
	sed 's/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&apos;/'"'"'/g; s/&quot;/"/g; s/&amp;/\&/g'
}

# texts ELEMENT ODT: what each element of that name says, a line each, without spaces.
texts() {
	unzip -p "$2" content.xml | tr '\n' ' ' | sed "s/<$1[ >]/\n&/g; s/<\/$1>/&\n/g" | grep "^<$1[ >]" | plain | squeezed
}

# told ODT|DOCX: the descriptions of images and drawings, a line each.
told() {
	case $1 in
	*.odt) part "$1" | sed -n 's/^<svg:desc>\(.*\)<\/svg:desc>$/\1/p' | uniq ;; # a drawing says it of its ground too
	*) unzip -p "$1" word/document.xml | grep -o '<wp:docPr [^>]* descr="[^"]\+"' | sed 's/.* descr="\(.*\)"/\1/' ;;
	esac | plain
}

# reports FOLDER: those that these tests look at, built there: everything, a meeting, a booklet.
reports() {
	mkdir made "$1"
	everything made/everything.md
	run 0 "$ramure" build --to odt made/everything.md -o "$1/"
	for each in reunion-2020-06-23 carnet-2021; do
		run 0 "$ramure" build --root "$samples" --to odt "$samples/$each/$each.md" -o "$1/"
	done
}

# everything FILE: a source that has all that should survive, and the picture that it shows.
everything() {
	printf '%s' iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg== |
		base64 -d >"$(dirname "$1")/dot.png"
	cat >"$1" <<'MD'
---
titre: Un rapport complet
date: 2020-06-23
organisation: Le Collectif
auteur: Ana Un
---

# Une première partie

## Ce que montre une image

Une phrase que l'on va changer, avec une note[^1].

![Un point gris](dot.png "Un point"){#point}

La suite est dans [](#detail), comme [](#point) le montre.

[^1]: Le texte de la note.

## Le détail {#detail}

| Nom | Valeur |
|-----|-------:|
| Un  |     12 |

Tableau : Une valeur

- un point
- un autre

# Une seconde partie

## Une large {.wide}

```mesures
liste: Le plan
vue: les-deux
éléments:
  - numéro: 1
    titre: Ouvrir
    dimension: Accueil
    niveau: Satisfaisant
  - numéro: 2
    titre: Fermer
    dimension: Clôture
    niveau: Retard expliqué
```
MD
}
