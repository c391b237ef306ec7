/* replay.c: runs a harness over the files of a corpus: every crash that a fuzzer found stays found. */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>

static int replay(const char *path)
{
	FILE *in = fopen(path, "rb");
	uint8_t *data = NULL;
	size_t size = 0, capacity = 0, more;

	if (!in) {
		perror(path);
		return 1;
	}
	do {
		if (size == capacity) {
			capacity = capacity ? 2 * capacity : 4096;
			data = realloc(data, capacity);
			if (!data)
				abort();
		}
		more = fread(data + size, 1, capacity - size, in);
		size += more;
	} while (more);
	fclose(in);
	printf("%s: %zu bytes\n", path, size);
	fflush(stdout);
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	return 0;
}

int main(int count, char **paths)
{
	int status = 0;

	for (int i = 1; i < count; i++)
		status |= replay(paths[i]);
	return count > 1 ? status : 2;
}
