noinst_HEADERS += %D%/registry.h %D%/check.h %D%/elf.h %D%/loader.h
libcore_la_SOURCES += %D%/registry.c %D%/check.c %D%/elf.c %D%/loader.c
