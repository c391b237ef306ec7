# All but the entry, which tests can ask part by part.
noinst_LTLIBRARIES += plugins/libodt.la
plugins_libodt_la_SOURCES = %D%/xml.c %D%/document.c %D%/language.c %D%/cover.c %D%/cover_ground.c %D%/chapter.c %D%/headings.c \
	%D%/targets.c %D%/contents.c %D%/blocks.c %D%/inlines.c %D%/tables.c %D%/columns.c %D%/widths.c %D%/pictures.c %D%/drawings.c \
	%D%/shapes.c %D%/shape_styles.c %D%/automatic.c %D%/derived.c %D%/keep.c %D%/styles.c %D%/styles_text.c %D%/styles_page.c \
	%D%/styles_table.c %D%/parts.c %D%/fonts.c %D%/package.c
plugins_libodt_la_SOURCES += %D%/reference.c %D%/reference_package.c %D%/reference_tree.c %D%/reference_names.c \
	%D%/reference_files.c %D%/reference_tables.c %D%/reference_text.c %D%/reference_wide.c %D%/reference_pages.c
noinst_HEADERS += %D%/odt.h %D%/shapes.h %D%/xml.h %D%/reference.h
plugins_libodt_la_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS) $(HARFBUZZ_CFLAGS) $(EXPAT_CFLAGS)
plugins_LTLIBRARIES += plugins/write-odt.la
plugins_write_odt_la_SOURCES = %D%/plugin.c
plugins_write_odt_la_LDFLAGS = $(MODULE_FLAGS)
plugins_write_odt_la_LIBADD = plugins/libodt.la libramure.la $(ZIP_LIBS) $(HARFBUZZ_LIBS) $(EXPAT_LIBS) -lm
