/* messages.h: what `allow:` accepts, by which names. */
#ifndef RAMURE_MESSAGES_H
#define RAMURE_MESSAGES_H

#include "core/base/diag.h"
#include "core/host.h"

/* Whether there is a warning, or what is as grave as `least`, that the author does not accept: an error under --strict.
 */
bool messages_unaccepted(ramure_ctx *ctx, severity least);

/* Warns of accepted names that no message has. */
void messages_check_names(ramure_ctx *ctx);

#endif
