# Small plugins that misbehave, for tests/e2e/plugins.sh.  -rpath makes libtool build a shared object although nobody installs it.
test_module = -rpath /nowhere $(MODULE_FLAGS)
noinst_HEADERS += %D%/nothing.h
check_LTLIBRARIES += tests/plugins/trouble.la tests/plugins/other-abi.la tests/plugins/clash.la tests/plugins/twice.la
tests_plugins_trouble_la_SOURCES = %D%/trouble.c
tests_plugins_trouble_la_LDFLAGS = $(test_module)
tests_plugins_trouble_la_LIBADD = libramure.la
tests_plugins_other_abi_la_SOURCES = %D%/other-abi.c
tests_plugins_other_abi_la_LDFLAGS = $(test_module)
tests_plugins_clash_la_SOURCES = %D%/clash.c
tests_plugins_clash_la_LDFLAGS = $(test_module)
tests_plugins_twice_la_SOURCES = %D%/twice.c
tests_plugins_twice_la_LDFLAGS = $(test_module)
