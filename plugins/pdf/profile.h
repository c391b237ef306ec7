/* profile.h: the colours of the deck: sRGB, as an ICC profile. */
#ifndef PDF_PROFILE_H
#define PDF_PROFILE_H

#include "bytes.h"

/* IEC 61966-2-1 as a display profile of version 4.2 (ICC.1:2004-10): the same bytes every time. */
bytes profile_srgb(ramure_ctx *ctx);

#endif
