/* messages.h: what `allow:` accepts. */
#ifndef RAMURE_MESSAGES_H
#define RAMURE_MESSAGES_H

#include "core/base/diag.h"
#include "core/host.h"

/* Whether there is a warning, or what is as grave as `least`, that the author does not accept: an error under --strict.
 */
bool messages_unaccepted(ramure_ctx *ctx, severity least);

#endif
