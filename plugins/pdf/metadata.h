/* metadata.h: what the file says of itself: title, author, language, dates, and the standards it keeps to. */
#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "file.h"
#include "haru.h"

void metadata_add(ramure_ctx *ctx, const ramure_deck *deck, haru *h, file *f);
/* Files that the deck carries (PDF/A-3, 6.8). */
void attachments_add(ramure_ctx *ctx, haru *h, file *f);
/* "D:20200623", as much of the date as is known; empty when there is none. */
ramure_str pdf_date(ramure_ctx *ctx, ramure_date date);

#endif
