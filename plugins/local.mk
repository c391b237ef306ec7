# One folder a plugin, one include a folder.  Every module is built at plugins/NAME.la, so that they all stand in one folder
# (plugins/.libs) from which build/ramure loads them.  A folder's local.mk:
#
#	plugins_LTLIBRARIES += plugins/agenda.la
#	plugins_agenda_la_SOURCES = %D%/agenda.c
#	plugins_agenda_la_LDFLAGS = $(MODULE_FLAGS)
#	plugins_agenda_la_LIBADD = libramure.la
#
# A writer's module is write-NAME.la: it is loaded when that writer is asked for.
include plugins/agenda/local.mk
include plugins/basics/local.mk
include plugins/booklet/local.mk
include plugins/decisions/local.mk
include plugins/pdf/local.mk
include plugins/governance/local.mk
include plugins/measures/local.mk
include plugins/odt/local.mk
