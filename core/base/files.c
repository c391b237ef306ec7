/* files.c: reading each file once, inside the root. */
#include "core/base/files.h"
