noinst_HEADERS += %D%/fonts.h %D%/font_words.h %D%/font_paths.h %D%/theme.h %D%/theme_keys.h %D%/theme_parts.h
libcore_la_SOURCES += %D%/fonts.c %D%/font_words.c %D%/font_paths.c %D%/theme.c %D%/theme_keys.c %D%/theme_read.c %D%/theme_contrast.c
