noinst_HEADERS += %D%/typography.h 
