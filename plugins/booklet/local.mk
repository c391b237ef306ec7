plugins_LTLIBRARIES += plugins/booklet.la
plugins_booklet_la_SOURCES = %D%/booklet.h %D%/plugin.c %D%/facts.c %D%/dates.c %D%/year.c %D%/decisions.c %D%/measures.c %D%/history.c \
	%D%/history_table.c %D%/index.c %D%/organisations.c %D%/words.c
plugins_booklet_la_LDFLAGS = $(MODULE_FLAGS)
plugins_booklet_la_LIBADD = libramure.la
