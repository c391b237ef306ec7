plugins_LTLIBRARIES += plugins/odt.la
plugins_odt_la_SOURCES = %D%/plugin.c %D%/odt.h %D%/xml.h %D%/xml.c %D%/document.c %D%/front.c %D%/headings.c \
	%D%/blocks.c %D%/inlines.c %D%/tables.c %D%/drawings.c %D%/styles.c %D%/styles_text.c %D%/styles_page.c %D%/parts.c \
	%D%/package.c
plugins_odt_la_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS)
plugins_odt_la_LDFLAGS = $(MODULE_FLAGS)
plugins_odt_la_LIBADD = libramure.la $(ZIP_LIBS) -lm
