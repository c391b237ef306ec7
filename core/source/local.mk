noinst_HEADERS += %D%/data.h %D%/data_reader.h %D%/fields_fill.h %D%/fields.h %D%/settings.h %D%/source.h %D%/source_text.h %D%/scan.h
libcore_la_SOURCES += %D%/source_text.c %D%/data.c %D%/data_value.c %D%/data_sign.c %D%/data_slips.c %D%/data_line.c %D%/data_text.c %D%/data_flow.c
libcore_la_SOURCES += %D%/scan.c %D%/value_hints.c %D%/value_numbers.c %D%/value_times.c %D%/value_dates.c %D%/dates.c
libcore_la_SOURCES += %D%/names.c %D%/values.c %D%/fields.c %D%/fields_level.c %D%/fields_value.c %D%/csv.c %D%/rows.c %D%/block_fill.c
noinst_HEADERS += %D%/writer_options.h
libcore_la_SOURCES += %D%/front_matter.c %D%/settings.c %D%/writer_options.c
noinst_HEADERS += %D%/footnotes.h %D%/markdown.h %D%/markdown_reader.h
libcore_la_SOURCES += %D%/markdown_guard.c %D%/markdown_parse.c %D%/markdown.c %D%/markdown_inline.c %D%/markdown_marks.c %D%/markdown_places.c \
	%D%/markdown_text.c %D%/markdown_numbers.c %D%/markdown_fence.c %D%/markdown_html.c \
	%D%/markdown_finish.c %D%/as_typed.c %D%/attributes.c %D%/footnotes.c %D%/code_languages.c %D%/image_read.c
noinst_HEADERS += %D%/metas.h %D%/structure.h
libcore_la_SOURCES += %D%/structure.c %D%/kickers.c %D%/blocks.c %D%/metas.c %D%/source.c
noinst_HEADERS += %D%/include.h
libcore_la_SOURCES += %D%/include.c %D%/include_files.c %D%/compiled.c
