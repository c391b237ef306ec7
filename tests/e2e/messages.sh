#!/bin/sh
# The language of messages: English without a locale, French with one; and the catalogue has all that the sources say.
. "${srcdir:-.}/tests/lib.sh"

small
printf -- '---\ntitle: Un essai\nformat: 3:2\n---\n\n## Une diapositive\n\nUn mot.\n' >slip.md
run 2 "$ramure" build
says "ramure: error: a source is missing" "ramure: hint: type: ramure build my.md"
run 1 "$ramure" build slip.md
says "slip.md:3:9: error: '3:2' is no page format" "hint: write 'format: 16:9'"

# Every source with messages stands in po/POTFILES.in, and every message in po/fr.po.
keywords='(\b_|\bN_|\bramure_(error|warning|info|advice|failure|hint)) *\('
catalogue() {
	options=$(sed -n '/^XGETTEXT_OPTIONS/,/[^\\]$/p' "$srcdir/po/Makevars" | tr -d '\\\n' | sed 's/^[^=]*=//')
	# shellcheck disable=SC2086
	(cd "$srcdir" && xgettext $options -o "$folder/found.pot" "$@")
}
if command -v xgettext >/dev/null; then
	(cd "$srcdir" && grep -lrE "$keywords" core plugins --include='*.c' --include='*.h') | LC_ALL=C sort >sources
	xargs -I{} sh -c "cd '$srcdir' && xgettext -k -k_ -kN_ -kramure_error:3 -kramure_warning:4 -kramure_info:4 -kramure_advice:4 \
		-kramure_failure:2 -kramure_hint:2 --from-code=UTF-8 -o - {} | grep -q . && echo {} || :" <sources >with
	grep -v '^#' "$srcdir/po/POTFILES.in" >listed
	diff listed with >&2 || fail "po/POTFILES.in is not the list of the sources with messages"
	# shellcheck disable=SC2046
	catalogue $(cat listed)
	msgmerge -q --no-fuzzy-matching -o merged.po "$srcdir/po/fr.po" found.pot
	msgattrib --untranslated --no-obsolete --no-wrap merged.po | grep '^msgid "[^"]' >untranslated || :
	[ ! -s untranslated ] || { cat untranslated >&2; fail "these messages are not in French yet: see po/fr.po"; }
	# What is to be typed stands between guillemets, with the apostrophes of keyboards.
	msgcat --no-wrap merged.po | LC_ALL=C.UTF-8 sed -n '/^msgstr/{s/«[^»]*»//g;p;}' |
		LC_ALL=C.UTF-8 grep "[[:alpha:]]'[[:alpha:]]" >straight || :
	[ ! -s straight ] || { cat straight >&2; fail "these apostrophes are not those of French text"; }
	msgfmt --check -o /dev/null "$srcdir/po/fr.po" || fail "po/fr.po is not sound"
fi

speaks fr_FR

in_french() {
	LC_ALL=fr_FR.UTF-8 run "$@"
	sed -i 's/\xC2\xA0/ /g' out err
}
in_french 2 "$ramure" build
says "ramure: erreur : il manque une source" "ramure: aide : tapez : ramure build mon.md"
in_french 1 "$ramure" build slip.md
says "slip.md:3:9: erreur : « 3:2 » n’est pas un format de page" "écrivez « format: 16:9 »"
sed 's/^format: 3:2/compiled: all/; $a\
\
```include\
small.md\
```' slip.md >booklet.md
in_french 1 "$ramure" build booklet.md
says "comme : compilées : [année, décisions-de-l'année]"
in_french 0 "$ramure" --help
prints "utilisation : ramure COMMANDE [OPTION…] [SOURCE…]" "Pour un premier essai : ramure build mon.md"
in_french 0 "$ramure" kinds agenda
prints "début · start : heure (14h30)"
in_french 0 "$ramure" typography --list
prints "typographie-sauf: ellipsis" "une espace insécable devant le pour-cent"
LC_ALL=fr_FR.UTF-8 LANGUAGE=en run 2 "$ramure" build
says "error: a source is missing"
# Only messages follow the locale: the outputs are the same bytes.
small
run 0 "$ramure" build small.md --to pdf
mv small.pdf english.pdf
in_french 0 "$ramure" build small.md --to pdf
cmp english.pdf small.pdf || fail "the locale changes an output"
