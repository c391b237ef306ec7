# Unit tests: one program per core file, on cmocka, against the whole core with all its symbols.
unit_ldadd = libcore.la $(CMOCKA_LIBS)
include tests/unit/local.mk
