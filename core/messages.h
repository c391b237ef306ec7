/* messages.h: what `allow:` accepts. */
#ifndef RAMURE_MESSAGES_H
#define RAMURE_MESSAGES_H

#include "core/host.h"

/* Whether there is a warning that the author does not accept: an error under --strict. */
bool messages_unaccepted(ramure_ctx *ctx);

#endif
