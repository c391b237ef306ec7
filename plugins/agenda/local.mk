plugins_LTLIBRARIES += plugins/agenda.la
plugins_agenda_la_SOURCES = %D%/agenda.h %D%/plugin.c %D%/agenda.c %D%/timetable.c %D%/minutes.c %D%/attendance.c %D%/roll.c
plugins_agenda_la_LDFLAGS = $(MODULE_FLAGS)
plugins_agenda_la_LIBADD = libramure.la
