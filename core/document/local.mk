noinst_HEADERS += %D%/document.h %D%/facts.h %D%/names.h %D%/planned_pages.h %D%/polish.h %D%/shape.h %D%/voice.h
libcore_la_SOURCES += %D%/node.c %D%/walk.c %D%/facts.c %D%/facts_settings.c %D%/builder.c %D%/people.c %D%/dump.c %D%/names.c \
	%D%/mentions.c %D%/voice.c %D%/booklet.c %D%/expand.c %D%/report.c %D%/polish.c %D%/polish_notes.c %D%/polish_headings.c \
	%D%/polish_contents.c %D%/polish_references.c %D%/planned_pages.c
