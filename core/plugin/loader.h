/* loader.h: finding plugins in folders, and refusing those that cannot be trusted. */
#ifndef RAMURE_LOADER_H
#define RAMURE_LOADER_H

#include "core/plugin/registry.h"

/* Loads the plugins of the folders, in this order: --plugin-dir, RAMURE_PLUGIN_PATH, $XDG_DATA_HOME/ramure/plugins,
 * the installed folder; inside a folder by name.  What is refused stays in the registry with its reason.
 *
 * A file named write-NAME.so holds the writer NAME alone: it waits until that is asked for, because the libraries that
 * make a file can take longer to load than another writer takes to write. */
void loader_fill(registry *r, const ramure_search *where);
/* Loads what waits for that writer; NULL: all that waits. */
void loader_ask(registry *r, const char *writer);

#endif
