check_PROGRAMS += tests/unit/test-arena
tests_unit_test_arena_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-files
tests_unit_test_files_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-source-text
tests_unit_test_source_text_LDADD = $(unit_ldadd)
TESTS += $(check_PROGRAMS)
