#!/bin/sh
# A booklet: files included as chapters, each with its date, language and names; and what may not be included.
. "${srcdir:-.}/tests/lib.sh"
needs pdftotext pdfinfo unzip

# chapter FILE TITLE DATE [LINES…]: a source whose blocks of data stand on lines of their own.
chapter() {
	file=$1 title=$2 date=$3
	shift 3
	mkdir -p "$(dirname "$file")"
	{
		printf -- '---\ntitre: %s\ndate: %s\n---\n\n' "$title" "$date"
		for line; do printf '%s\n' "$line"; done
	} >"$file"
}

# booklet LINES…: a booklet that includes them.
booklet() {
	{
		printf -- '---\ntitre: Carnet\ndate: 2021-01-12\ncompilées: aucune\n---\n\n```inclure\n'
		for line; do printf '%s\n' "$line"; done
		printf '```\n'
	} >carnet.md
}

# refuses WORDS…: the booklet is an error that says them, and nothing is written.
refuses() {
	rm -f carnet.pdf carnet.odt
	run 1 "$ramure" build carnet.md
	says "$@"
	gone carnet.pdf carnet.odt
}

# words_of_deck: the words of the deck, a line each.
words_of_deck() {
	pdftotext -layout carnet.pdf - | tr '\f' '\n' | LC_ALL=C sed 's,\xc2\xa0, ,g; s,\xe2\x80\x99,'"'"',g'
}

chapter 2020/b.md 'Réunion de novembre' 2020-11-23 '## Suites' '' 'Voir [la lettre](a.md#la-lettre) et [](#suites).'
chapter 2020/a.md 'Réunion de juin' 2020-06-23 '# Bilan' '' '## La lettre' '' 'Un texte[^1].' '' '[^1]: Une note.' '' \
	'## Suites' '' 'Une autre[^1].' '' '# Après' '' '## Demain' '' 'Rien.'
touch 2020/image.png

# One line a file, in their order; patterns in the order of bytes, without what is named by itself and what is no source.
booklet '2020/b.md' '2020/*'
run 0 "$ramure" build carnet.md
silent
there carnet.pdf carnet.odt
words_of_deck >words
grep -q 'Chapitre 1 sur 2' words || fail "the first chapter has no page of its own"
pdftotext -f 2 -l 2 -layout carnet.pdf - | grep -q 'Carnet.* 2.*/' || fail "the page of a chapter has no number"
grep -n 'Réunion de novembre\|Réunion de juin' words | head -1 | grep -q novembre || fail "the order of the lines is not kept"
booklet '2020/?.md'
run 0 "$ramure" build --depfile carnet.d carnet.md
words_of_deck >words
grep -n 'Réunion de novembre\|Réunion de juin' words | head -1 | grep -q juin || fail "a pattern is not sorted"
for name in 2020/a.md 2020/b.md; do
	grep -qF "$name" carnet.d || fail "the rule for make lacks '$name'"
done
unzip -p carnet.odt content.xml >content
grep -q '>1<.*Réunion de juin' content || fail "the chapter has no number"

# A chapter still builds alone; there, a link to another file is its words, and says so.
run 0 "$ramure" build 2020/b.md
says "'a.md#la-lettre' is in another document" 'link-elsewhere'
run 1 "$ramure" build --strict 2020/b.md
run 0 "$ramure" check carnet.md

# References: the chapter's own names first, then all others; the same name in two chapters only when used from outside.
booklet '2020/*.md'
printf '\n# Fin\n\n## Mot\n\nVoir [](#demain) et [la réunion](2020/b.md).\n' >>carnet.md
run 0 "$ramure" build carnet.md
printf '\n## Encore\n\nVoir [](#suites).\n' >>carnet.md
refuses "'suites' may be in '2020/a.md', line 14, or in '2020/b.md', line 6" 'other.md#suites'
sed -i 's/(#suites)/(2020\/a.md#suites)/' carnet.md
run 0 "$ramure" build carnet.md
printf '\n## Rien\n\nVoir [x](2020/a.md#rien).\n' >>carnet.md
refuses "nothing here is named '2020/a.md#rien'" "in '2020/a.md', name what it points to: put {#rien} behind a heading"
printf '\n## Rien\n\nVoir [x](2020/z.md#rien).\n' >>carnet.md
refuses "'2020/z.md' does not exist"

# Missing, outside of the root, twice, itself, in a ring, no text, no such name.
booklet '2020/a.md' '2020/c.md'
refuses "carnet.md:9:1: error: '2020/c.md' does not exist" "did you mean '2020/"
booklet '../a.md'
refuses "carnet.md:8:1: error: '../a.md' leads out of the folder"
booklet '/etc/passwd'
refuses "carnet.md:8:1: error: '/etc/passwd'"
ln -s /etc 2020/etc
booklet '2020/etc/*'
refuses "leads out of the folder"
rm 2020/etc
booklet '2020/a.md' '2020/../2020/a.md'
refuses "carnet.md:9:1: error: '2020/a.md' is included twice" "carnet.md, line 8"
booklet 'carnet.md'
refuses "carnet.md:8:1: error: 'carnet.md' includes itself"
chapter ring/one.md Un 2020-01-01 '```inclure' 'two.md' '```'
chapter ring/two.md Deux 2020-01-01 '```inclure' 'one.md' '```'
booklet 'ring/one.md'
refuses 'ring/two.md:7:1: error: these files include each other: ring/one.md → ring/two.md → ring/one.md' \
	"'ring/two.md' is included by ring/one.md, line 7"
printf '\377\376\0001' >2020/binary.md
booklet '2020/binary.md'
refuses '2020/binary.md:1:1: error:'
rm 2020/binary.md
booklet '2020/z*.md'
refuses "carnet.md:8:1: error: no file is called '2020/z*.md'"
booklet '*/a.md'
refuses "'*' and '?' stand for the names of files, not of folders"
booklet
refuses "'fichiers' is missing in 'inclure'"
printf -- '---\ntitre: Carnet\n---\n\n## Une liste\n\n- un point\n\n  ```inclure\n  2020/a.md\n  ```\n' >carnet.md
refuses 'chapters cannot stand inside a list'

# A booklet may include booklets, up to a depth; files and bytes have their limits too.
chapter deep/1.md Un 2020-01-01 '```inclure' '2.md' '```'
chapter deep/2.md Deux 2020-01-01 '```inclure' '3.md' '```'
chapter deep/3.md Trois 2020-01-01 '## Au fond' '' 'Un texte.'
booklet deep/1.md
run 0 "$ramure" build carnet.md
words_of_deck | grep -q 'Au fond' || fail "the innermost chapter is lost"
chapter deep/3.md Trois 2020-01-01 '```inclure' '4.md' '```'
chapter deep/4.md Quatre 2020-01-01 '## Trop' '' 'Un texte.'
refuses 'deep/3.md:7:1: error: booklets in booklets nest deeper than 3'
mkdir many
i=0
while [ $i -lt 501 ]; do
	printf '## Page\n' >many/$((1000 + i)).md
	i=$((i + 1))
done
booklet 'many/*.md'
refuses 'carnet.md:8:1: error: a booklet includes at most 500 files'
mkdir large
i=0
while [ $i -lt 3 ]; do
	awk 'BEGIN { for (i = 0; i < 75000; i++) print "Une ligne de texte, qui ne dit rien, et qui le dit bien longuement. Voilà tout." }' >large/$i.md
	i=$((i + 1))
done
booklet 'large/*.md'
refuses 'carnet.md:8:1: error: the files of a booklet take at most 16 MB together'

# The latest embargo to come holds for all; one that is over at the booklet's date is over.
chapter 2020/e.md 'Sous clef' 2020-03-01 '## Page' '' 'Un texte.'
sed -i 's/^titre/embargo: Sous embargo jusqu’au 1er mars 2021\ntitre/' 2020/e.md
chapter 2020/f.md 'Passé' 2020-03-01 '## Page' '' 'Un texte.'
sed -i 's/^titre/embargo: Sous embargo jusqu’au 1er avril 2020\ntitre/' 2020/f.md
booklet 2020/e.md 2020/f.md
run 0 "$ramure" build --verbose carnet.md
says 'the embargo of this chapter holds for the whole booklet'
[ "$(words_of_deck | grep -c 'Sous embargo')" = "$(pdfinfo carnet.pdf | sed -n 's/^Pages: *//p')" ] ||
	fail "the embargo is not on every page"
booklet 2020/f.md
run 0 "$ramure" build --verbose carnet.md
words_of_deck | grep -q 'Sous embargo' && fail "an embargo outlives its day"

# Dates are the chapters' own: what was to do in June was not late then; --date holds for all.
chapter 2020/d.md 'Décisions' 2020-06-23 '## Décidé' '' '```décisions' '- quoi: Écrire la lettre' '  échéance: 2020-07-08' \
	'  qui: Le RAMEAU' '```' '' '## Fin' '' '```clôture' 'titre: Merci' '```'
booklet 2020/d.md
run 0 "$ramure" build --verbose carnet.md
says 'the closing of this chapter is left out of the booklet'
words_of_deck >words
grep -q 'dépassée' words && fail "the booklet's date makes a chapter's decision late"
grep -q 'Merci' words && fail "a chapter closes the booklet"
run 0 "$ramure" build --date 2021-01-12 carnet.md
words_of_deck >words
grep -q 'dépassée' words || fail "--date does not hold for the chapters"
grep -q '23 juin 2020' words || fail "the chapter does not show the date it has"

# Another language keeps its words and its rules; what it accepts is accepted in it.
chapter 2020/en.md 'A meeting' 2020-11-23 '## The letter' '' 'He said "yes": see [it](z.md).' '' '| A |' '|---|' '| 1 |' '' 'Table: One'
touch 2020/z.md
sed -i 's/^titre: /allow: link-elsewhere\nlang: en\ntitle: /' 2020/en.md
booklet 2020/a.md 2020/en.md
run 0 "$ramure" build carnet.md
silent
words_of_deck >words
grep -q 'Chapter 2 of 2' words || fail "the chapter does not open in its language"
grep -q '“yes”:' words || fail "the chapter has not the typography of its language"
rm 2020/z.md 2020/en.md

# For one medium only; without a title; marked as confidential.
printf -- '---\ntitre: Carnet\ndate: 2021-01-12\ncompilées: aucune\n---\n\n## Un\n\nTexte.\n\n```inclure\nsupport: rapport\nfichiers: 2020/a.md\n```\n' >carnet.md
run 0 "$ramure" build carnet.md
words_of_deck | grep -q 'Réunion de juin' && fail "a chapter of the report is in the deck"
unzip -p carnet.odt content.xml | grep -q 'Réunion de juin' || fail "the chapter is not in the report"
printf '# Le seul titre\n\nUn texte.\n' >2020/plain.md
printf '## Une page\n\nUn texte.\n' >2020/untitled.md
booklet 2020/plain.md 2020/untitled.md
run 0 "$ramure" build carnet.md
says '2020/untitled.md:1:1: warning: this chapter has no title'
words_of_deck | grep -q '^ *Le seul titre' || fail "its only heading is not the chapter's title"
chapter 2020/secret.md Secret 2020-01-01 '## Page' '' 'Un texte.'
sed -i 's/^titre/confidentialité: Bureau seulement\ntitre/' 2020/secret.md
booklet 2020/secret.md
run 0 "$ramure" build carnet.md
says "this chapter is marked 'Bureau seulement', and the booklet is not"

# What the PDF carries.
booklet '2020/a.md'
sed -i 's/^titre/joindre: source\ntitre/' carnet.md
run 0 "$ramure" build carnet.md
pdfdetach -list carnet.pdf >list
grep -q 'a\.md' list || fail "the chapter's source is not attached"

# Compiled pages that say something stand before the closing; 'compilées' chooses them, and their order.
printf -- '---\ntitre: Carnet\ndate: 2021-01-12\n---\n\n```inclure\n2020/d.md\n```\n\n# Fin\n\n```clôture\ntitre: À bientôt\n```\n' >carnet.md
run 0 "$ramure" build carnet.md
words_of_deck | grep -nE "^ *(L'année|Décisions de l'année|Historique des mesures|Prochaines dates|À bientôt)$" | sed 's/^[0-9]*: *//' >order
grep -q 'Historique' order && fail "a compiled page says that there is nothing"
[ "$(sed -n '$p' order)" = "À bientôt" ] || fail "the closing is not the last page: $(cat order)"
[ "$(wc -l <order)" -ge 3 ] || fail "the compiled pages are missing: $(cat order)"
# So they do behind chapters that stand in one part with the closing.
printf -- '---\ntitre: Carnet\ndate: 2021-01-12\n---\n\n## Un\n\nMot.\n\n# Demain\n\n```inclure\n2020/d.md\n```\n\n```clôture\ntitre: À bientôt\n```\n' >demain.md
run 0 "$ramure" build --to pdf demain.md
pdftotext -layout demain.pdf - | tr '\f' '\n' | LC_ALL=C sed 's,\xe2\x80\x99,'"'"',g' |
	grep -E "^ *(Demain|L'année|À bientôt)$" | sed 's/^ *//' | uniq | tr '\n' ' ' >order
[ "$(cat order)" = "Demain L'année À bientôt " ] || fail "the compiled pages stand before the last part: $(cat order)"
sed -i '2s/^titre/compilées: [décisions-de-l’année, année]\ntitre/' carnet.md
run 0 "$ramure" build carnet.md
words_of_deck | grep -nE "^ *(L'année|Décisions de l'année)$" | sed 's/^[0-9]*: *//' >order
[ "$(wc -l <order)" = 2 ] && sed -n 2p order | grep -qx "L'année" || fail "the chosen pages are not in their order: $(cat order)"
sed -i 's/, année/, annee-lumiere/' carnet.md
refuses "carnet.md:2:" "no page that a booklet compiles is named 'annee-lumiere'"

# The index leads to slides; in the report to sections, and to pages by fields that follow them.
printf -- '---\ntitre: Carnet\ndate: 2021-01-12\norganisations: [AMRF]\n---\n\n## Un\n\nTexte.\n\n## Deux\n\nAvec l’AMRF.\n\n## Qui\n\n```index\n```\n' >index.md
run 0 "$ramure" build index.md
pdftotext -layout index.pdf - | grep -qE '^ *AMRF +3$' || fail "the index does not say the slide"
unzip -p index.odt content.xml >content.xml
target=$(grep -o 'text:reference-format="page" text:ref-name="Renvoi_[^"]*"' content.xml | sed 's/.*="//; s/"$//')
grep -q "<text:bookmark text:name=\"$target\"" content.xml || fail "the index names a page of nothing"

# It finds the partners on the first page of their chapter.
chapter 2020/partners.md 'Avec eux' 2020-06-23 '## Un' '' 'Mot.'
sed -i '2i partenaires: [La Ville, AMRF, "Secrétariat : la Mairie"]\nmots-clés: Le Cercle' 2020/partners.md
booklet '2020/partners.md'
sed -i 's/compilées: aucune/compilées: index\norganisations: [Le Cercle]/' carnet.md
run 0 "$ramure" build carnet.md
pdftotext -layout carnet.pdf - >words
for line in 'AMRF +2' 'La Ville +2'; do
	grep -qE "^ *$line\$" words || fail "the index does not say '$line'"
done
if grep -q '^ *Le Cercle' words; then fail "the index leads to a keyword"; fi
if grep -q 'Secrétariat.*Mairie.*[0-9]$' words; then fail "the index takes a role for a name"; fi

# What is followed up on the very day that it is due has one line of the year, which says both.
chapter 2020/juin.md 'Réunion de juin' 2020-06-23 '```décisions' '- id: D1' '  quoi: Diffuser la lettre' '  échéance: 2020-10-17' '```'
chapter 2020/octobre.md 'Réunion d’octobre' 2020-10-17 '```décisions' 'suites:' '  - id: D1' '    état: en cours' '```'
booklet '2020/juin.md' '2020/octobre.md'
sed -i 's/compilées: aucune/compilées: année/' carnet.md
run 0 "$ramure" build --to pdf carnet.md
words_of_deck | tr '\n' ' ' | sed 's/  */ /g' >words
[ "$(grep -o '17 octobre 2020 Diffuser la lettre' words | wc -l)" = 1 ] || fail "the due date and its follow-up are two lines"
grep -q 'Décision D1 : En cours, échéance dépassée' words || fail "the line does not say that the decision fell due"

# Four dates are two tables of two, and their captions say of which dates.
chapter 2020/mesures.md 'Les mesures' 2020-12-01 '```mesures' 'liste: Les engagements' 'éléments:' '  - {numéro: 1, titre: Ouvrir, niveau: Satisfaisant}' \
	'états:' '  - date: 2020-01-02' '    éléments: [{numéro: 1, niveau: Satisfaisant}]' '  - date: 2020-04-02' \
	'    éléments: [{numéro: 1, niveau: Retard expliqué}]' '  - date: 2020-09-02' \
	'    éléments: [{numéro: 1, niveau: Satisfaisant}]' '```'
booklet '2020/mesures.md'
sed -i 's/compilées: aucune/compilées: historique/' carnet.md
run 0 "$ramure" build carnet.md
unzip -p carnet.odt content.xml | LC_ALL=C sed 's,\xc2\xa0, ,g; s/<[^>]*>//g' >words
for dates in 'du 2 janvier au 2 avril 2020' 'du 2 septembre au 1er décembre 2020'; do
	grep -q "au fil du temps : Les engagements, $dates" words || fail "no table of the history is '$dates': $(cat words)"
done

# The year tells each follow-up in the state of its day, once, however many meetings repeat it.
chapter 2020/juillet.md 'Réunion de juillet' 2020-07-17 '```décisions' 'suites:' '  - {id: D1, état: reportée, le: 2020-07-02}' '```'
chapter 2020/octobre.md 'Réunion d’octobre' 2020-10-17 '```décisions' 'suites:' '  - {id: D1, état: reportée, le: 2020-07-02}' \
	'  - {id: D1, état: faite}' '```'
booklet '2020/juin.md' '2020/juillet.md' '2020/octobre.md'
sed -i 's/compilées: aucune/compilées: année/' carnet.md
run 0 "$ramure" build --to pdf carnet.md
words_of_deck | tr '\n' ' ' | sed 's/  */ /g' >words
[ "$(grep -o ' 2 juillet 2020 Diffuser la lettre' words | wc -l)" = 1 ] || fail "a follow-up is missing, or told twice: $(cat words)"
grep -q ' 2 juillet 2020 Diffuser la lettre [^0-9]*Décision D1 : Reportée' words || fail "a follow-up has not the state of its day: $(cat words)"
grep -q '17 octobre 2020 Diffuser la lettre [^0-9]*Décision D1 : Faite' words || fail "the last follow-up is missing: $(cat words)"

# Nothing is closed before it is taken, whatever day the person builds for; a snapshot is no later than its document.
chapter 2020/octobre.md 'Réunion d’octobre' 2020-10-17 '```décisions' 'suites:' '  - id: D1' '    état: faite' '    le: 2020-07-08' '```'
booklet '2020/juin.md' '2020/octobre.md'
run 0 "$ramure" build --to pdf carnet.md
silent
run 0 "$ramure" build --to pdf --date 2021-02-01 carnet.md
silent
sed -i 's/2020-07-08/juin 2020/' 2020/octobre.md
run 0 "$ramure" build --to pdf carnet.md
sed -i 's/juin 2020/2020-06-22/' 2020/octobre.md
refuses "2020/octobre.md:10:9: error: this is before decision 'D1' was taken, on 23" 'it was taken at 2020/juin.md:7'
sed -i '/^date:/d' 2020/juin.md
refuses "decision 'D1' is taken only in a later document" "it is at 2020/juin.md:6, in a document without a date" "add 'date: …'"
booklet '2020/juin.md, 2020/octobre.md'
refuses "'2020/juin.md, 2020/octobre.md' does not exist" 'hint: write each name on a line of its own'
chapter 2020/avant.md 'Les mesures' 2020-03-01 '```mesures' 'éléments: [{numéro: 1, titre: Ouvrir, niveau: Satisfaisant}]' \
	'états:' '  - date: 2020-09-02' '    éléments: [{numéro: 1, niveau: Satisfaisant}]' '```'
run 0 "$ramure" build --to pdf 2020/avant.md
says "avant.md:9:11: warning: this snapshot is later than its document, of 1" '[measure-snapshot]'
sed -i 's/^date: .*/date: du 1er mars au 2 septembre 2020/' 2020/avant.md
run 0 "$ramure" build --to pdf 2020/avant.md
silent

# What a vote did not carry was not taken.
chapter 2020/vote.md 'Le vote' 2020-11-10 '```décisions' '- id: V1' '  quoi: Porter la cotisation à 15 €' \
	'  votes: {pour: 3, contre: 5, abstention: 1}' '- id: V2' '  quoi: Écrire aux élus' '```'
booklet '2020/vote.md'
sed -i 's/compilées: aucune/compilées: [année, décisions-de-l’année]/' carnet.md
run 0 "$ramure" build --to pdf carnet.md
words_of_deck | tr '\n' ' ' | sed 's/  */ /g' >words
for said in '1 décision prise, 1 proposition non adoptée' '2 décisions : 1 non adoptée et 1 à suivre.' \
	'15 € .*Non adoptée le 10 novembre 2020, Le vote' 'Écrire aux élus .*Prise le 10 novembre 2020, Le vote'; do
	grep -q "$said" words || fail "the booklet does not say '$said'"
done

# Pages that nobody has written are as long as they are: no note tells their author to shorten them.
{
	printf -- '---\ntitre: Long\ndate: 2020-11-10\n---\n\n## Tout\n\n```décisions\n'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do printf -- '- id: L%s\n  quoi: Faire\n' $i; done
	printf '```\n'
} >2020/long.md
booklet '2020/long.md'
sed -i 's/compilées: aucune/sommaire: une-fois/' carnet.md
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do printf '\n# Partie %s\n\nMot.\n' $i; done >>carnet.md
run 0 "$ramure" build --verbose --to pdf carnet.md
says '2020/long.md:6:1: note: ' '[continued]'
if grep -q '^carnet.md.*continued' err; then fail "a note asks to shorten what nobody has written"; fi

# What a booklet leaves out of its chapters is said in a line on a terminal, and in full when asked; never in a log.
chapter 2020/fin.md 'Réunion de fin' 2020-06-23 '## Un' '' 'Mot.' '' '```clôture' 'titre: Merci' '```'
booklet '2020/fin.md'
run 0 "$ramure" build carnet.md
silent
run 0 "$ramure" build --verbose carnet.md
says "the closing of this chapter is left out of the booklet" "[chapter-closing]"
if command -v script >/dev/null; then
	script -qec "$ramure build carnet.md" typescript >terminal </dev/null || fail "nothing is built on a terminal"
	grep -q "notes that --verbose shows: 1 (chapter-closing)" terminal || fail "a terminal does not say what is left out"
fi

# The deck, too, names the captions of a chapter in its language, and says there that a slide goes on.
{
	printf -- '---\ntitle: In English\nlang: en\ndate: 2020-06-23\n---\n\n## Long\n\n| a | b |\n|---|---|\n'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do printf '| c | d |\n'; done
	printf '\nTable: figures\n'
} >2020/english.md
booklet '2020/english.md'
run 0 "$ramure" build --to pdf carnet.md
words_of_deck >words
for line in 'Table 1. figures' 'Long (continued)'; do
	grep -q "^ *$line" words || fail "an English chapter does not say '$line'"
done
