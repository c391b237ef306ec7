/* archive.h: a ZIP file, written front to back (APPNOTE 6.3.3, as far as ODF 1.3 part 2 wants it). */
#ifndef ODT_ARCHIVE_H
#define ODT_ARCHIVE_H

#include <ramure.h>

typedef struct archive archive;

/* An archive that goes to `sink`; NULL after a failure was reported.  `most` is the number of files it may take, 65535 at
 * the utmost. */
archive *archive_new(ramure_ctx *ctx, ramure_sink *sink, size_t most);
/* The next file.  `packed` asks for its bytes to be deflated, which is done where they gain by it. */
void archive_add(archive *a, ramure_str name, ramure_str bytes, bool packed);
/* Writes the directory that ends the file, gives back the memory of the compressor, and tells whether all went well; a
 * failure has been reported. */
bool archive_end(archive *a);

#endif
