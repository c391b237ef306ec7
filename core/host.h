/* host.h: for programs that run the pipeline: the command, the tests, the fuzzers.  Not installed. */
#ifndef RAMURE_HOST_H
#define RAMURE_HOST_H

#include "core/ramure.h"

#endif
