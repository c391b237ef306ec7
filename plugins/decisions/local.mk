plugins_LTLIBRARIES += plugins/decisions.la
plugins_decisions_la_SOURCES = %D%/decisions.h %D%/plugin.c %D%/decisions.c %D%/facts.c %D%/votes.c %D%/states.c %D%/table.c
plugins_decisions_la_LDFLAGS = $(MODULE_FLAGS)
plugins_decisions_la_LIBADD = libramure.la
