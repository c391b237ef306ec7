#!/bin/sh
# The command line: help, version, tables, slips and their hints, streams and statuses.
. "${srcdir:-.}/tests/lib.sh"

run 0 "$ramure" --version
prints "ramure 0."
silent
run 0 "$ramure" --help
prints "build" "kinds" "plugins" "themes"
for command in build kinds plugins themes typography; do
	run 0 "$ramure" $command --help
	prints "usage: ramure $command"
done

run 2 "$ramure"
says "a command is missing" "ramure --help"
run 2 "$ramure" biuld
says "no command 'biuld'" "did you mean 'build'?"
run 2 "$ramure" build
says "a source is missing"
run 2 "$ramure" build --tehme sobre x.md
says "no option '--tehme'" "did you mean '--theme'?"
run 2 "$ramure" build x.md --theme
says "--theme lacks its value"
run 2 "$ramure" build --strict=yes x.md
says "--strict takes no value"
run 2 "$ramure" build -j zero x.md
says "'zero' is no number for --jobs"
small x.md
run 0 "$ramure" build --max-time 9223372036854775807 --max-memory 99999999999999999999 x.md
rm x.*
# One dash for two, an option before the command, no command, and names that the shell takes apart.
for typed in -theme -theme=sobre; do
	run 2 "$ramure" build $typed x.md
	says "no option '-theme'" "did you mean '--theme'?"
done
run 2 "$ramure" --to pdf build x.md
says "no command '--to'" "ramure build --to …"
for name in 'my source.md' "l'un.md" "l'un \$.md"; do
	printf '## A\n\nUn mot.\n' >"$name"
done
run 2 "$ramure" 'my source.md'
says "type: ramure build 'my source.md'"
run 2 "$ramure" "l'un.md"
says "type: ramure build \"l'un.md\""
run 2 "$ramure" "l'un \$.md"
says "type: ramure build 'l'\\''un \$.md'"
run 2 "$ramure" build x.md my source.md
says "'my source.md' has a space in its name" "between quotes: ramure build 'my source.md'"
run 3 "$ramure" build 'my source.md' -o 'no folder/x'
says "'no folder/x.pdf' cannot be written" "a folder is made when -o names it: -o 'no folder/'"
run 2 "$ramure" "$(printf 'a\033[31m')"
says "there is no command 'a?[31m'"
run 2 "$ramure" "$(printf 'é\302\23331m\342\200\256b')"
says "there is no command 'é??31m???b'"
run 2 "$ramure" check my source.md
says "between quotes: ramure check 'my source.md'"
[ ! -s out ] || fail "a wrong use prints on standard output"

small
run 2 "$ramure" build small.md --to pfd
says "no plugin writes 'pfd'" "--to pdf" "--to odt"
run 2 "$ramure" build small.md --root nowhere
says "--root 'nowhere' is no folder"
SOURCE_DATE_EPOCH=tomorrow run 2 "$ramure" build small.md
says "SOURCE_DATE_EPOCH is 'tomorrow'"

run 0 "$ramure" plugins
silent
prints "pdf" "odt" "agenda" "measures"
run 2 "$ramure" plugins all
run 0 "$ramure" themes
prints "collectif"
run 0 "$ramure" kinds
prints "agenda · ordre-du-jour" "measures · mesures" "key · message"
run 0 "$ramure" kinds agenda
prints "start · début" "items · éléments" "title · titre" "intitulé"
run 0 "$ramure" kinds "Ordre du jour"
prints "agenda"
run 0 "$ramure" kinds year # has no field of its own, and no gap in their place
sed -n 4p out | grep -q '^Every kind takes these too:' || fail "two empty lines: $(cat out)"
run 0 "$ramure" kinds document
prints "title · titre" "embargo"
run 2 "$ramure" kinds agneda
says "did you mean 'agenda'?"
"$ramure" kinds >/dev/full 2>err && fail "a full standard output is not noticed"
says "'standard output' cannot be written: No space left on device"
