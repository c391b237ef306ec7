#!/bin/sh
# ramure typography: pairs of French lines, a second pass, the list, slips; and the rules in a deck.
. "${srcdir:-.}/tests/lib.sh"

# The signs that look alike are written as in the list of pairs.
visible() {
	sed 's/\xC2\xA0/~/g; s/\xE2\x80\xAF/·/g' "$1"
}

# check_pairs LANG FILE: every line becomes what the file says, and the same after a second pass.
check_pairs() {
	pairs=$srcdir/tests/e2e/typography/$2
	grep -v '^#' "$pairs" | cut -f2 >typed
	grep -v '^#' "$pairs" | awk -F'\t' '{ print $1 == "P" ? $3 : $2 }' >wanted
	awk -F'\t' '$1 == "N"' "$pairs" | grep -q . || fail "no line that must not change"
	run 0 "$ramure" typography --lang "$1" <typed
	silent
	cp out once
	visible once >shown
	diff wanted shown >&2 || fail "the rules set these lines otherwise"
	run 0 "$ramure" typography --lang "$1" <once
	cmp once out || fail "a second pass changes the text"
}

check_pairs en english.tsv
check_pairs fr french.tsv
run 0 "$ramure" typography <once
cmp once out || fail "a second pass changes the text"
run 0 "$ramure" typography typed
cmp once out || fail "a file is set otherwise than standard input"
run 0 "$ramure" typography --lang none <typed
cmp typed out || fail "no rules, and yet the text changes"
printf 'He said "no" -- twice.\n' >english
run 0 "$ramure" typography --lang en english
prints '“no”'

run 0 "$ramure" typography --list
prints "percent" "81% des Français → 81~% des Français" "left as it is: rendez-vous à 14:30" "only in: text" "typography-off"
run 0 "$ramure" typography --list --lang en
prints "quotes"
cat >house.rules <<'END'
# Les mots de la maison
rule rameau
  en  the name of the house
  fr  le nom de la maison
  find \b le \x20 rameau \b
  put  Le Rameau
  yes chez le rameau ! => chez Le Rameau !
END
echo "avec le rameau, dès aujourd'hui" >house
run 0 "$ramure" typography --rules house.rules house
prints "avec Le Rameau, dès aujourd’hui"
run 0 "$ramure" typography --lang none --rules house.rules house
prints "avec Le Rameau, dès aujourd'hui"
run 0 "$ramure" typography --rules house.rules --list
prints "rameau" "chez Le Rameau !"
sed 's/Rameau !/rameau !/' house.rules >slip.rules
run 1 "$ramure" typography --rules slip.rules house
says "slip.rules:7:7: error: the example of the rule 'rameau' gives"
run 1 "$ramure" typography --rules nowhere.rules house
# Words that are made of words may double at each step: the length of a pattern has a limit, told once.
awk 'BEGIN { print "let A x"; for (i = 66; i < 91; i++) printf "let %c %%%c%%%%%c%%\n", i, i - 1, i - 1 }' >long.rules
printf 'rule long\n  find %%Z%%\n  put y\n  yes x => y\n' >>long.rules
run 1 "$ramure" typography --rules long.rules house
says "long.rules:14:5: error: this pattern has more than 65536 bytes with its names written out"
[ "$(grep -c 'more than 65536' err)" = 1 ] || fail "one long pattern is told more than once"
for i in $(seq 65); do printf 'let N%s x\n' "$i"; done >long.rules
run 1 "$ramure" typography --rules long.rules house
says "long.rules:65:1: error: more than 64 words that 'let' explains"
run 3 "$ramure" typography --lang eo <typed
says "no typography rules for the language 'eo'" "'fr' and 'en'"
run 3 "$ramure" typography --lang ../../fr <typed
run 1 "$ramure" typography nowhere.txt
says "nowhere.txt"
run 2 "$ramure" typography typed english
printf 'caf\351\n' >latin
run 1 "$ramure" typography latin
says "latin:1:4"
{ cat typed && printf 'un\303\251\302 deux\n'; } >broken
run 1 "$ramure" typography <broken
says "-:$(($(wc -l <typed) + 1)):4"

# Texts that nobody typed: one line of megabytes, signs alone, other scripts; every byte of what no rule knows stays.
for sign in '!' '"' ' ' "'" '«' '(' '1' 'e\314\201' '\327\251\327\234 ' '\\' '^{' '1 %% ' 'M. '; do
	awk -v sign="$(printf "$sign")" 'BEGIN { for (i = 0; i < 300000; i++) printf "%s", sign; print "" }' >long
	run 0 "$ramure" typography long
	cp out long
	run 0 "$ramure" typography long
	cmp -s long out || fail "'$sign' again and again is not the same after a second pass"
done
printf 'deux\r\nlignes !\r\n\357\273\277' >ends
run 0 "$ramure" typography ends
[ "$(wc -l <out)" = 2 ] || fail "line ends are kept otherwise"
(while :; do cat typed; done) 2>/dev/null | head -c 70000000 | iconv -c -f UTF-8 -t UTF-8 >large
# A sanitizer's shadow alone takes terabytes of addresses.
(
	grep -q __asan_init "$ramure" || ulimit -v 200000
	"$ramure" typography large
) >set || fail "a text of 70 MB takes more than 200 MB"
[ "$(wc -l <set)" = "$(wc -l <large)" ] || fail "a text of 70 MB loses lines"
rm large set

# A document takes the rules of its language, or those that it names.
write_deck() {
	printf -- '---\ntitle: Un essai\n%s\n---\n\n## Une diapositive\n\nL'"'"'essentiel, "tous" compris.\n' "$1" >deck.md
}
needs pdftotext
write_deck "lang: fr"
run 0 "$ramure" build deck.md --to pdf
pdftotext deck.pdf - | grep -q "L’essentiel, « tous » compris" || fail "the deck was not set as French"
write_deck "typography: none"
run 0 "$ramure" build deck.md --to pdf
pdftotext deck.pdf - | grep -q "L'essentiel, \"tous\" compris" || fail "the deck was set, against its typography: none"
write_deck "typography-off: quotes"
run 0 "$ramure" build deck.md --to pdf
pdftotext deck.pdf - | grep -q "L’essentiel, \"tous\" compris" || fail "the rule 'quotes' was not left out"
# A sign behind a backslash and marked words are left as typed, in texts, titles and data; a plain text keeps the marks.
cat >deck.md <<'END'
---
titre: L\'essai [5ème "point"]{.tel-quel}, 5ème
---

## Le [1er]{.tel-quel} et le 1er {#un}

L\'eau, l'eau, 3\% et 3%, un mot \! Un mot ! \"Dit\" "fin".

```ordre-du-jour
- titre: [2ème heure]{.raw}, 2ème
  durée: 5 min
- L\'autre l'autre
```
END
run 0 "$ramure" build deck.md --to pdf
pdftotext deck.pdf - >shown
for words in "L'essai 5ème \"point\", 5e" "Le 1er et le 1er" "L'eau, l’eau, 3% et 3 %, un mot ! Un mot ! \"Dit\" « fin »" \
	"2ème heure, 2e" "L'autre l’autre"; do
	grep -q -F "$words" shown || fail "'$words' is not in the deck"
done
printf "L\\\\'eau, [5ème]{.tel-quel}, 5ème\n" >escaped
run 0 "$ramure" typography escaped
prints "L\'eau, [5ème]{.tel-quel}, 5^{e}"

write_deck "typography-rules: house.rules"
sed -i "s/tous/le rameau/" deck.md
run 0 "$ramure" build deck.md --to pdf
pdftotext deck.pdf - | grep -q "L’essentiel, « Le Rameau » compris" || fail "the rules of the house were not applied"
write_deck "typographie-règles: slip.rules"
run 1 "$ramure" build deck.md --to pdf
says "slip.rules:7:7: error"
write_deck "typography-rules: ../house.rules"
run 1 "$ramure" build deck.md --to pdf
write_deck "typography: eo"
run 1 "$ramure" build deck.md --to pdf
says "deck.md:3:13: error: there are no typography rules for the language 'eo'" "typography: none"

# A language without rules has its texts as they are typed.
write_deck "lang: eo"
run 0 "$ramure" build deck.md --to pdf
says "deck.md:3:7: warning: there are no typography rules for the language 'eo'" "typography: none" "[typography-none]"

# A rule that passes its examples and gives up on a text of the document: its work is undone there, and that is told.
printf 'rule hasty\n  find (?:z|zz)+y\n  put x\n  yes zzy => x\n' >hasty.rules
write_deck "typography-rules: hasty.rules"
printf '\nZut, %060d : y\n' 0 | tr 0 z >>deck.md
run 0 "$ramure" build deck.md --to pdf
says "deck.md:10:1: warning: the typography rule 'hasty' needs too many steps" "typography-off: [hasty]"
run 1 "$ramure" build --strict deck.md --to pdf
write_deck "allow: typography-limit
typography-rules: hasty.rules"
printf '\nZut, %060d : y\n' 0 | tr 0 z >>deck.md
run 0 "$ramure" build --strict deck.md --to pdf
write_deck "typography-off: [hasty]
typography-rules: hasty.rules"
printf '\nZut, %060d : y\n' 0 | tr 0 z >>deck.md
run 0 "$ramure" build --strict deck.md --to pdf
silent
