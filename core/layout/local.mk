noinst_HEADERS += %D%/canvas.h %D%/display.h %D%/fit.h %D%/image.h %D%/layout.h %D%/paragraph.h 
