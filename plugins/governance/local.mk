plugins_LTLIBRARIES += plugins/governance.la
plugins_governance_la_SOURCES = %D%/governance.h %D%/plugin.c %D%/fields.c %D%/bodies.c %D%/terms.c %D%/titles.c %D%/lists.c \
	%D%/line.c %D%/slides.c %D%/report.c
plugins_governance_la_LDFLAGS = $(MODULE_FLAGS)
plugins_governance_la_LIBADD = libramure.la
