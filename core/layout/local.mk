noinst_HEADERS += %D%/canvas.h %D%/display.h %D%/structure.h %D%/places.h %D%/fit.h %D%/image.h %D%/layout.h %D%/paragraph.h 
libcore_la_SOURCES += %D%/structure.c %D%/places.c %D%/display.c %D%/shapes.c %D%/canvas.c
noinst_HEADERS += %D%/paragraph_parts.h
libcore_la_SOURCES += %D%/paragraph.c %D%/paragraph_text.c %D%/paragraph_breaks.c %D%/paragraph_lines.c %D%/paragraph_put.c
