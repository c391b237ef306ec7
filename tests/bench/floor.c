/* floor.c: the least that a deck can cost: its last argument is deflated, the files before it, its fonts, are read. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

static unsigned char *read_all(const char *path, size_t *size)
{
	FILE *in = fopen(path, "rb");
	unsigned char *data = NULL;
	long end;

	if (in && fseek(in, 0, SEEK_END) == 0 && (end = ftell(in)) >= 0) {
		rewind(in);
		*size = (size_t)end;
		data = malloc(*size + 1);
		if (data && fread(data, 1, *size, in) != *size) {
			free(data);
			data = NULL;
		}
	}
	if (in)
		fclose(in);
	return data;
}

int main(int count, char **paths)
{
	unsigned char *data = NULL, *deflated;
	size_t size = 0;
	uLongf room;
	bool done;

	for (int i = 1; i < count; i++) {
		free(data);
		data = read_all(paths[i], &size);
		if (!data)
			return 3;
	}
	if (!data)
		return 2;
	room = compressBound(size);
	deflated = malloc(room);
	done = deflated && compress(deflated, &room, data, size) == Z_OK;
	free(deflated);
	free(data);
	return done ? 0 : 3;
}
