#!/bin/sh
# A disk that fails when a file is written, synced or closed, a limit on the size of files, a stream that somebody has
# closed: each output says its name and why, exit 3, and leaves the file before as it was.
. "${srcdir:-.}/tests/lib.sh"

failing=$builddir/tests/tools/.libs/failing-disk.so
small x.md
printf '\n```notes\nÀ dire.\n```\n' >>x.md
run 0 "$ramure" build --notes x.md -o whole
there whole.pdf whole.odt whole-notes.pdf

# fails NAME WHY OPTION…: that output cannot be written.
fails() {
	name=$1
	why=$2
	shift 2
	for each in x.pdf x.odt x-notes.pdf; do echo "the old one" >$each; done
	run 3 "$@" x.md
	says "ramure: error: '$name' cannot be written: $why"
	for each in x.pdf x.odt x-notes.pdf; do
		[ "$(cat $each)" = "the old one" ] || fail "$each: $*: the old file was touched"
	done
	[ "$(ls -A | grep -c '^\.x')" = 0 ] || fail "$*: left behind: $(ls -A)"
}

for call in write fsync close; do
	why='Disk quota exceeded'
	[ $call != write ] || why='Input/output error'
	fails x.pdf "$why" env LD_PRELOAD="$failing" FAILING_DISK=$call "$ramure" build --to pdf
	fails x.odt "$why" env LD_PRELOAD="$failing" FAILING_DISK=$call "$ramure" build --to odt
	fails x.pdf "$why" env LD_PRELOAD="$failing" FAILING_DISK=$call "$ramure" build --notes
done
# Only the file of the notes is too large.
limit=$((($(cat whole.pdf | wc -c) + 511) / 512))
if [ $((limit * 512)) -lt "$(cat whole-notes.pdf | wc -c)" ]; then
	fails x-notes.pdf 'File too large' sh -c 'ulimit -f "$0" && exec "$@"' $limit "$ramure" build --to pdf --notes
	says "hint: files may not grow so large here"
fi
fails x.pdf 'File too large' sh -c 'ulimit -f "$0" && exec "$@"' 1 "$ramure" build --to pdf
fails x.odt 'File too large' sh -c 'ulimit -f "$0" && exec "$@"' 1 "$ramure" build --to odt

# Results that go to a full device, or nowhere.
if [ -c /dev/full ]; then
	for command in "build --to pdf -o - x.md" "build --to odt -o - x.md" kinds --version --help themes; do
		got=0
		# shellcheck disable=SC2086 # words of a command
		"$ramure" $command >/dev/full 2>err || got=$?
		[ "$got" = 3 ] || fail "status $got instead of 3: $command"
		says "'standard output' cannot be written: No space left on device"
		[ "$(grep -c 'cannot be written' err)" = 1 ] || fail "said twice: $command"
	done
fi
for command in "build --to pdf -o - x.md" kinds; do
	got=0
	# shellcheck disable=SC2086
	"$ramure" $command >&- 2>err || got=$?
	[ "$got" = 3 ] || fail "status $got instead of 3: $command"
	says "'standard output' cannot be written: Bad file descriptor"
done
# Whoever closes its streams gets the same files: none of them takes the number of one.
for closed in '<&-' '>&-' '2>&-' '<&- >&- 2>&-'; do
	rm -f x.pdf x.odt
	eval "\"$ramure\" build x.md $closed" || fail "$closed: status $?"
	cmp whole.pdf x.pdf && cmp whole.odt x.odt || fail "$closed: other files"
done
