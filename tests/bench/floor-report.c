/* floor-report.c: the least that a report can cost: ramure's libraries are there, and its parts, the files named, are
 * packed by libzip.
 *
 *	floor-report OUT PART… */
#include "core/host.h"

#include <stdio.h>
#include <zip.h>

/* As the writer sets it. */
enum { DEFLATE_LEVEL = 5 };

static zip_int64_t add(zip_t *zip, const char *path)
{
	zip_source_t *part = zip_source_file(zip, path, 0, -1);
	zip_int64_t index = part ? zip_file_add(zip, path, part, ZIP_FL_ENC_UTF_8) : -1;

	return index < 0 ? index : zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_DEFLATE, DEFLATE_LEVEL);
}

int main(int count, char **paths)
{
	zip_t *zip = count > 2 ? zip_open(paths[1], ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;

	if (!zip || !ramure_version())
		return 2;
	for (int i = 2; i < count; i++)
		if (add(zip, paths[i]) < 0)
			return 3;
	return zip_close(zip) < 0 ? 3 : 0;
}
