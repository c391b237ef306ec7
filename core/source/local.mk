noinst_HEADERS += %D%/data.h %D%/fields.h %D%/settings.h %D%/source.h %D%/source_text.h
libcore_la_SOURCES += %D%/source_text.c
