noinst_HEADERS += %D%/document.h %D%/facts.h 
