noinst_HEADERS = core/context.h core/host.h core/messages.h core/attachments.h
libcore_la_SOURCES += core/pipeline.c core/messages.c core/notices.c core/messages_json.c core/host.c core/attachments.c
include core/base/local.mk
include core/image/local.mk
include core/source/local.mk
include core/document/local.mk
include core/typography/local.mk
include core/theme/local.mk
include core/layout/local.mk
include core/check/local.mk
include core/plugin/local.mk
include core/command/local.mk
