#!/bin/sh
# Every reader and the whole pipeline over their corpora, and over the samples.
. "${srcdir:-.}/tests/lib.sh"

# replay HARNESS FILE…: in the build folder, where it finds the plugins.
replay() {
	harness=$1
	shift
	(cd "$builddir" && tests/fuzz/replay-"$harness" "$@")
}
for reader in data csv markdown pipeline reference; do
	run 0 replay $reader "$srcdir"/tests/fuzz/corpus/$reader/*
done
run 0 replay markdown "$samples"/*/*.md
run 0 replay pipeline "$samples"/*/*.md
run 0 replay csv "$samples"/*/*.csv
