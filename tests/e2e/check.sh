#!/bin/sh
# ramure check: everything a build would say, and advice that has a name, can be accepted, and changes the status only when asked.
. "${srcdir:-.}/tests/lib.sh"

small
run 0 "$ramure" check small.md
silent
gone small.pdf small.odt
run 0 "$ramure" check --strict small.md

# Each advice of the list is given where there is cause, and only there; its name silences it, and it alone.
run 0 "$ramure" check --list
names=$(sed '/^Warnings/,$d' out | grep '^[a-z]')
prints "continued" "untitled" "votes" "template-styles"
cp out listed
# Every name that the code gives to a message is in that list.
cat "$srcdir"/core/*.c "$srcdir"/core/*/*.c "$srcdir"/plugins/*/*.c | tr '\n' ' ' |
	grep -oE 'ramure_(warning|info|advice)\([^"(]*(\([^)]*\))?[^"(]*"[a-z0-9-]+",' |
	grep -oE '"[a-z0-9-]+"' | tr -d '"' | sort -u >given
[ "$(wc -l <given)" -ge 19 ] || fail "the code gives only these names: $(cat given)"
while read -r name; do
	grep -qx -- "$name" listed || fail "'$name' is not in ramure check --list"
done <given
[ "$(echo "$names" | wc -l)" -ge 19 ] || fail "the list has only: $names"
mkdir bad good
cp "$srcdir/tests/e2e/check/bad.md" "$srcdir/doc/pictures/agenda.png" bad
mv bad/agenda.png bad/image.png
cp bad/image.png bad/unused.png
cp bad/image.png good
cp "$srcdir/tests/e2e/check/good.md" good
run 0 "$ramure" check bad/bad.md
[ "$(find bad | wc -l)" = 4 ] || fail "something was written"
cp err all
for name in $names; do
	grep -q "advice: .* \[$name\]$" all || fail "nothing says '$name'"
done
for name in $names; do
	run 0 "$ramure" check --allow "$name" bad/bad.md
	if grep -q "\[$name\]" err; then fail "--allow $name, and yet it is said"; fi
	[ "$(grep -c ' advice: ' err)" = "$(grep ' advice: ' all | grep -vc "\[$name\]")" ] || fail "--allow $name silences more"
done
says "bad.md:"
run 0 "$ramure" check good/good.md
if grep ' advice: ' err >&2; then fail "advice without cause"; fi
run 0 "$ramure" build good/good.md
run 0 "$ramure" build bad/bad.md
if grep ' advice: ' err >&2; then fail "a build gives advice"; fi
run 1 "$ramure" check --strict bad/bad.md
says "[long-title]"
sed -i "2i allow: [$(echo $names | sed 's/ /, /g')]" bad/bad.md
run 0 "$ramure" check --strict bad/bad.md
rm bad/bad.pdf bad/bad.odt

# A file that another source of the folder names is not unused.
echo '![Une image](unused.png)' >bad/other.md
sed -i '2d' bad/bad.md
run 0 "$ramure" check bad/bad.md
if grep -q 'unused-file' err; then fail "a file of another source"; fi

# One that is too large to be searched may name it.
rm bad/other.md
run 0 "$ramure" check bad/bad.md
says "[unused-file]"
yes '' | head -c 17000000 >bad/other.md
run 0 "$ramure" check bad/bad.md
if grep -q 'unused-file' err; then fail "a file that may be another source's"; fi
echo '![Une image](unused.png)' >bad/other.md

# What lies in the folder is told once, however many of its sources are checked.
run 0 "$ramure" check bad/bad.md bad/bad.md small.md
[ "$(grep -c 'unused-file' err)" = 0 ] || fail "a file of another source"
rm bad/other.md
run 0 "$ramure" check bad/bad.md small.md bad/bad.md
[ "$(grep -c 'unused.png' err)" = 1 ] || fail "an unused file is told of otherwise than once"

# advises NAME COUNT: what stands in standard input, under a front matter, is given that advice so often.
advises() {
	{ printf -- '---\ntitre: Essai\ndate: 2020-06-25\n---\n\n## Un titre\n\n' && cat; } >advised.md
	run 0 "$ramure" check advised.md
	[ "$(grep -c "\[$1\]$" err)" = "$2" ] || fail "$1 otherwise than $2 times"
}

# A day of a calendar, or behind words that announce; without its year it is the document's, or the next when nearer.
advises past-date 3 <<'END'
## Agenda

- 12 mars : comité de pilotage
- 7 janvier 2019 : lancement
- le 10 décembre 2019, puis le 8 juillet
- 8 juillet : rencontre
- 3 novembre, 12 novembre 2020

## Agenda 2030

Signé le 25 septembre 2015.
END
advises past-date 3 <<'END'
Inscriptions avant le 15 juin. L'assemblée aura lieu le 30 juin ; elle suit celle du 3 juin 2019. Merci de répondre le 12 janvier.

La note 10/12 est merci de 3/4. À venir : la réunion du 1er juin 2020.

## Calendrier de 2021

- 12 janvier
END
run 0 "$ramure" check --date 2020-12-15 advised.md
says "juin 2020 is announced"
if grep -q "advice: 12" err; then fail "a day of the next month is not past"; fi
advises weekday 1 <<'END'
Le lundi 23 juin 2020, non le mardi 23 juin 2020 ; un mardi, le 23 juin.
END

# Percentages: the rest is rounding, or it is not; in a table with its own total, in a column that says it in its header.
advises percentages-sum 0 <<'END'
- Oui : 33 %
- Non : 33 %
- Peut-être : 33 %
END
advises percentages-sum 3 <<'END'
- Oui : 45 %
- Plutôt : 36 %
- Non : 14 %
- Sans avis : 3 %

| Réponse | PME | ETI |
|---|---|---|
| Oui | 54 % | 60 % |
| Non | 30 % | 30 % |
| Sans avis | 14 % | 10 % |
| Total | 98 % | 100 % |

```tableau
colonnes:
  - nom: Poste
  - nom: Part
    type: pourcentage
lignes:
  - Poste: Salaires
    Part: 50
  - Poste: Loyer
    Part: 13
  - Poste: Divers
    Part: 35
```
END
advises unsourced-figure 2 <<'END'
```colonnes
- titre: Maires
  chiffre: 76
  unité: \%
- titre: Communes
  chiffre: 46
```

Voir [les suites](#suites).

## Suites

Un bureau 100 % bénévole.

## Sources

Ils sont 76 %, dit [l'étude](https://example.org/).

## Autres

Ils sont 76 %.
END
advises repeated-sentence 0 <<'END'
```mesures
- numéro: 1
  titre: Rendre l'existant accessible sans attendre, par un portail unique ouvert à tous
  niveau: Satisfaisant
  échéance: 2020-12-31
```

## Ce qui vient

```prochaines-dates
```
END
# None of the four levels says that a measure is done; the hint says how to say so.
advises measure-late 1 <<'END'
```mesures
- titre: Acheter un four
  niveau: Très satisfaisant
  échéance: 2019-01-01
```
END
says "give it a level of which the legend says so: 'meaning: done'"
advises measure-late 0 <<'END'
```mesures
légende:
  - nom: Fait
    sens: terminé
éléments:
  - titre: Acheter un four
    niveau: Fait
    échéance: 2019-01-01
```
END
# Two votes may end alike.
advises repeated-sentence 0 <<'END'
```décisions
- quoi: Adopter le budget
  votes: {pour: 5, contre: 0, abstention: 0}
```

## Plus tard

```décisions
- quoi: Refaire la fête
  votes: {pour: 5, contre: 0, abstention: 0}
```
END
advises unsourced-figure 0 <<'END'
```tableau
colonnes:
  - nom: poste
  - nom: 2019
    type: montant
    total: oui
  - nom: 2020
    type: montant
    total: oui
  - nom: écart
    évolution: [2019, 2020]
lignes:
  - poste: Rencontres
    2019: 12 000 €
    2020: 9 500 €
```
END
advises empty-slide 0 <<'END'
Un mot.
END
{ cat advised.md && printf '\n## Refusé\n\n```agneda\n```\n'; } >refused.md
run 1 "$ramure" check refused.md
if grep -q 'empty-slide' err; then fail "a slide of which the block is refused is told to be empty"; fi
sed -i '2i embargo: 2020-11-23' advised.md
run 0 "$ramure" check advised.md
says "advised.md:2:10: advice: the document is under embargo until 23"
sed -i '/^date:/d' advised.md
run 1 "$ramure" check advised.md
[ "$(grep -c 'error: ' err)" = 1 ] || fail "an embargo without a date is told otherwise than once"
advises capitals-accents 1 <<'END'
LES ELUS ET L'ETAT : COMPETENCES et METIERS, MAIS PROJETS, TACHES et COTE. LES DECENTRALISATIONS, non ÉETAT ni ETAT_2.
END
says "accents are missing in 'ELUS, ETAT, COMPETENCES, METIERS, DECENTRALISATIONS'" \
	"write 'ÉLUS, ÉTAT, COMPÉTENCES, MÉTIERS, DÉCENTRALISATIONS'"
advises missing-alt 3 <<'END'
![Photo](good/image.png) ![IMG_2034.jpg](good/image.png) ![](good/image.png) ![Une photo de la mairie](good/image.png)
END
advises empty-slide 1 <<'END'
### Rien

### Un mot

Un mot.
END
advises repeated-sentence 1 <<'END'
La réalité de terrain est plus complexe, plus riche et plus simple...

## Autre

La réalité de terrain est plus complexe, plus riche et plus simple.
END
says 'stands on another slide already, at advised.md:'
advises missing-file 2 <<'END'
[Une note](note.pdf?page=2), [le site](www.example.org), [un autre](https://www.example.org), [une image](good/image.png#x), [ici](mailto:a@example.org).
END
says "https://www.example.org"
advises unfinished 4 <<'END'
À compléter.

TODO : écrire. Une méTODOlogie.

Il faut déjà compléter le dossier, et une TODOŁISTA.

## Qui vient ???

- xxx €
END
advises link-text 1 <<'END'
Voir [la suite](#suite).

## Suite

Un mot.
END
says "[the study's results](#suite)"

# Data that typography changes everywhere is not read to its end, which is told.
awk 'BEGIN { print "```ordre-du-jour"; for (i = 0; i < 600; i++) print "- Le budget de " 10000 + i " €"; print "```" }' >many
advises typography-data 2 <many
says "more than 500 changes of data"

# Data are what stands in blocks, whatever the source is called.
printf -- '---\ntitre: Essai\n---\n\n## A\n\nUn budget de 125000 euros.\n\n```ordre-du-jour\n- Pour 10000 euros\n```\n' >data.txt
run 0 "$ramure" check - <data.txt
[ "$(grep -c '\[typography-data\]' err)" = 1 ] || fail "a text of standard input is called data"
run 0 "$ramure" check data.txt
[ "$(grep -c '\[typography-data\]' err)" = 1 ] || fail "a text of 'data.txt' is called data"

for words in 'En savoir plus…' 'Cliquez ici !' 'ce document' here; do
	printf -- '---\ntitle: Essai\n---\n\n## A\n\nVoir [%s](https://example.org/) et [les statuts](https://example.org/).\n' "$words" >link.md
	run 0 "$ramure" check link.md
	[ "$(grep -c '\[link-text\]' err)" = 1 ] || fail "'$words' is not told, or more than it"
done

# A name that nothing has is no name.
run 0 "$ramure" check --allow emty-slide small.md
says "no message is called 'emty-slide'" "did you mean 'empty-slide'?"
sed '2i allow: [parked, votes, Empty slide, xyzzy]' small.md >allow.md
run 0 "$ramure" build allow.md
says "allow.md:2:37: warning: no message is called 'xyzzy': nothing is accepted by it [allow]" "ramure check --list"
[ "$(grep -c '\[allow\]' err)" = 1 ] || fail "a name that is known is warned of"
run 1 "$ramure" check --strict --allow emty-slide small.md

# What a build refuses, check refuses; wrong use is wrong use.
printf -- '---\ntitle: Essai\n---\n\n## A "quoted" \\\\ title\n\n```agneda\n- B\n```\n' >wrong.md
run 1 "$ramure" check wrong.md
says "wrong.md:7:4: error: " "agneda"
run 1 "$ramure" check nowhere.md
run 2 "$ramure" check
says "a source is missing"
run 2 "$ramure" check --format xml small.md
says "'xml'"
run 1 "$ramure" check - <wrong.md
says "agneda"

# One array for all sources, whatever their number of messages; French names and quotes stand in it as they are.
run 0 "$ramure" check --format json small.md
[ "$(tr -d '\n' <out)" = "[]" ] || fail "no messages, and no empty array"
run 1 "$ramure" check --format json wrong.md bad/bad.md small.md
silent
prints '"file": "wrong.md", "line": 7, "column": 4, "length": 6, "severity": "error", "name": null'
prints '"severity": "advice", "name": "link-text", "message": "'"'ici' does not say"
printf '%b\n' '---\ntitle: Essai\n---\n\n## A\n\n```x\\y"z\n- B\n```' >quotes.md
run 1 "$ramure" check --format json quotes.md
prints 'x\\y\"z'
needs python3
run 1 "$ramure" check --format json wrong.md bad/bad.md quotes.md
python3 - <<'PY' || fail "the array is not as the manual says"
import json
messages = json.load(open("out", encoding="utf-8"))
keys = ["file", "line", "column", "length", "severity", "name", "message", "hint"]
assert len(messages) > 20 and all(list(m) == keys for m in messages)
assert {m["severity"] for m in messages} >= {"error", "advice"}
assert any('x\\y"z' in m["message"] for m in messages)
PY
