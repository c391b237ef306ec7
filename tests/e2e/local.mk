EXTRA_DIST += %D%/conservation %D%/typography %D%/check
e2e = %D%/command.sh %D%/build.sh %D%/plugins.sh %D%/bad-input.sh %D%/atomic.sh %D%/determinism.sh %D%/samples.sh %D%/conservation.sh %D%/typography.sh %D%/messages.sh
e2e += %D%/check.sh %D%/balance.sh
e2e += %D%/manual.sh %D%/guide.sh %D%/house.sh
e2e += %D%/report.sh
e2e += %D%/reference.sh
check_PROGRAMS += tests/tools/pack
tests_tools_pack_SOURCES = tests/tools/pack.c
tests_tools_pack_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS)
tests_tools_pack_LDADD = $(ZIP_LIBS)
EXTRA_DIST += %D%/reference
e2e += %D%/mutations.sh %D%/attachments.sh %D%/tables.sh %D%/images.sh %D%/torture.sh %D%/leftward.sh
EXTRA_DIST += %D%/torture
# What reads our outputs only once: sanitizers have nothing to find in LibreOffice.
e2e_readers = %D%/libreoffice.sh
e2e_readers += %D%/libreoffice-edit.sh %D%/libreoffice-pdf.sh
e2e_readers += %D%/embed-fonts.sh
e2e_readers += %D%/reference-office.sh
e2e_readers += %D%/page-flow.sh
e2e_readers += %D%/restyle.sh
# A preloaded library must come after the sanitizers' own.
e2e_readers += %D%/sinks.sh
check_LTLIBRARIES += tests/tools/failing-disk.la
tests_tools_failing_disk_la_SOURCES = tests/tools/failing-disk.c
tests_tools_failing_disk_la_LDFLAGS = -rpath /nowhere -module -avoid-version -shared
TESTS += $(e2e)
if !SANITIZERS
TESTS += $(e2e_readers)
endif
EXTRA_DIST += $(e2e) $(e2e_readers)
