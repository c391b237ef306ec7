#!/bin/sh
# The core and its plugins keep to their doors: a plugin includes only ramure.h and its own headers, a folder of the core the
# folders it builds on, the library exports ramure_* alone, a plugin its one function.  And the map names nothing that is
# not there.
. "${srcdir:-.}/tests/lib.sh"
needs nm

for file in "$srcdir"/plugins/*/*.[ch]; do
	sed -n 's/^#include "\(.*\)"/\1/p' "$file" >own
	while read -r header; do
		[ "$header" = config.h ] || [ -f "$(dirname "$file")/$header" ] || fail "$file includes '$header'"
	done <own
	if grep -n '^#include <\(core\|plugins\)/' "$file" >&2; then fail "$file reaches into the core"; fi
done
for plugin in "$srcdir"/plugins/*/; do
	name=$(basename "$plugin")
	if grep -rnF "plugins/$name" "$srcdir/core" --include='*.[ch]' >&2; then fail "the core knows '$name'"; fi
done

# Each folder of the core, and those whose headers it may include beside the core's own.  A source is read into the tree
# that core/document/ keeps, and the document's stages ask for what sources have set: these two know each other.
while read -r own may; do
	for room in "$srcdir"/core/*/; do
		room=$(basename "$room")
		case " $own $may " in *" $room "*) continue ;; esac
		if grep -n "^#include \"core/$room/" "$srcdir/core/$own"/*.[ch] >&2; then fail "core/$own knows core/$room"; fi
	done
done <<'END'
base
image base
plugin base
theme base source
typography base document source
source base document image plugin
document base plugin source
layout base document image theme
check base document source typography
command base theme
END

# Names that begin with '_' are the compiler's and the sanitizers'.
nm -D --defined-only "$builddir/.libs/libramure.so" | awk '$3 !~ /^(ramure_|_)/ { print $3 }' >strangers
[ ! -s strangers ] || fail "libramure exports $(head -5 strangers)"
for module in "$builddir"/plugins/.libs/*.so; do
	nm -D --defined-only "$module" | awk '$3 !~ /^(ramure_plugin_v1$|_)/ { print $3 }' >strangers
	[ ! -s strangers ] || fail "$module exports $(head -5 strangers)"
done

# Paths and functions that HACKING.md names.
grep -oE '`[^`]+`' "$srcdir/HACKING.md" | tr -d '`' | sort -u >names
paths=0
for path in $(grep -E '^(core|plugins|themes|samples|tests|doc|po)/[A-Za-z0-9_./-]*$' names); do
	case $path in *NAME*) continue ;; esac
	[ -e "$srcdir/$path" ] || fail "HACKING.md names '$path', which is not there"
	paths=$((paths + 1))
done
[ "$paths" -gt 20 ] || fail "only $paths paths were found in HACKING.md"
functions=0
for function in $(grep -E '^[a-z]+_[a-z_]+$' names); do
	grep -rqE "\\b$function\\b" "$srcdir/core" "$srcdir/plugins" || fail "HACKING.md names '$function', which is not there"
	functions=$((functions + 1))
done
[ "$functions" -gt 20 ] || fail "only $functions functions were found in HACKING.md"

# The tools of the build fail late in a folder whose name has a space: the set-up says so first.
mkdir 'a folder'
cp "$srcdir/bootstrap" 'a folder'
run 3 sh 'a folder/bootstrap'
says "has a space in its name"
