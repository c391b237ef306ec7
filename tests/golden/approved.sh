#!/bin/sh
# Every golden case is as it was approved (`make bless` shows the differences and writes them).
. "${srcdir:-.}/tests/lib.sh"
cd "$builddir"
"$srcdir/tests/golden/golden" "$srcdir"/tests/golden/*/
