bin_PROGRAMS += ramure
ramure_SOURCES = %D%/main.c
ramure_LDADD = libramure.la
