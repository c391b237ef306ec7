/* floor-deck.c: the least that a deck can cost: its last argument is deflated, the files before it, its fonts, are read. */
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>

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
	struct libdeflate_compressor *compressor;
	size_t size = 0, room;

	for (int i = 1; i < count; i++) {
		free(data);
		data = read_all(paths[i], &size);
		if (!data)
			return 3;
	}
	if (!data)
		return 2;
	compressor = libdeflate_alloc_compressor(6);
	room = compressor ? libdeflate_zlib_compress_bound(compressor, size) : 0;
	deflated = malloc(room + 1);
	if (compressor && deflated)
		size = libdeflate_zlib_compress(compressor, data, size, deflated, room);
	else
		size = 0;
	libdeflate_free_compressor(compressor);
	free(deflated);
	free(data);
	return size ? 0 : 3;
}
