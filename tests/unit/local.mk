check_PROGRAMS += tests/unit/test-arena
tests_unit_test_arena_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-data
tests_unit_test_data_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-values
tests_unit_test_values_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-files
tests_unit_test_files_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-source-text
tests_unit_test_source_text_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-document
tests_unit_test_document_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-structure
tests_unit_test_structure_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-typography
tests_unit_test_typography_LDADD = $(unit_ldadd)
tests_unit_test_typography_CPPFLAGS = $(AM_CPPFLAGS) -DTYPOGRAPHY_RULES='"$(abs_top_srcdir)/core/typography/rules"'
check_PROGRAMS += tests/unit/test-paragraph
tests_unit_test_paragraph_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-fit
tests_unit_test_fit_LDADD = $(unit_ldadd)
check_PROGRAMS += tests/unit/test-theme
tests_unit_test_theme_LDADD = $(unit_ldadd)
tests_unit_test_theme_CPPFLAGS = $(AM_CPPFLAGS) -DTHEMES='"$(abs_top_srcdir)/themes"'
check_PROGRAMS += tests/unit/test-image
tests_unit_test_image_LDADD = $(unit_ldadd)
TESTS += $(check_PROGRAMS)
