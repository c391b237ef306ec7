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
