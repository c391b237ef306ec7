noinst_HEADERS += %D%/registry.h 
