#!/bin/sh
# Broken plugins: missing, of another ABI, writable by others, clashing; those that crash, loop, starve the machine or leave:
# exit 3, named; other documents of the run are built, old outputs stay.
. "${srcdir:-.}/tests/lib.sh"

modules=$builddir/tests/plugins/.libs
mkdir sound && cp "$modules/trouble.so" sound/
small

# trouble KIND: a document that calls it, beside an old output.
trouble() {
	{ cat small.md; printf '\n```%s\n```\n' "$1"; } >bad.md
	echo old >bad.pdf
	echo old >bad.odt
	rm -f small.pdf small.odt
}
# intact: nothing but the sound document was written.
intact() {
	[ "$(cat bad.pdf bad.odt)" = "old
old" ] || fail "old outputs were touched"
	there small.pdf small.odt
	[ "$(ls -A | grep -c '^\.small\|^\.bad')" = 0 ] || fail "left behind: $(ls -A)"
}

for kind in crasher leaver; do
	trouble $kind
	run 3 "$ramure" build --plugin-dir sound bad.md small.md
	says "bad.md" "trouble.so"
	intact
done
trouble looper
run 3 "$ramure" build --plugin-dir sound --max-time 1 bad.md small.md
# By its processor time, or on a busy machine by the clock.
says "'bad.md' was given up" "trouble.so"
intact
trouble sleeper
run 3 "$ramure" build --plugin-dir sound --max-time 1 bad.md small.md
says "it still waits" "trouble.so"
intact
trouble eater
run 3 "$ramure" build --plugin-dir sound --max-memory 400 bad.md small.md
says "more than 400 MB" "trouble.so"
intact
trouble chatterer
run 0 "$ramure" build --plugin-dir sound bad.md --to pdf -o -
if grep -q chatter out; then fail "a plugin wrote into standard output"; fi

# Those that are refused before anything runs.
run 3 "$ramure" build --plugin-dir nowhere small.md
says "'nowhere' is not used" "No such file"
RAMURE_PLUGIN_PATH=$PWD/nowhere run 3 "$ramure" plugins
says "nowhere"

# refused FILE WORDS…: in a folder of its own, refused so.
refused() {
	file=$1
	shift
	rm -f small.pdf
	run 3 "$ramure" build --plugin-dir "$(dirname "$file")" small.md
	says "$(dirname "$file")" "$@"
	there small.pdf
	run 3 "$ramure" plugins --plugin-dir "$(dirname "$file")"
	says "$@"
}
mkdir abi && cp "$modules/other-abi.so" abi/
refused abi/other-abi.so "it was built for ABI 41, this ramure speaks 0" "rebuild the plugin"
mkdir twice && cp "$modules/twice.so" twice/
refused twice/twice.so "the fields 'left' and 'right' of 'pair' both answer to 'Gauche'"
mkdir garbage && echo "no plugin" >garbage/x.so
refused garbage/x.so "cannot be loaded"
# Cut off in copying: the system would map what is not there.
mkdir cut
for size in 40 64 1000 3000; do
	head -c $size "$modules/trouble.so" >cut/x.so
	refused cut/x.so "cannot be loaded" "rebuild it"
done
says "the file is cut off"
mkdir foreign && cp "$modules/trouble.so" foreign/
printf '\377\376' | dd of=foreign/trouble.so bs=1 seek=18 conv=notrunc 2>/dev/null
refused foreign/trouble.so "it was built for another machine"
mkdir open && cp "$modules/trouble.so" open/ && chmod o+w open/trouble.so
refused open/trouble.so "can be changed by other users" "chmod go-w"
chmod o-w open/trouble.so && chmod g+w open
refused open/trouble.so "can be changed by other users"
# A link does not hide what it leads to.
mkdir linked && ln -s ../open/trouble.so linked/trouble.so
run 3 "$ramure" plugins --plugin-dir linked
says "can be changed by other users"
chmod 755 open && chmod 644 open/trouble.so

# Of too many none is taken: which ones would depend on the machine.
mkdir crowded && cp "$modules/trouble.so" crowded/a.so
for i in $(seq 1000); do ln -s a.so crowded/b$i.so; done
run 3 "$ramure" plugins --plugin-dir crowded
says "the folder holds more than 1000 plugins"
if grep -q '^trouble' out; then fail "one of too many plugins was loaded"; fi

# A clash names both files, and the kind is nobody's.
mkdir clash && cp "$modules/clash.so" clash/
{ cat small.md; printf '\n```closing\nMerci.\n```\n'; } >bad.md
echo old >bad.pdf
echo old >bad.odt
rm -f small.pdf small.odt
run 3 "$ramure" build --plugin-dir clash bad.md small.md
says "kind 'closing' is given by both" "clash/clash.so" "basics.so"
intact

# The same file reached twice is one plugin.
RAMURE_PLUGIN_PATH=$PWD/sound run 0 "$ramure" plugins --plugin-dir sound
[ "$(grep -c '^trouble' out)" = 1 ] || fail "a file was loaded twice"
# Nothing is loaded from a source's folder.
mkdir plugins && cp abi/other-abi.so . && cp abi/other-abi.so plugins/
run 0 "$ramure" build small.md
silent

# A writer is found by its name as it is, capitals and all.
run 0 "$ramure" build --plugin-dir sound --to Title small.md
[ "$(cat small.title)" = "Un petit document" ] || fail "another writer wrote '$(cat small.title)'"

# A writer that nobody asks for is not even loaded; what a source says to it is understood all the same.
mkdir waiting && echo "no plugin" >waiting/write-odd.so
run 0 "$ramure" build --plugin-dir waiting small.md
silent
run 2 "$ramure" build --plugin-dir waiting --to odd small.md
says "write-odd.so' is not used: it cannot be loaded" "no plugin writes 'odd'" "--to odt"
run 3 "$ramure" plugins --plugin-dir waiting
says "write-odd.so"
{ printf -- '---\nembed-fonts: oui\naccepter: [font-not-embedded]\n'; sed 1d small.md; } >fonts.md
run 0 "$ramure" build --to pdf fonts.md
silent
sed 's/^embed-fonts/embed-fonst/' fonts.md >slip.md
run 1 "$ramure" build --to pdf slip.md
says "slip.md:2" "incorporer-polices"
# Also from the file above, which is read when the table of options is there already.
mkdir above && { printf -- '---\nreference: model.odt\n'; sed 1d small.md; } >above/small.md
echo "no document" >above/model.odt
echo "embed-fonts: oui" >above/ramure.yaml
run 0 "$ramure" build --to pdf above/small.md
silent
run 1 "$ramure" build --to odt above/small.md
says "model.odt"
