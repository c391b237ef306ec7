noinst_HEADERS += %D%/image.h %D%/image_codec.h
libcore_la_SOURCES += %D%/image.c %D%/image_png.c %D%/image_jpeg.c
