#!/bin/sh
# ramure build: where outputs stand, what they are called, several sources, standard streams, dependencies.
. "${srcdir:-.}/tests/lib.sh"

small
run 0 "$ramure" build small.md
silent
[ ! -s out ] || fail "a build prints on standard output"
there small.pdf small.odt
[ "$(ls -A)" = "$(printf '%s\n' .data err out small.md small.odt small.pdf | grep -v .data)" ] || fail "left behind: $(ls -A)"
[ "$(stat -c %a small.pdf)" = 644 ] || fail "small.pdf has mode $(stat -c %a small.pdf)"
head -c 5 small.pdf | grep -q '%PDF-' || fail "small.pdf is no PDF"
head -c 2 small.odt | grep -q 'PK' || fail "small.odt is no package"

mkdir folder
run 0 "$ramure" build small.md --to pdf -o folder/other
there folder/other.pdf
gone folder/other.odt
run 0 "$ramure" build small.md -o new/folder/
there new/folder/small.pdf new/folder/small.odt
run 0 "$ramure" build small.md -o folder
there folder/small.pdf
run 0 "$ramure" build small.md -o folder/deck.pdf
there folder/deck.pdf
gone folder/deck.pdf.pdf folder/deck.odt
cmp folder/deck.pdf small.pdf

run 0 "$ramure" build small.md --to pdf -o -
cmp out small.pdf
run 0 "$ramure" build - --to odt -o piped <small.md
cmp piped.odt small.odt || fail "standard input gives another report"
run 2 "$ramure" build small.md -o - 2>err
says "standard output takes one file"

cp small.md twin.md
run 0 "$ramure" build -j 2 small.md twin.md -o both/
there both/small.pdf both/small.odt both/twin.pdf both/twin.odt
cmp both/small.pdf both/twin.pdf
run 2 "$ramure" build small.md twin.md -o one
says "names one document, but there are 2 sources" "-o 'one/'"
mkdir a b && cp small.md a/x.md && cp small.md b/x.md
run 2 "$ramure" build a/x.md b/x.md -o both/
says "'a/x.md' and 'b/x.md' would both be written"
cp small.md small.txt.pdf
run 2 "$ramure" build small.txt.pdf
says "would replace the source"
run 3 "$ramure" build small.md -o /proc/nothing/x
says "cannot be written"
ln -s elsewhere.pdf link.pdf && echo old >elsewhere.pdf
run 0 "$ramure" build small.md --to pdf -o link
[ -L link.pdf ] || fail "the link was replaced"
cmp elsewhere.pdf small.pdf

run 0 "$ramure" build small.md --depfile deps.d
grep -q '^small.pdf small.odt:' deps.d || fail "no rule in $(cat deps.d)"
grep -q 'small.md' deps.d || fail "no source in $(cat deps.d)"

# A name as make reads it: it finds the file, and knows how to make it.
for name in 'a:b' 'c\d' 'e f#g' 'h$i' 'j\ k'; do
	cp small.md "$name.md"
	run 0 "$ramure" build --to pdf "$name.md" --depfile deps.d
	make -q -f deps.d >out 2>err || fail "make cannot read $(cat deps.d): $(cat err)"
	rm "$name.md"
	if make -q -f deps.d >out 2>&1; then fail "make does not miss '$name.md': $(cat deps.d)"; fi
done

# The messages of several documents keep the order of the command line; the sound ones are built.
sed 's/Quelques mots/```nokind\n```\n\nmots/' small.md >bad.md
rm -f small.pdf
run 1 "$ramure" build -j 3 bad.md small.md missing.md
there small.pdf
gone bad.pdf missing.pdf
[ "$(grep -n 'bad.md' err | head -1 | cut -d: -f1)" -lt "$(grep -n 'missing.md' err | head -1 | cut -d: -f1)" ] ||
	fail "the messages are out of order"
