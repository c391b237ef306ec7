/* pack.c: a ZIP file for tests, honest or not.
 *
 *	pack OUT [--password WORD] [--empty COUNT] ENTRY=FILE…
 *
 * Entries get any name that is asked; after --password they are encrypted. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static void die(const char *what, zip_t *zip)
{
	fprintf(stderr, "pack: %s: %s\n", what, zip ? zip_strerror(zip) : "cannot be opened");
	exit(1);
}

static void add(zip_t *zip, const char *entry, zip_source_t *source, const char *password)
{
	zip_int64_t index = source ? zip_file_add(zip, entry, source, ZIP_FL_ENC_UTF_8) : -1;

	if (index < 0 || zip_file_set_dostime(zip, (zip_uint64_t)index, 12 << 11, 1 << 5 | 1, 0) < 0)
		die(entry, zip);
	if (password && zip_file_set_encryption(zip, (zip_uint64_t)index, ZIP_EM_TRAD_PKWARE, password) < 0)
		die(entry, zip);
	if (strcmp(entry, "mimetype") == 0)
		zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
}

int main(int count, char **words)
{
	zip_t *zip = count > 1 ? zip_open(words[1], ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
	const char *password = NULL;

	if (!zip)
		die("usage: pack OUT [--password WORD] [--empty COUNT] ENTRY=FILE…", NULL);
	for (int i = 2; i < count; i++) {
		char *equals = strchr(words[i], '=');

		if (strcmp(words[i], "--password") == 0 && i + 1 < count) {
			password = words[++i];
		} else if (strcmp(words[i], "--empty") == 0 && i + 1 < count) {
			for (long n = strtol(words[++i], NULL, 10); n > 0; n--) {
				char entry[32];

				snprintf(entry, sizeof entry, "empty/%ld", n);
				add(zip, entry, zip_source_buffer(zip, "", 0, 0), password);
			}
		} else if (equals) {
			*equals = '\0';
			add(zip, words[i], zip_source_file(zip, equals + 1, 0, -1), password);
		} else {
			die(words[i], NULL);
		}
	}
	if (zip_close(zip) < 0)
		die(words[1], zip);
	return 0;
}
