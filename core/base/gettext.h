/* gettext.h: messages in the language of the person at the machine. */
#ifndef RAMURE_GETTEXT_H
#define RAMURE_GETTEXT_H

#include <libintl.h>
#include <stdbool.h>
#include <string.h>

/* `_` looks a message up in our own domain, whatever the host program's domain is; `N_` only marks it for translation.
 */
#define RAMURE_DOMAIN "ramure"
#define _(message) in_messages_language(message)
#define N_(message) message

/* Nothing stays nothing: a catalogue keeps its own description under the empty message. */
#if defined __GNUC__
__attribute__((__format_arg__(1)))
#endif
static inline const char *
in_messages_language(const char *message)
{
	return *message ? dgettext(RAMURE_DOMAIN, message) : message;
}

/* Rows of tables carry their words in both languages beside the code; the catalogue says which is read here. */
static inline bool messages_in_french(void)
{
	/* TRANSLATORS: the code of the language you translate into. */
	return strcmp(_("en"), "fr") == 0;
}

#endif
