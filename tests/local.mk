# Unit tests: one program per core file, on cmocka, against the whole core with all its symbols.
unit_ldadd = libcore.la $(CMOCKA_LIBS)
include tests/unit/local.mk

# Shell tests run the command of the build tree; each says in its first comment what it holds.
TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = $(SHELL)
# The suffix brings a rule of make's own, which would write a script over the folder of the same name, say tests/e2e/check.
.sh:
	@:
AM_TESTS_ENVIRONMENT = srcdir='$(abs_top_srcdir)'; builddir='$(abs_top_builddir)'; \
	XDG_CACHE_HOME='$(abs_top_builddir)/tests/cache'; export srcdir builddir XDG_CACHE_HOME;
clean-local:
	rm -rf tests/cache
EXTRA_DIST += tests/lib.sh tests/office.sh tests/count tests/lint.sh
# In a checkout: what clang, clang-format and clang-tidy say.  make lint FILES='core/a.c core/b.c' for some files only.
.PHONY: lint
lint:
	CPPFLAGS='-I$(abs_builddir) $(PCRE2_CFLAGS) $(HARFBUZZ_CFLAGS) $(CMARK_CFLAGS) $(UNIBREAK_CFLAGS) $(FRIBIDI_CFLAGS) \
		$(UTF8PROC_CFLAGS) $(FONTCONFIG_CFLAGS) $(PNG_CFLAGS) $(JPEG_CFLAGS)' $(SHELL) $(srcdir)/tests/lint.sh $(FILES)
include tests/plugins/local.mk
include tests/e2e/local.mk
include tests/golden/local.mk
include tests/fuzz/local.mk
include tests/conformance/local.mk
include tests/bench/local.mk
