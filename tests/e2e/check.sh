#!/bin/sh
# ramure check: everything a build would say, and advice that has a name, can be accepted, and changes the status only when asked.
. "${srcdir:-.}/tests/lib.sh"

small
run 0 "$ramure" check small.md
silent
gone small.pdf small.odt
run 0 "$ramure" check --strict small.md

run 0 "$ramure" check --list
prints "missing-alt" "decision-owner" "allow:"

# What a build refuses, check refuses.
printf -- '---\ntitle: Essai\n---\n\n## A\n\n```agneda\n- B\n```\n' >wrong.md
run 1 "$ramure" check wrong.md
says "agneda"
run 2 "$ramure" check
run 2 "$ramure" check --format xml small.md
run 1 "$ramure" check nowhere.md
