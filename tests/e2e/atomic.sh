#!/bin/sh
# An output appears whole or not at all: a build killed at any point, a full device, a target that cannot be replaced.
. "${srcdir:-.}/tests/lib.sh"

failing=$builddir/tests/tools/.libs/failing-disk.so
source=$samples/reunion-2020-06-23/reunion-2020-06-23.md
run 0 "$ramure" build "$source" -o whole
there whole.pdf whole.odt

# either OLD NEW FILE: the file is one or the other, to the byte.
either() {
	cmp -s "$1" "$3" || cmp -s "$2" "$3" || fail "'$3' is neither the old file nor the new one"
}
echo "the old deck" >old.pdf
echo "the old report" >old.odt

# Killed after a number of milliseconds, from the first instant until the build has ended by itself.
killed=0
for pause in 0.001 0.002 0.004 0.006 0.008 0.010 0.012 0.015 0.018 0.021 0.025 0.030 0.035 0.040 0.050 0.060 0.080 0.120; do
	for signal in KILL TERM INT; do
		cp old.pdf x.pdf
		cp old.odt x.odt
		timeout -s $signal "$pause" "$ramure" build "$source" -o x >out 2>err || killed=$((killed + 1))
		# The workers of a killed parent follow it; wait for the last.
		either old.pdf whole.pdf x.pdf
		either old.odt whole.odt x.odt
	done
done
[ "$killed" -gt 3 ] || fail "only $killed builds were killed: the test proves nothing"
left=$(find . -name '.x.*' | wc -l)
# Only a kill between two system calls of the renaming may leave a hidden name.
[ "$left" -le 2 ] || fail "$left hidden files were left behind"

# A full device: the limit on a file's size stands in for it, as it works without privileges everywhere.
cp old.pdf x.pdf
cp old.odt x.odt
got=0
(ulimit -f 8 && "$ramure" build "$source" -o x >out 2>err) || got=$?
[ "$got" = 3 ] || fail "status $got instead of 3"
says "cannot be written"
cmp old.pdf x.pdf && cmp old.odt x.odt || fail "a build on a full device touched the old files"
# The real thing where one may mount.
mkdir full
if mount -t tmpfs -o size=16k none full 2>/dev/null; then
	cp old.pdf full/x.pdf
	got=0
	"$ramure" build "$source" -o full/x >out 2>err || got=$?
	content=$(cat full/x.pdf)
	umount full
	[ "$got" = 3 ] || fail "status $got instead of 3"
	says "No space left"
	[ "$content" = "the old deck" ] || fail "a full device lost the old file"
fi

# One target that cannot be replaced: then none is.
rm -f x.odt && mkdir x.odt && touch x.odt/occupied
cp old.pdf x.pdf
run 3 "$ramure" build "$source" -o x
says "x.odt"
cmp old.pdf x.pdf || fail "one file of a document was replaced without the other"

# Where no file can have a second name, what has been replaced stays: better the new one than none.
if [ -f "$failing" ]; then
	rm -rf x.odt
	run 3 env LD_PRELOAD="$failing" FAILING_DISK=link "$ramure" build "$source" -o x
	says "x.odt"
	[ "$(head -c 4 x.pdf)" = %PDF ] || fail "neither the old deck nor the new one is left"
	rm x.pdf
	run 3 env LD_PRELOAD="$failing" FAILING_DISK=link "$ramure" build "$source" -o x
	if [ -e x.pdf ]; then fail "one file of a document appeared without the other"; fi
fi

# The documents after such a one are built all the same.
mkdir first.pdf
for name in first second third fourth; do
	sed '/^```/,$d' "$source" >$name.md
done
run 3 "$ramure" build -j 1 first.md second.md third.md fourth.md
says "first.pdf"
for name in second third fourth; do
	[ "$(head -c 4 $name.pdf)" = %PDF ] || fail "'$name.pdf' is empty: another document's trouble has cost its bytes"
done
