plugins_LTLIBRARIES += plugins/measures.la
plugins_measures_la_SOURCES = %D%/measures.h %D%/plugin.c %D%/fields.c %D%/legend.c %D%/check.c %D%/facts.c %D%/groups.c \
	%D%/sentences.c %D%/table.c %D%/dashboard.c
plugins_measures_la_LDFLAGS = $(MODULE_FLAGS)
plugins_measures_la_LIBADD = libramure.la
