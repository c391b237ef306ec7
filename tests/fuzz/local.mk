# One harness a reader and one for the whole way.  As tests they replay their corpora; with --enable-fuzzers (clang) each is a
# libFuzzer program too:  tests/fuzz/fuzz-data ../tests/fuzz/corpus/data
noinst_HEADERS += %D%/fuzz.h
check_PROGRAMS += tests/fuzz/replay-data tests/fuzz/replay-csv tests/fuzz/replay-markdown tests/fuzz/replay-pipeline
tests_fuzz_replay_data_SOURCES = %D%/data.c %D%/replay.c
tests_fuzz_replay_data_LDADD = libcore.la
tests_fuzz_replay_csv_SOURCES = %D%/csv.c %D%/replay.c
tests_fuzz_replay_csv_LDADD = libcore.la
tests_fuzz_replay_markdown_SOURCES = %D%/markdown.c %D%/replay.c
tests_fuzz_replay_markdown_LDADD = libcore.la
tests_fuzz_replay_pipeline_SOURCES = %D%/pipeline.c %D%/replay.c
tests_fuzz_replay_pipeline_LDADD = libramure.la
check_PROGRAMS += tests/fuzz/replay-reference
tests_fuzz_replay_reference_SOURCES = %D%/reference.c %D%/replay.c
tests_fuzz_replay_reference_LDADD = plugins/libodt.la libcore.la $(ZIP_LIBS) $(EXPAT_LIBS) -lm
TESTS += %D%/replay.sh
EXTRA_DIST += %D%/replay.sh %D%/corpus

if FUZZERS
noinst_PROGRAMS += tests/fuzz/fuzz-data tests/fuzz/fuzz-csv tests/fuzz/fuzz-markdown tests/fuzz/fuzz-pipeline
tests_fuzz_fuzz_data_SOURCES = %D%/data.c
tests_fuzz_fuzz_data_LDADD = libcore.la
tests_fuzz_fuzz_data_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_csv_SOURCES = %D%/csv.c
tests_fuzz_fuzz_csv_LDADD = libcore.la
tests_fuzz_fuzz_csv_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_markdown_SOURCES = %D%/markdown.c
tests_fuzz_fuzz_markdown_LDADD = libcore.la
tests_fuzz_fuzz_markdown_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_pipeline_SOURCES = %D%/pipeline.c
tests_fuzz_fuzz_pipeline_LDADD = libramure.la
tests_fuzz_fuzz_pipeline_LDFLAGS = -fsanitize=fuzzer
noinst_PROGRAMS += tests/fuzz/fuzz-reference
tests_fuzz_fuzz_reference_SOURCES = %D%/reference.c
tests_fuzz_fuzz_reference_LDADD = plugins/libodt.la libcore.la $(ZIP_LIBS) $(EXPAT_LIBS) -lm
tests_fuzz_fuzz_reference_LDFLAGS = -fsanitize=fuzzer
endif
