#!/bin/sh
# Same inputs, same bytes: seconds apart, in two time zones and locales, in another folder, with one worker and with two.
. "${srcdir:-.}/tests/lib.sh"

cp -R "$samples" here
mkdir -p other/place && cp -R "$samples" other/place/there
first=here/reunion-2020-06-23
run 0 "$ramure" build -j 1 --root here "$first"/*.md here/mesures-2020/*.md here/gouvernance/*.md \
	here/carnet-2021/carnet-2021.md -o a/
sleep 2
(
	cd other/place
	LC_ALL=C LANG=C TZ=Asia/Tokyo "$ramure" build -j 2 --root there there/gouvernance/*.md there/mesures-2020/*.md \
		there/reunion-2020-06-23/*.md there/carnet-2021/carnet-2021.md -o ../../b/ >/dev/null 2>&1
)
compared=0
for file in a/*; do
	cmp "$file" "b/${file#a/}" || fail "$file differs"
	compared=$((compared + 1))
done
[ "$compared" -ge 10 ] || fail "only $compared files were compared"
# The date is the source's, else SOURCE_DATE_EPOCH's, else none.
small
sed -i '/^date:/d' small.md
SOURCE_DATE_EPOCH=1600000000 run 0 "$ramure" build small.md -o dated
SOURCE_DATE_EPOCH=1700000000 run 0 "$ramure" build small.md -o later
cmp -s dated.pdf later.pdf && fail "SOURCE_DATE_EPOCH changes nothing"
SOURCE_DATE_EPOCH=1700000000 run 0 "$ramure" build small.md --date 2020-09-13 -o wins
cmp dated.odt wins.odt || fail "--date does not win over SOURCE_DATE_EPOCH"
run 0 "$ramure" build small.md -o none
sleep 1
run 0 "$ramure" build small.md -o none-again
cmp none.pdf none-again.pdf && cmp none.odt none-again.odt || fail "the clock reached an output"
# Numbers and dates of documents do not follow the locale: a comma for the point, an i without its dot.
speaks fr_FR de_DE tr_TR
for locale in fr_FR de_DE tr_TR; do
	LC_ALL=$locale.UTF-8 TZ=America/Lima run 0 "$ramure" build --root here "$first"/reunion-2020-06-23.md -o c/
	cmp a/reunion-2020-06-23.pdf c/reunion-2020-06-23.pdf && cmp a/reunion-2020-06-23.odt c/reunion-2020-06-23.odt ||
		fail "another file in $locale"
done
