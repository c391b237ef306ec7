/* gettext.h: messages in the language of the person at the machine. */
#ifndef RAMURE_GETTEXT_H
#define RAMURE_GETTEXT_H

#include <libintl.h>

/* `_` looks a message up in our own domain, whatever the host program's domain is; `N_` only marks it for translation.
 */
#define RAMURE_DOMAIN "ramure"
#define _(message) dgettext(RAMURE_DOMAIN, message)
#define N_(message) message

#endif
