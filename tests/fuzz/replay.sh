#!/bin/sh
# Every reader and the whole pipeline over their corpora, and over the samples.
. "${srcdir:-.}/tests/lib.sh"

cd "$builddir" || exit 1
out=$folder/out
for harness in data csv markdown pipeline; do
	run 0 tests/fuzz/replay-$harness "$srcdir"/tests/fuzz/corpus/$harness/*
done
run 0 tests/fuzz/replay-markdown "$samples"/*/*.md
run 0 tests/fuzz/replay-pipeline "$samples"/*/*.md
run 0 tests/fuzz/replay-csv "$samples"/*/*.csv
