/* gettext.h: messages in the language of the person at the machine. */
#ifndef RAMURE_GETTEXT_H
#define RAMURE_GETTEXT_H

#include <libintl.h>
#include <stdbool.h>
#include <string.h>

/* `_` looks a message up in our own domain, whatever the host program's domain is; `N_` only marks it for translation.
 */
#define RAMURE_DOMAIN "ramure"
#define _(message) dgettext(RAMURE_DOMAIN, message)
#define N_(message) message

/* Rows of tables carry their words in both languages beside the code; the catalogue says which is read here. */
static inline bool messages_in_french(void)
{
	/* TRANSLATORS: the code of the language you translate into. */
	return strcmp(_("en"), "fr") == 0;
}

#endif
