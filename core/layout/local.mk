noinst_HEADERS += %D%/canvas.h %D%/display.h %D%/structure.h %D%/places.h %D%/fit.h %D%/image.h %D%/layout.h %D%/paragraph.h 
libcore_la_SOURCES += %D%/structure.c %D%/places.c %D%/display.c %D%/shapes.c %D%/canvas.c
noinst_HEADERS += %D%/paragraph_parts.h
libcore_la_SOURCES += %D%/paragraph.c %D%/paragraph_text.c %D%/paragraph_breaks.c %D%/paragraph_lines.c %D%/paragraph_put.c
noinst_HEADERS += %D%/flow.h %D%/flow_table.h %D%/flow_notes.h
libcore_la_SOURCES += %D%/fit.c %D%/flow.c %D%/flow_memory.c %D%/flow_text.c %D%/flow_list.c %D%/flow_table.c
libcore_la_SOURCES += %D%/table_columns.c %D%/flow_grid.c %D%/flow_quote.c %D%/flow_image.c %D%/flow_body.c
libcore_la_SOURCES += %D%/flow_notes.c
