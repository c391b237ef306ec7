noinst_HEADERS += %D%/fonts.h %D%/theme.h 
