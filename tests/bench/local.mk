# What the installed command costs; never a test, because machines differ.
EXTRA_DIST += %D%/bench %D%/repeat.awk %D%/typst.awk
bench_tools = tests/bench/clock tests/bench/floor-deck tests/bench/floor-report
EXTRA_PROGRAMS += $(bench_tools)
tests_bench_clock_SOURCES = %D%/clock.c
tests_bench_floor_deck_SOURCES = %D%/floor-deck.c
tests_bench_floor_deck_LDADD = $(DEFLATE_LIBS)
tests_bench_floor_report_SOURCES = %D%/floor-report.c
tests_bench_floor_report_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS)
# A script in front of it would be counted.
tests_bench_floor_report_LDFLAGS = -no-install
tests_bench_floor_report_LDADD = libramure.la $(ZIP_LIBS)
CLEANFILES += $(bench_tools)

bench: all $(bench_tools)
	rm -rf bench-prefix
	$(MAKE) $(AM_MAKEFLAGS) install DESTDIR=$(abs_builddir)/bench-prefix >/dev/null
	TOOLS=$(abs_builddir)/tests/bench $(srcdir)/tests/bench/bench $(abs_builddir)/bench-prefix$(bindir)/ramure \
		$(abs_top_srcdir)/samples/reunion-2020-06-23/reunion-2020-06-23.md
	rm -rf bench-prefix
.PHONY: bench
