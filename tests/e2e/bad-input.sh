#!/bin/sh
# Bad input: a message with its place and what to do, exit 1, no output touched, in bounded time and memory.
. "${srcdir:-.}/tests/lib.sh"

front='---
title: Essai
date: 2020-06-23
---

# Partie

## Diapositive
'
# bad NAME WORDS…: the document on standard input is refused with these words, and an old output stays.
bad() {
	name=$1
	shift
	cat >"$name.md"
	echo old >"$name.pdf"
	echo old >"$name.odt"
	run 1 timeout 60 "$ramure" build "$name.md"
	says "error" "$@"
	[ "$(cat "$name.pdf" "$name.odt")" = "old
old" ] || fail "$name: an output was touched"
}
# shown LINE:COLUMN: the place, and the line itself with the place underlined.
shown() {
	says ":$1: error:"
	grep -q '\^' err || fail "nothing is underlined"
}
in_slide() {
	printf '%s\n' "$front"
	cat
}

printf 'Caf\351\n' | bad latin "UTF-8"
run 1 "$ramure" build nowhere.md
says "nowhere.md"
mkdir folder.md
run 1 "$ramure" build folder.md
says "folder.md"
mkfifo pipe.md
run 1 timeout 20 "$ramure" build pipe.md
says "pipe.md' is no ordinary file" "save what it gives in a file"
# Links that lead nowhere, and what has the name of the settings and is no file.
ln -s nowhere.md dangling.md
ln -s circle.md circle.md
for name in dangling circle; do
	run 1 "$ramure" build $name.md
	says "'$name.md' is a link to a file that is not there" "put the file itself in its place"
done
mkdir settings
printf '## A\n\n![Un](circle.png)\n' >settings/a.md
ln -s circle.png settings/circle.png
run 1 "$ramure" build settings/a.md
says "a.md:3:1: error: 'circle.png' is a link to a file that is not there"
mkdir settings/ramure.yaml
run 1 "$ramure" build settings/a.md
says "'settings/ramure.yaml' is a folder" "rename this folder"
rmdir settings/ramure.yaml
ln -s ramure.yaml settings/ramure.yaml
run 1 "$ramure" build settings/a.md
says "'settings/ramure.yaml' is a link to a file that is not there"

in_slide <<'MD' | bad unknown-kind "agneda" "agenda"
```agneda
- Accueil
```
MD
shown 10:4
in_slide <<'MD' | bad unknown-field "durrée" "durée"
```agenda
start: 14h00
items:
  - title: Accueil
    durrée: 10 min
```
MD
shown 14:5
in_slide <<'MD' | bad missing-field "titre"
```agenda
start: 14h00
items:
  - duration: 10 min
```
MD
in_slide <<'MD' | bad wrong-type "dix"
```agenda
start: 14h00
items:
  - title: Accueil
    duration: dix
```
MD
in_slide <<'MD' | bad bad-hour "25h00"
```agenda
start: 25h00
items:
  - title: Accueil
```
MD
printf -- '---\ntitle: Essai\ndate: 2020-02-30\n---\n\n## A\n\nTexte.\n' | bad bad-date "2020-02-30"
in_slide <<'MD' | bad overrun "14"
```agenda
start: 14h00
end: 14h30
items:
  - title: Accueil
    duration: 20 min
  - title: Budget
    duration: 40 min
```
MD
in_slide <<'MD' | bad duplicate-number "7"
```measures
items:
  - number: 7
    title: Une
  - number: 7
    title: Une autre
```
MD
in_slide <<'MD' | bad bad-level "bleu"
```measures
legend:
  - name: vert
    meaning: good
items:
  - number: 1
    title: Une
    level: bleu
```
MD
printf 'number;title\n1;Une;trop\n2\n' >ragged.csv
in_slide <<'MD' | bad ragged "ragged.csv"
```measures
from: ragged.csv
```
MD
in_slide <<'MD' | bad no-image "absent.png"
![Une image](absent.png)
MD
printf '\211PNG\r\n\032\n\000\000\000\015IHDR\000\000\000\020' >cut.png
in_slide <<'MD' | bad cut-image "cut.png"
![Une image](cut.png)
MD
mkdir inside && echo x >outside.png
in_slide <<'MD' >inside/leaves.md
![Une image](../outside.png)
MD
run 1 "$ramure" build inside/leaves.md
says "../outside.png"
run 1 "$ramure" build --root inside inside/leaves.md
says "../outside.png"

# Slips of the data dialect: each in words, at its line.
printf -- '---\ntitle: "Essai\ndate: 2020-06-23\n---\n\n## A\n' | bad unclosed-quote ":2:"
printf -- '---\n\ttitle: Essai\n---\n\n## A\n' | bad tab ":2:"
printf -- '---\ntitle:Essai\n---\n\n## A\n' | bad no-space ":2:"
printf -- '---\ntitle: Essai\ntitle: Encore\n---\n\n## A\n' | bad twice ":3:"

# What other editors put before items, and lines that stand too far left.
in_slide <<'MD' | bad bullets "an item of 'éléments' begins with '- '" "write '  - title: Accueil'"
```agenda
items:
  • title: Accueil
    duration: 10 min
  – title: Budget
    duration: 20 min
```
MD
shown 12:3
shown 14:3
[ "$(grep -c error: err)" = 2 ] || fail "more is said of bullets than where they stand"
in_slide <<'MD' | bad too-far-left "'agenda' has no field 'duration'" "it belongs to an item of 'éléments': write '    duration: 10 min'"
```agenda
items:
  - title: Accueil
duration: 10 min
```
MD
shown 13:1
# Each slip is told once, with one thing to do: what hangs together is one slip.
once() {
	[ "$(grep -c error: err)" = "$1" ] || fail "not $1 errors"
	[ "$(grep -c hint: err)" = "$2" ] || fail "not $2 hints"
}
in_slide <<'MD' | bad unnamed-list "the list has no name" "as in 'items:'"
```agenda
start: 14h00
- Accueil
- title: Budget
  duration: 20 min
```
MD
once 1 1
in_slide <<'MD' | bad left-items "this item stands further left than those above" "write '  - Budget'"
```agenda
items:
  - Accueil
- Budget
start: 14h00
```
MD
once 1 1
in_slide <<'MD' | bad title-given "has no field 'lot'"
```measures
- lot: 1
  title: Une
```
MD
once 1 1
in_slide <<'MD' | bad sentence "if this line is a text, write 'titre: Une salle pour tous : oui'"
```measures
- Une salle pour tous : oui
  number: 1
```
MD
once 1 1
in_slide <<'MD' | bad first-sentence "if this line is an item, write '- Louer la salle: oui'"
```decisions
Louer la salle : oui
- Adopter le budget
```
MD
once 2 2
in_slide <<'MD' >numbers.md
```measures
- n: 1
  title: Une
```
MD
run 0 "$ramure" build --to pdf numbers.md
printf -- '---\n- title: Essai\n---\n\n## A\n' | bad front-list "leave the dash out: 'title: Essai'"
# The same thing under its two names is one error, and so is the same name twice.
in_slide <<'MD' | bad two-names "'titre' stands here twice"
```agenda
items:
  - title: Accueil
    titre: Bienvenue
  - title: Budget
    title: Comptes
```
MD
[ "$(grep -c error: err)" = 2 ] || fail "a double is told twice"

printf -- '---\ntitle = Essai\ndate: 2020-06-23\n---\n\n## A\n' | bad equals "this line has no name" "write 'title: Essai'"
once 1 1
printf '## A\n\n<center>un</center> <i>deux</i>\n\n</p>\n' | bad tags "'<center>'" "'<i>'"
once 2 2
printf '## A\n\nun</p>\n' | bad closing-tag "'</p>'"

printf '## A {#un beau titre .wide}\n' | bad spaced-name "unknown attribute 'beau'" "write {#un-beau-titre}"
once 1 1
printf '## A {largeur: 50%%}\n' | bad width-colon "unknown attribute 'largeur:'" "{largeur=50%}"
once 1 1
printf '## Un été\n\n[Voir](#Un été)\n' >spaced-link.md
run 0 "$ramure" build --to pdf spaced-link.md
says "spaced-link.md:3:8: warning: '#Un été' has spaces" "write '](#un-ete)'"

printf 'number;title\n1;Une\n' >rows.csv
for kind in measures table; do
	printf '## A\n\n```%s\nrows.csv\n```\n' $kind | bad named-file "a file is named here, and no row" "write 'de: rows.csv'"
	once 1 1
	printf '## A\n\n```%s\nfrom: rows.csv\n```\n' $kind >given-file.md
	run 0 "$ramure" build --to pdf given-file.md
done
in_slide <<'MD' | bad chairs "takes names with their values, and a list stands here" "write 'mandats:' above the first item"
```governance
chair:
  - name: Nadia Benali
    start: 2021
```
MD
once 1 1

# Several persons on one line are one person, and that is said; a person with roles is silent.
in_slide >persons.md <<'MD'
```attendance
present: Mme Dupré, M. Müller, Jeanne d’Arcy
excused:
  - Paul Martin, trésorier ; Hugo Petit
  - Nadia Benali, Maison Ouverte
absent: Émile Durand, Élu, Mairie de Lyon
guests: Léa Grand, présidente, Les Amis
```
MD
run 0 "$ramure" build --to pdf persons.md
says "persons.md:11:10: warning: 'M. Müller, Jeanne d’Arcy' is read as the role of 'Mme Dupré' [names-on-a-line]" \
	"persons.md:13:5: warning: 'Paul Martin, trésorier ; Hugo Petit' is read as one person [names-on-a-line]"
[ "$(grep -c warning: err)" = 2 ] || fail "a role is taken for a name"

# Wrong signs around a block: where it begins is told, once, and not that its end begins another.
for signs in '``' "'''" '´´´' '’’’'; do
	{ printf '%s\n' "$front" "${signs}agenda" '- Accueil' '```'; } |
		bad signs "a block begins with three backticks" "write '\`\`\`agenda'"
	shown 10:1
	[ "$(grep -c error: err)" = 1 ] || fail "more is told than the signs of a block"
done
in_slide <<'MD' | bad on-one-line "a block begins with three backticks" "'Merci' and"
```key Merci```
MD

in_slide <<'MD' | bad words-behind "only the name of its kind may follow" "write the rest on the line below: Merci"
```key Merci
à tous
```
MD
# A block without an end would take the slides up to the next block, and be closed by it.
for fence in '```' '~~~~'; do
	in_slide <<MD | bad swallowed "this block is never closed" "after line 11, end it with a line of its own: $fence"
${fence}key
Merci

## Une autre

Du texte.

${fence}key
À tous
$fence
MD
	shown 10:1
	[ "$(grep -c error: err)" = 1 ] || fail "more is told than the missing end of a block"
done
# Blocks that are shown, in code or in a text, are in nobody's way.
in_slide >shows.md <<'MD'
````markdown
```key
Merci
```
````

```text
~~~key
```

```cards
- text: |
    ```text
    x
    ```
  title: Un
```

````notes
```text
x
```
````

```quote
```texte``` et ~~~key
```
MD
run 0 "$ramure" build --strict --to pdf shows.md

in_slide <<'MD' | bad colon-behind "only the name of its kind may follow" "leave ':' out"
```key :
Merci
```
MD
in_slide <<'MD' | bad bars "a table drawn with bars is no list of 'lignes'" "take away the lines that begin and end this block"
```table
| Salle | Places |
|---|---|
| Lilas | 40 |
```
MD
once 1 1
in_slide <<'MD' | bad inner-bars "a table drawn with bars is no list of 'lignes'"
```tableau
Poste | 2024
--- | ---
Loyer | 100
```
MD
once 1 1
# The lines that hints give are lines that hold.
in_slide <<'MD' >bare-item.md
```agenda
start: 14h00
items:
  - Accueil
  - title: Budget
  - title: Divers
```
MD
run 0 "$ramure" build --to pdf bare-item.md
says "bare-item.md:13:5: warning: 'Accueil' has no duration" "write '- titre: Accueil', and below it '  durée: 15 min'"
in_slide <<'MD' | bad midnight "the agenda overruns its end" "shorten the items by"
```agenda
start: 18h
end: 20h30
items:
  - title: Accueil
    duration: 9h30
```
MD
if grep -q 'end later' err; then fail "an agenda is to end on the next day"; fi

# A sign that nobody sees, copied with a name, is no part of it.
in_slide >unseen.md <<MD
\`\`\`agenda
items:
  - $(printf '\342\200\213')title: Accueil
\`\`\`
MD
run 0 "$ramure" build --to pdf unseen.md

# Each item that is empty is told where it stands.
in_slide <<'MD' >empty-items.md
```agenda
items:
  - Accueil
  -
  - Budget
  -
```
MD
run 1 "$ramure" build empty-items.md
says "empty-items.md:13:4: error: an item of 'éléments' is empty" "empty-items.md:15:4: error"

# A link whose address was to come.
in_slide <<MD >link.md
Voir [le *rapport*]() et [la suite](#), non [](#un-titre) ni [ceci](https://example.org).

## Un titre

Un mot.
MD
run 0 "$ramure" build --to pdf link.md
says "link.md:10:6: warning: this link has no address, and leads nowhere [link-nowhere]" "'[le rapport](https://example.org)'"
[ "$(grep -c 'link-nowhere' err)" = 2 ] || fail "a link with an address is said to have none"

# No sign of a source or a name steers the terminal.
in_slide <<MD >steers.md
Un$(printf '\033')[31m mot.
MD
run 0 "$ramure" build steers.md
says "steers.md:10:3: warning: a control character (U+001B)"
run 1 "$ramure" build "$(printf 'a\033[31m.md')"
if grep -q "$(printf '\033')" err; then fail "a message steers the terminal"; fi
# Nor does one of the second set of control characters, which take two bytes in UTF-8: U+009B stands for ESC [.
in_slide <<MD >steers.md
Un$(printf '\302\233')31m mot, et un <b>gras</b>.
MD
run 1 "$ramure" build steers.md
cat err >all
run 1 "$ramure" build "$(printf 'a\302\23331m.md')"
cat err >>all
run 1 "$ramure" check --format json steers.md
cat out >>all
if grep -q "$(printf '\302\233')" all; then fail "a message steers the terminal"; fi

turn=$(printf '\342\200\256')
in_slide <<MD | bad turned-words "does not exist" "![Un]("
![Un](x$turn.png)
MD
if grep -q "$turn" err; then fail "a message turns the words behind it round"; fi
for theme in ../../x ./nowhere; do
	printf -- '---\ntheme: %s\n---\n\n## A\n' "$theme" | bad theme "'$theme'"
	once 1 1
done
run 1 "$ramure" build --theme ./inside --to pdf steers.md
says "there is no theme './inside'" "a folder that holds a file 'theme.yaml'"

# Who could have come and did not may be counted as absent, or left out of the votes.
votes() {
	printf '%s\n' "$front" '```attendance' 'present: [A, B, C]' 'members: 12' '```' '' '```decisions' '- what: x' '  votes:' \
		'    for: 2' '    against: 0' '    abstention: 1' "    absent: $1" '```'
}
for absent in 0 9; do
	votes $absent >votes.md
	run 0 "$ramure" build --strict --to pdf votes.md
done
votes 4 | bad too-many-votes "the votes make 7, and 3 may vote"
votes 0 | sed '/^members/d; s/for: 2/for: 0/; s/abstention: 1/abstention: 0/' >no-votes.md
run 0 "$ramure" build --to pdf no-votes.md
says "the votes make 0, and 3 may vote: 3 missing"

# What is typed in the command is answered with what to type.
printf '## A\n\nUn\n' >a.md
mkdir other
cp a.md other/a.md
cp a.md ./-b.md
run 2 "$ramure" build -o made/ a.md other/a.md
says "would both be written to 'made/" "ramure build -o NAME other/a.md"
run 2 "$ramure" build a.md a.md
says "name this source once"
cp a.md c.pdf
run 2 "$ramure" build c.pdf
says "would replace the source 'c.pdf'" "ramure build -o NAME c.pdf"
run 2 "$ramure" build -b.md
says "type: ramure build ./-b.md"
run 0 "$ramure" build ./-b.md
run 0 "$ramure" build --to PDF a.md
run 1 "$ramure" build --theme sobr a.md
says "did you mean '--theme sobre'?"
run 1 "$ramure" build --date 2026-31-12 a.md
says "write '--date 2026-12-31'"
run 1 "$ramure" build --date "23 juin" a.md
says "write '--date \"23 juin 2020\"', with the year"
run 1 "$ramure" build --date hier a.md
says "as in '--date \"23 "

# Refused slides are slides: no word about a source without any.
printf '# Partie\n\n## A\n\n<b>x</b>\n' | bad refused "'<b>'"
if grep -q 'no slide' err; then fail "a refused source is called empty"; fi

# An amount is understood as its language writes it; what can be read in two ways is asked about.
amounts() {
	printf -- '---\ntitle: Essai\nlang: %s\ndate: 2020\n---\n\n## A\n\n```table\ncolumns:\n  - item\n  - name: sum\n' "$1"
	printf '    type: amount\n    total: yes\nitems:\n  - item: A\n    sum: %s\n  - item: B\n    sum: %s\n```\n' "$2" "$3"
}
amounts en '£1,200' '£300.50' >pounds.md
run 0 "$ramure" build --to pdf pounds.md
[ ! -s err ] || fail "English thousands are doubted"
if command -v pdftotext >/dev/null; then
	pdftotext -layout pounds.pdf out
	prints "1,500.50"
fi
amounts fr '£1,200' '1.500 £' >livres.md
run 0 "$ramure" build --to pdf livres.md
says ":17:10: warning: '£1,200' is read as 1,2" ":19:10: warning: '1.500 £' is read as 1,5" "[number]"
amounts fr '1 200' '8 €' | bad no-currency "'1 200' has no currency" "'sum: 1 200 €'"

# The year that lacks is most often the document's.
in_slide <<'MD' | bad no-year "'1er mars' has no year" "'échéance: 1er mars 2020'"
```decisions
- what: x
  by: 1er mars
```
MD
sed 's/2020-06-23/2026-02-07/' no-year.md >year.md
run 1 "$ramure" build year.md
says "'échéance: 1er mars 2026', with the year"

# What would exhaust a machine.
for kind in columns agenda decisions measures; do
	{ printf '%s\n```%s\n' "$front" $kind; awk 'BEGIN { for (i = 1; i < 10002; i++) print "- point " i }'; echo '```'; } |
		bad "many-$kind" "has 10001 items; 10000 are the most" "several blocks"
done
{ printf '%s\n' "$front"; awk 'BEGIN { for (i = 0; i < 10000; i++) printf "- "; print "x" }'; } >lists.md
{ printf '%s\n' "$front"; awk 'BEGIN { for (i = 0; i < 120000; i++) printf "![[]("; print "" }'; } >brackets.md
{
	printf '%s\n' "$front"
	awk 'BEGIN { for (i = 0; i < 10000; i++) printf "|a"; print "|"; for (i = 0; i < 10000; i++) printf "|-"; print "|" }'
} >columns.md
{ printf '%s\n' "$front"; head -c 50000000 /dev/zero | tr '\0' x; echo; } >line.md
awk 'BEGIN { print "---"; for (i = 0; i < 100000; i++) printf "["; print "\n---\n\n## A" }' >flow.md
for name in lists brackets columns line flow; do
	echo old >$name.pdf
	run 1 timeout 60 "$ramure" build $name.md
	says "$name.md"
	[ "$(cat $name.pdf)" = old ] || fail "$name: an output was touched"
	[ "$(wc -c <err)" -lt 100000 ] || fail "$name: $(wc -c <err) bytes of messages"
done

# An empty file is a valid, nearly empty document, with a warning.
: >empty.md
run 0 "$ramure" build empty.md
says "empty.md" "warning"
there empty.pdf empty.odt
run 1 "$ramure" build --strict empty.md -o strict
gone strict.pdf strict.odt

# Long and odd, and yet in no time: a list of many pages, a letter under a tower of accents.
{ printf '%s\n' "$front"; awk 'BEGIN { for (i = 1; i <= 5000; i++) print "- point " i }'; } >many-items.md
run 0 "$ramure" build --to pdf --max-time 10 many-items.md
# A name with other accents, hyphens and capitals is the same one, whatever the letter that has them.
in_slide <<'MD' | bad accents-twice "'jiri-zizek DVORAK' is listed twice" "on line 12"
```attendance
present:
  - Jiří Žižek Dvořák
excused:
  - jiri-zizek DVORAK
```
MD
# As many as a list may have: each is looked up among all.
{
	printf '%s\n```attendance\npresent:\n' "$front"
	awk 'BEGIN { for (i = 1; i <= 8000; i++) print "  - Nom" i " Prénom" i; print "  - NOM77 Prenom77\n```" }'
} | bad many-present "'NOM77 Prenom77' is listed twice" "on line 88"
{
	printf '%s\n```attendance\npresent:\n' "$front"
	awk 'BEGIN { for (i = 1; i <= 8000; i++) print "  - Nom" i " Prénom" i; print "```" }'
} >many-present.md
run 0 "$ramure" build --to pdf --max-memory 300 many-present.md
{ printf '%s\n' "$front"; awk 'BEGIN { for (i = 1; i <= 40000; i++) print "- point " i }'; } >more-items.md
run 0 "$ramure" build --to pdf --max-memory 300 more-items.md
{ printf '%s\nA' "$front"; awk 'BEGIN { for (i = 1; i <= 100000; i++) printf "\xCC\x81" }'; } >accents.md
run 0 "$ramure" build --to pdf --max-time 10 accents.md
{ printf '%s\n' "$front"; awk 'BEGIN { for (i = 1; i <= 16000; i++) printf "p %d\n\nSource: s %d\n\n", i, i }'; } >many-sources.md
run 1 "$ramure" build --to pdf --max-time 10 many-sources.md
says "leave no room on the slide"
