/* folder.h: a folder of its own for a test that needs files; it is where the test runs. */
#ifndef RAMURE_UNIT_FOLDER_H
#define RAMURE_UNIT_FOLDER_H

#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A setup and a teardown of cmocka. */
static inline int folder_make(void **state)
{
	char *folder = strdup("/tmp/ramure-test-XXXXXX");

	*state = folder;
	return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static inline int folder_drop(void **state)
{
	char command[100];
	int status;

	snprintf(command, sizeof command, "rm -r '%s'", (char *)*state);
	status = chdir("/") == 0 ? system(command) : -1;
	free(*state);
	return status;
}

static inline void folder_write(const char *path, const char *bytes, size_t size)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

static inline void folder_write_text(const char *path, const char *text)
{
	folder_write(path, text, strlen(text));
}

#endif
