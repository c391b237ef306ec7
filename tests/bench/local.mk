# What the installed command costs; never a test, because machines differ.
EXTRA_DIST += %D%/bench %D%/repeat.awk %D%/typst.awk
EXTRA_PROGRAMS += tests/bench/clock tests/bench/floor
tests_bench_clock_SOURCES = %D%/clock.c
tests_bench_floor_SOURCES = %D%/floor.c
tests_bench_floor_LDADD = $(DEFLATE_LIBS)
CLEANFILES += tests/bench/clock tests/bench/floor

bench: all tests/bench/clock tests/bench/floor
	rm -rf bench-prefix
	$(MAKE) $(AM_MAKEFLAGS) install DESTDIR=$(abs_builddir)/bench-prefix >/dev/null
	TOOLS=$(abs_builddir)/tests/bench $(srcdir)/tests/bench/bench $(abs_builddir)/bench-prefix$(bindir)/ramure \
		$(abs_top_srcdir)/samples/reunion-2020-06-23/reunion-2020-06-23.md
	rm -rf bench-prefix
.PHONY: bench
