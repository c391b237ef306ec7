# All but the entry, which tests can ask part by part.
noinst_LTLIBRARIES += plugins/libpdf.la
plugins_libpdf_la_SOURCES = %D%/haru.c %D%/file.c %D%/bytes.c %D%/contents.c %D%/fonts.c %D%/embed.c %D%/cff.c %D%/discs.c %D%/signs.c \
	%D%/cmaps.c %D%/tags.c %D%/pagetree.c %D%/keytree.c %D%/images.c %D%/links.c %D%/outline.c %D%/attachments.c \
	%D%/metadata.c %D%/profile.c
noinst_HEADERS += %D%/haru.h %D%/file.h %D%/bytes.h %D%/contents.h %D%/fonts.h %D%/cmaps.h %D%/cff.h %D%/tags.h \
	%D%/pagetree.h %D%/keytree.h %D%/images.h %D%/links.h %D%/outline.h %D%/metadata.h %D%/profile.h %D%/discs.h %D%/signs.h
plugins_libpdf_la_CFLAGS = $(AM_CFLAGS) $(HARFBUZZ_CFLAGS) $(DEFLATE_CFLAGS)
plugins_LTLIBRARIES += plugins/write-pdf.la
plugins_write_pdf_la_SOURCES = %D%/plugin.c
plugins_write_pdf_la_CFLAGS = $(plugins_libpdf_la_CFLAGS)
plugins_write_pdf_la_LDFLAGS = $(MODULE_FLAGS)
plugins_write_pdf_la_LIBADD = plugins/libpdf.la libramure.la $(HARU_LIBS) $(HARFBUZZ_LIBS) $(DEFLATE_LIBS) -lm
