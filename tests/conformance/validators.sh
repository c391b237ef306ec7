#!/bin/sh
# The reference validators find nothing in any sample: PDF/UA-1, PDF/A-3a, ODF 1.3; nor in its deck with everything that
# can be attached and in the file of its notes, nor in documents that run leftward.
. "${srcdir:-.}/tests/lib.sh"
PATH=$PATH:${HOME:-/root}/.local/bin

# Where they are required (.ci/run), their absence is a failure.
for tool in verapdf odfvalidator; do
	command -v $tool >/dev/null && continue
	[ "${RAMURE_VALIDATORS-}" != required ] || fail "$tool is required and missing"
	skip "$tool is not on this machine; tests/conformance/install-validators puts it there"
done

for source in "$samples"/*/*.md; do
	stem=$(basename "$source" .md)
	run 0 "$ramure" build --root "$samples" "$source" -o "$stem"
done
for each in leftward both-ways; do
	run 0 "$ramure" build "$srcdir/tests/golden/$each/input.md" -o $each
done
cp -r "$samples" carrying
for source in carrying/*/*.md; do
	sed '1a attach: all' "$source" >with && mv with "$source"
	run 0 "$ramure" build --to pdf --notes "$source" -o "$(basename "$source" .md)-carrying"
	there "$(basename "$source" .md)-carrying-notes.pdf"
done
for flavour in ua1 3a; do
	verapdf --flavour $flavour --format text ./*.pdf >out 2>err || :
	[ "$(grep -c '^PASS' out)" = "$(ls ./*.pdf | wc -l)" ] || {
		cat out >&2
		fail "veraPDF ($flavour) is not content"
	}
done
odfvalidator -c ./*.odt >out 2>&1 || {
	cat out >&2
	fail "ODF Validator is not content"
}
if grep -iE 'error|fatal' out >&2; then fail "ODF Validator is not content"; fi
