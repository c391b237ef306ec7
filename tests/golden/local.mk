TESTS += %D%/approved.sh
EXTRA_DIST += %D%/golden %D%/approved.sh
GOLDEN_CASES = %D%/meeting %D%/series %D%/slips
GOLDEN_CASES += %D%/newcomer
GOLDEN_CASES += %D%/master/input.md %D%/master/expected.pages
GOLDEN_CASES += %D%/master-narrow/input.md %D%/master-narrow/expected.pages
GOLDEN_CASES += %D%/kinds-meeting %D%/kinds-measures %D%/kinds-governance %D%/kinds-basics %D%/kinds-slips
GOLDEN_CASES += %D%/kinds-booklet %D%/booklet-compiled %D%/booklet-slips %D%/booklet-unwritten
GOLDEN_CASES += %D%/part-alone %D%/many-present
GOLDEN_CASES += %D%/report
GOLDEN_CASES += %D%/booklet
GOLDEN_CASES += %D%/leftward %D%/both-ways
EXTRA_DIST += $(GOLDEN_CASES)
check_PROGRAMS += tests/tools/dump
tests_tools_dump_SOURCES = tests/tools/dump.c
tests_tools_dump_LDADD = libramure.la

# Shows what has changed in the golden files, and writes it.
bless: all $(check_PROGRAMS)
	$(srcdir)/tests/golden/golden --bless $(srcdir)/tests/golden/*/
.PHONY: bless
