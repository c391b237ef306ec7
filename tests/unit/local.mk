check_PROGRAMS += tests/unit/test-arena
tests_unit_test_arena_LDADD = $(unit_ldadd)
TESTS += $(check_PROGRAMS)
