noinst_HEADERS += %D%/document.h %D%/facts.h
libcore_la_SOURCES += %D%/node.c %D%/walk.c %D%/facts.c %D%/builder.c %D%/people.c %D%/dump.c
