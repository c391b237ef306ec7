noinst_HEADERS += %D%/typography.h %D%/rules.h
libcore_la_SOURCES += %D%/rules.c %D%/load.c %D%/compile.c %D%/try.c %D%/explain.c %D%/run.c %D%/plain.c %D%/stream.c %D%/tree.c %D%/document.c %D%/doors.c
typographydir = $(datadir)/ramure/typography
typography_DATA = %D%/rules/fr.rules %D%/rules/en.rules
EXTRA_DIST += $(typography_DATA)
