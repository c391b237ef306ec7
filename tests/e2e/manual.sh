#!/bin/sh
# The manual page names every command, option and value of the code's tables, and is sound mdoc.
. "${srcdir:-.}/tests/lib.sh"

page=$srcdir/doc/ramure.1
run 0 "$ramure" --help
commands=$(sed -n '/^usage/,/^ *--help/s/^  \([a-z]*\) .*/\1/p' out)
[ "$(echo "$commands" | wc -l)" -ge 4 ] || fail "the help lists only: $commands"
for command in $commands; do
	grep -q "^\.Ss ramure $command\$" "$page" || fail "the manual page has no section on 'ramure $command'"
	run 0 "$ramure" "$command" --help
	sed -n "/^\.Ss ramure $command\$/,\$p" "$page" | sed '1d; /^\.S[sh] /,$d' >section
	for option in $(grep -oE -- '--[a-z-]+' out | sort -u); do
		[ "$option" = --help ] && continue
		grep -q -- "^\.It Fl.*-${option#--}\\b" section || fail "the manual page lacks '$command $option'"
	done
	# Nor does it tell of an option that is not.
	for option in $(sed -n 's/^\.It Fl.*Fl -\([a-z-]*\).*/\1/p; s/^\.It Fl -\([a-z-]*\).*/\1/p' section); do
		grep -q -- "--$option\\b" out || fail "the manual page invents '$command --$option'"
	done
done
for variable in RAMURE_PLUGIN_PATH SOURCE_DATE_EPOCH XDG_DATA_HOME XDG_CACHE_HOME NO_COLOR; do
	grep -q "^\.It Ev .*$variable" "$page" || fail "the manual page lacks $variable"
	grep -rqF "\"$variable\"" "$srcdir/core" || fail "nothing reads $variable"
done
needs mandoc
mandoc -Tlint -W warning "$page" >lint 2>&1 || :
grep -v makewhatis lint >&2 && fail "mandoc is not content"
exit 0
