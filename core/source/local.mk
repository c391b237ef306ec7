noinst_HEADERS += %D%/data.h %D%/data_reader.h %D%/fields.h %D%/settings.h %D%/source.h %D%/source_text.h
libcore_la_SOURCES += %D%/source_text.c %D%/data.c %D%/data_line.c %D%/data_text.c %D%/data_flow.c
