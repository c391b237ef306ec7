/* check.h: whether a plugin's descriptor can be believed. */
#ifndef RAMURE_PLUGIN_CHECK_H
#define RAMURE_PLUGIN_CHECK_H

#include "core/base/arena.h"
#include "core/ramure.h"

/* A copy of the descriptor with every table as this core knows it, or NULL with `why` set: what differs, in words. */
const ramure_plugin *plugin_check(arena *a, const ramure_plugin *plugin, const char **why);

/* Writers share the options of one name: the first of `other` that has a name of one of `one`'s without being the same;
 * NULL when there is none.  Both have been checked. */
const ramure_field *plugin_option_clash(arena *a, const ramure_writer *one, const ramure_writer *other);

#endif
