/* loader.h: finding plugins in folders, and refusing those that cannot be trusted. */
#ifndef RAMURE_LOADER_H
#define RAMURE_LOADER_H

#include "core/plugin/registry.h"

/* Loads every plugin of the folders, in this order: --plugin-dir, RAMURE_PLUGIN_PATH, $XDG_DATA_HOME/ramure/plugins,
 * the installed folder; inside a folder by name.  What is refused stays in the registry with its reason. */
void loader_fill(registry *r, const ramure_search *where);

#endif
