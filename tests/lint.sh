#!/bin/sh
# What compilers of another house say of every C file: clang's warnings, clang-format and clang-tidy.  Not part of `make
# check`: it takes minutes, and other versions of the tools say other things.  Prints what they found; `make lint` runs it.
#
#	lint.sh [FILE…]    by default every file that git knows; $CPPFLAGS says where the build and the libraries are
set -u
cd "$(dirname "$0")/.." || exit 1
[ $# -gt 0 ] || set -- $(git ls-files '*.[ch]')
warnings='-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror'
flags="-std=c17 -D_XOPEN_SOURCE=700 -DHAVE_CONFIG_H -I. -Icore ${CPPFLAGS-}"
# What the build says of the machine: any words do.
for place in LOCALEDIR PLUGINSDIR THEMESDIR BINDIR TYPOGRAPHYDIR THEMES TYPOGRAPHY_RULES; do
	flags="$flags -D$place='\"/\"'"
done
wrong=0

clang-format --dry-run --Werror "$@" || wrong=1
for file; do
	case $file in *.h) continue ;; esac
	# The words of a flag may hold quotes, as in a Makefile.
	eval "clang -fsyntax-only $flags $warnings \"\$file\"" || wrong=1
	eval "clang-tidy --quiet \"\$file\" -- $flags" 2>/dev/null || wrong=1
done
exit $wrong
