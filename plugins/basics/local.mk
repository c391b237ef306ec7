plugins_LTLIBRARIES += plugins/basics.la
plugins_basics_la_SOURCES = %D%/basics.h %D%/plugin.c %D%/sayings.c %D%/quote.c %D%/columns.c %D%/image.c \
	%D%/table.h %D%/table.c %D%/table_cells.c %D%/table_totals.c %D%/table_build.c
plugins_basics_la_LDFLAGS = $(MODULE_FLAGS)
plugins_basics_la_LIBADD = libramure.la -lm
