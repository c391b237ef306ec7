noinst_HEADERS += %D%/check.h
libcore_la_SOURCES += %D%/check.c %D%/check_text.c %D%/check_reading.c %D%/check_slides.c %D%/check_capitals.c %D%/check_figures.c %D%/check_data.c \
	%D%/check_follow_up.c %D%/check_dates.c %D%/check_drafts.c %D%/check_files.c %D%/check_publishing.c
