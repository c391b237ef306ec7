noinst_HEADERS += %D%/arena.h %D%/buf.h %D%/str.h %D%/utf8.h %D%/diag.h %D%/files.h %D%/gettext.h
libcore_la_SOURCES += %D%/arena.c %D%/buf.c %D%/utf8.c %D%/diag.c %D%/context.c %D%/files.c %D%/paths.c %D%/path_spelling.c %D%/file_parts.c %D%/direction.c
noinst_HEADERS += %D%/output.h %D%/value_size.h
libcore_la_SOURCES += %D%/output.c %D%/value_size.c
