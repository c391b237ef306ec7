noinst_HEADERS += %D%/registry.h %D%/check.h %D%/loader.h
libcore_la_SOURCES += %D%/registry.c %D%/check.c %D%/loader.c
