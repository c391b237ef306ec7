# lib.sh: what the shell tests share.  Each sources it first:  . "${srcdir:-.}/tests/lib.sh"
#
# A test runs in a fresh folder of its own ($PWD), which goes with it, and in a known environment.  It stops at the first
# command that fails; `fail WORDS` says why.  Exit status: 0 passed, 1 failed, 77 skipped for want of a tool.
set -eu

srcdir=$(cd "${srcdir:-.}" && pwd)
builddir=${builddir:-$PWD}
ramure=${RAMURE:-$builddir/ramure}
samples=$srcdir/samples

folder=$(mktemp -d "${TMPDIR:-/tmp}/ramure-test-XXXXXX")
trap 'chmod -R u+w "$folder" 2>/dev/null; rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM HUP
cd "$folder"

umask 022
LC_ALL=C.UTF-8
NO_COLOR=1
export LC_ALL NO_COLOR
unset LANGUAGE TZ SOURCE_DATE_EPOCH RAMURE_PLUGIN_PATH XDG_DATA_HOME 2>/dev/null || :
# Plugins and themes of the person at the machine have no part in a test; caches of fonts and of LibreOffice do.
XDG_DATA_HOME=$folder/.data
export XDG_DATA_HOME

fail() {
	printf 'FAIL: %s\n' "$*" >&2
	if [ -f err ]; then sed 's/^/  stderr: /' err | head -40 >&2; fi
	exit 1
}

skip() {
	printf 'SKIP: %s\n' "$*" >&2
	exit 77
}

# needs TOOL…: the test makes no sense without them.
needs() {
	for tool; do
		command -v "$tool" >/dev/null || skip "$tool is not on this machine"
	done
}

# speaks LOCALE…: LC_ALL=fr_FR.UTF-8 works from here on, and so on.  They are made here, as machines lack them and C.UTF-8
# ignores LANGUAGE.
speaks() {
	needs localedef
	mkdir locales
	for locale; do
		[ -f "${I18NPATH:-/usr/share/i18n}/locales/$locale" ] ||
			skip "the definition of the locale $locale is not on this machine"
		localedef -i "$locale" -f UTF-8 "locales/$locale.UTF-8" 2>/dev/null || : # it warns of what it finds odd
		[ -f "locales/$locale.UTF-8/LC_MESSAGES/SYS_LC_MESSAGES" ] || skip "the locale $locale.UTF-8 cannot be made"
	done
	LOCPATH=$PWD/locales
	export LOCPATH
}

# run STATUS COMMAND…: its output goes to the files out and err; fails when it does not end with that status.
run() {
	wanted=$1
	shift
	got=0
	"$@" >out 2>err || got=$?
	[ "$got" = "$wanted" ] || fail "status $got instead of $wanted: $*"
}

# says WORDS…: each stands on standard error of the last run.
says() {
	for words; do
		grep -qF -- "$words" err || fail "no '$words' on standard error"
	done
}

# prints WORDS…: each stands on standard output of the last run.
prints() {
	for words; do
		grep -qF -- "$words" out || fail "no '$words' on standard output"
	done
}

# silent: nothing on standard error in the last run.
silent() {
	[ ! -s err ] || fail "standard error is not empty"
}

# there FILE…, gone FILE…
there() {
	for each; do
		[ -s "$each" ] || fail "'$each' is missing or empty"
	done
}
gone() {
	for each; do
		[ ! -e "$each" ] || fail "'$each' should not be there"
	done
}

# small [NAME]: a small source.
small() {
	cat >"${1:-small.md}" <<'MD'
---
title: Un petit document
date: 2020-06-23
organisation: Le Collectif
---

# Une partie

## Une diapositive

Quelques mots d'abord.

- un point
- un autre point

## Une seconde

Fin du document.
MD
}
