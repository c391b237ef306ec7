# What the installed command costs; never a test, because machines differ.
EXTRA_DIST += %D%/bench
EXTRA_PROGRAMS += tests/bench/clock
tests_bench_clock_SOURCES = %D%/clock.c
CLEANFILES += tests/bench/clock

bench: all tests/bench/clock
	rm -rf bench-prefix
	$(MAKE) $(AM_MAKEFLAGS) install DESTDIR=$(abs_builddir)/bench-prefix >/dev/null
	CLOCK=$(abs_builddir)/tests/bench/clock $(srcdir)/tests/bench/bench $(abs_builddir)/bench-prefix$(bindir)/ramure \
		$(abs_top_srcdir)/samples/reunion-2020-06-23/reunion-2020-06-23.md
	rm -rf bench-prefix
.PHONY: bench
