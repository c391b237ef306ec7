/* font_paths.c: fontconfig answered once, then a small file that is believed only while nothing has moved.
 *
 * Starting fontconfig costs 6 ms, a third of a whole build.  The file says, for each query, path and index, with size
 * and time of the font; and, for all of them, the folders and settings that fontconfig looked at, with their times.
 * When one of these differs from what is on the disk, the file is forgotten: so it never changes an answer.  A font is
 * compared when it is asked for: most answers are those of other documents. */
#include "core/theme/font_paths.h"

#include "core/base/buf.h"
#include "core/context.h"

#include <errno.h>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_FILE = 256 * 1024, MOST_ANSWERS = 512, FIELDS = 8 };

#define FIRST_LINE "ramure fonts 1\n"

typedef struct answer {
	struct answer *next;
	font_query query;
	font_place place;
	const char *stamp; /* of the font when fontconfig answered; NULL without one */
} answer;

struct font_paths {
	ramure_ctx *ctx;
	answer *answers;
	size_t count;
	bool learnt; /* something that the file does not say */
	FcConfig *config;
};

/* ---- the file's folder ---- */

static const char *environment(const char *name)
{
	const char *value = getenv(name);

	return value ? value : "";
}

/* $XDG_CACHE_HOME/ramure, else ~/.cache/ramure; empty without a home. */
static ramure_str cache_folder(ramure_ctx *ctx)
{
	const char *cache = environment("XDG_CACHE_HOME");
	const char *home = environment("HOME");

	/* The XDG base directory specification ignores relative paths. */
	if (cache[0] == '/')
		return ramure_format(ctx, "%s/ramure", cache);
	if (home[0] == '/')
		return ramure_format(ctx, "%s/.cache/ramure", home);
	return RAMURE_STR("");
}

/* What steers fontconfig besides files. */
static ramure_str surroundings(ramure_ctx *ctx)
{
	return ramure_format(ctx, "%s|%s|%s|%s|%s|%d", environment("FONTCONFIG_FILE"), environment("FONTCONFIG_PATH"),
			     environment("FONTCONFIG_SYSROOT"), environment("XDG_DATA_HOME"), environment("HOME"),
			     FcGetVersion());
}

enum { STAMP = 64 };

/* "seconds.nanoseconds.size" of a file or folder, "-" when it is not there. */
static const char *stamp_of(const char *path, char out[static STAMP])
{
	struct stat s;

	if (stat(path, &s) != 0)
		snprintf(out, STAMP, "-");
	else
		snprintf(out, STAMP, "%lld.%ld.%lld", (long long)s.st_mtim.tv_sec, s.st_mtim.tv_nsec,
			 S_ISDIR(s.st_mode) ? 0LL : (long long)s.st_size);
	return out;
}

static bool unmoved(const char *path, const char *wanted)
{
	char now[STAMP];

	return strcmp(stamp_of(path, now), wanted) == 0;
}

/* ---- reading ---- */

static char *read_cache(ramure_ctx *ctx, ramure_str folder)
{
	ramure_str path = ramure_format(ctx, "%s/fonts", folder.data);
	int file = open(path.data, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat s;
	char *text = NULL;
	ssize_t got;

	if (file < 0)
		return NULL;
	if (fstat(file, &s) == 0 && S_ISREG(s.st_mode) && s.st_size > 0 && s.st_size < LARGEST_FILE) {
		text = ramure_alloc(ctx, (size_t)s.st_size + 1);
		got = read(file, text, (size_t)s.st_size);
		if (got != s.st_size || memchr(text, '\0', (size_t)s.st_size))
			text = NULL;
	}
	close(file);
	return text;
}

static ramure_str borrowed(const char *words)
{
	return (ramure_str){ words, strlen(words) };
}

static bool add_answer(font_paths *paths, font_query query, font_place place, const char *stamp)
{
	answer *a;

	if (paths->count >= MOST_ANSWERS)
		return false;
	a = RAMURE_NEW(paths->ctx, answer);
	a->query = query;
	a->place = place;
	a->stamp = stamp;
	a->next = paths->answers;
	paths->answers = a;
	paths->count++;
	return true;
}

static void forget(font_paths *paths)
{
	paths->answers = NULL;
	paths->count = 0;
}

/* A line's fields, cut in place at tabs; how many there are. */
static size_t cut(char *line, char *fields[FIELDS])
{
	size_t count = 0;

	for (char *p = line; p && count < FIELDS; count++) {
		fields[count] = p;
		p = strchr(p, '\t');
		if (p)
			*p++ = '\0';
	}
	return count;
}

/* font, family, weight, slant, code point, index, stamp, path */
static bool read_font(font_paths *paths, char *fields[FIELDS])
{
	font_query query = { .family = borrowed(fields[1]),
			     .weight = (int)strtol(fields[2], NULL, 10),
			     .italic = fields[3][0] == 'i',
			     .code_point = (uint32_t)strtoul(fields[4], NULL, 16) };
	font_place place = { .path = borrowed(fields[7]), .index = (uint32_t)strtoul(fields[5], NULL, 10) };

	if (place.path.size && fields[6][0] == '-')
		return false;
	return add_answer(paths, query, place, place.path.size ? fields[6] : NULL);
}

/* False at the first line that no longer holds, or that makes no sense. */
static bool read_line(font_paths *paths, char *line)
{
	char *fields[FIELDS];
	size_t count = cut(line, fields);

	if (count == FIELDS && strcmp(fields[0], "font") == 0)
		return read_font(paths, fields);
	if (count == 3 && strcmp(fields[0], "watch") == 0)
		return unmoved(fields[2], fields[1]);
	if (count == 2 && strcmp(fields[0], "with") == 0)
		return strcmp(fields[1], surroundings(paths->ctx).data) == 0;
	return count == 1 && strcmp(fields[0], "end") == 0;
}

static bool read_answers(font_paths *paths, char *text)
{
	char *line = text + sizeof FIRST_LINE - 1;
	bool complete = false;

	if (strncmp(text, FIRST_LINE, sizeof FIRST_LINE - 1) != 0)
		return false;
	for (char *end; (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		complete = strcmp(line, "end") == 0;
		if (!read_line(paths, line))
			return false;
	}
	return complete;
}

font_paths *font_paths_open(ramure_ctx *ctx)
{
	font_paths *paths = RAMURE_NEW(ctx, font_paths);
	ramure_str folder = cache_folder(ctx);
	char *text = folder.size ? read_cache(ctx, folder) : NULL;

	paths->ctx = ctx;
	if (text && !read_answers(paths, text))
		forget(paths);
	return paths;
}

/* ---- asking fontconfig ---- */

static bool usable(const FcPattern *found)
{
	FcChar8 *format;

	/* Type 1 and bitmaps are nothing that HarfBuzz reads. */
	return FcPatternGetString(found, FC_FONTFORMAT, 0, &format) == FcResultMatch &&
	       (strcmp((char *)format, "TrueType") == 0 || strcmp((char *)format, "CFF") == 0);
}

static bool has_character(const FcPattern *found, uint32_t code_point)
{
	FcCharSet *characters;

	return !code_point || (FcPatternGetCharSet(found, FC_CHARSET, 0, &characters) == FcResultMatch &&
			       FcCharSetHasChar(characters, code_point));
}

static FcPattern *pattern_of(font_query query)
{
	FcPattern *pattern = FcPatternCreate();
	FcCharSet *characters;
	char family[256];

	snprintf(family, sizeof family, "%.*s", (int)query.family.size, query.family.data);
	FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
	FcPatternAddDouble(pattern, FC_WEIGHT, FcWeightFromOpenTypeDouble(query.weight));
	FcPatternAddInteger(pattern, FC_SLANT, query.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
	FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
	/* An instance of a variable font would have to be cut out of it before it can be embedded. */
	FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
	FcPatternAddBool(pattern, FC_COLOR, FcFalse);
	if (query.code_point) {
		characters = FcCharSetCreate();
		FcCharSetAddChar(characters, query.code_point);
		FcPatternAddCharSet(pattern, FC_CHARSET, characters);
		FcCharSetDestroy(characters);
	}
	return pattern;
}

static font_place place_of(ramure_ctx *ctx, const FcPattern *found)
{
	FcChar8 *path;
	int index = 0;

	if (FcPatternGetString(found, FC_FILE, 0, &path) != FcResultMatch)
		return (font_place){ 0 };
	FcPatternGetInteger(found, FC_INDEX, 0, &index);
	return (font_place){ ramure_format(ctx, "%s", (const char *)path), (uint32_t)index & 0xFFFF };
}

/* The first usable font in fontconfig's order of likeness. */
static font_place ask(font_paths *paths, font_query query)
{
	FcPattern *pattern = pattern_of(query);
	FcFontSet *fonts;
	FcResult result;
	font_place place = { 0 };

	FcConfigSubstitute(paths->config, pattern, FcMatchPattern);
	FcDefaultSubstitute(pattern);
	fonts = FcFontSort(paths->config, pattern, FcFalse, NULL, &result);
	for (int i = 0; fonts && i < fonts->nfont && !place.path.size; i++)
		if (usable(fonts->fonts[i]) && has_character(fonts->fonts[i], query.code_point))
			place = place_of(paths->ctx, fonts->fonts[i]);
	if (fonts)
		FcFontSetDestroy(fonts);
	FcPatternDestroy(pattern);
	return place;
}

static bool query_equal(font_query a, font_query b)
{
	return a.weight == b.weight && a.italic == b.italic && a.code_point == b.code_point &&
	       ramure_str_equal(a.family, b.family);
}

static const char *stamped(ramure_ctx *ctx, const char *path)
{
	return stamp_of(path, ramure_alloc(ctx, STAMP));
}

font_place font_paths_find(font_paths *paths, font_query query)
{
	const answer *known = paths->answers;
	font_place place;

	while (known && !query_equal(known->query, query))
		known = known->next;
	if (known && (!known->stamp || unmoved(known->place.path.data, known->stamp)))
		return known->place;
	if (known)
		forget(paths);
	if (!paths->config)
		paths->config = FcInitLoadConfigAndFonts();
	if (!paths->config)
		return (font_place){ 0 };
	place = ask(paths, query);
	if (add_answer(paths, query, place, place.path.size ? stamped(paths->ctx, place.path.data) : NULL))
		paths->learnt = true;
	return place;
}

/* ---- writing ---- */

/* A tab or a line end in a path would be read as another line. */
static bool one_field(ramure_str s)
{
	return !memchr(s.data, '\t', s.size) && !memchr(s.data, '\n', s.size);
}

static void put_watches(buf *out, FcStrList *list)
{
	FcChar8 *path;
	char times[STAMP];

	if (!list)
		return;
	while ((path = FcStrListNext(list))) {
		if (one_field(borrowed((const char *)path)))
			buf_format(out, "watch\t%s\t%s\n", stamp_of((const char *)path, times), (const char *)path);
	}
	FcStrListDone(list);
}

static void put_answers(buf *out, const font_paths *paths)
{
	for (const answer *a = paths->answers; a; a = a->next) {
		if (!one_field(a->query.family) || (a->place.path.size && !one_field(a->place.path)))
			continue;
		buf_format(out, "font\t%.*s\t%d\t%c\t%x\t%u\t%s\t%s\n", (int)a->query.family.size, a->query.family.data,
			   a->query.weight, a->query.italic ? 'i' : 'r', a->query.code_point, a->place.index,
			   a->stamp ? a->stamp : "-", a->place.path.size ? a->place.path.data : "");
	}
}

static bool write_whole(int file, ramure_str bytes)
{
	while (bytes.size) {
		ssize_t put = write(file, bytes.data, bytes.size);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes.data += put;
		bytes.size -= (size_t)put;
	}
	return true;
}

static void write_cache(ramure_ctx *ctx, ramure_str folder, ramure_str bytes)
{
	ramure_str path = ramure_format(ctx, "%s/fonts", folder.data);
	ramure_str fresh = ramure_format(ctx, "%s/fonts.XXXXXX", folder.data);
	ramure_str parent = ramure_format(ctx, "%.*s", (int)(folder.size - sizeof "/ramure" + 1), folder.data);
	int file;
	bool whole;

	mkdir(parent.data, 0700);
	mkdir(folder.data, 0700);
	file = mkstemp((char *)fresh.data);
	if (file < 0)
		return;
	whole = write_whole(file, bytes);
	if (close(file) != 0 || !whole || rename(fresh.data, path.data) != 0)
		unlink(fresh.data);
}

void font_paths_close(font_paths *paths)
{
	ramure_str folder = cache_folder(paths->ctx);
	ramure_str with = surroundings(paths->ctx);
	buf out = buf_on(paths->ctx->arena);

	if (paths->config && paths->learnt && folder.size && one_field(with)) {
		buf_puts(&out, FIRST_LINE);
		buf_format(&out, "with\t%s\n", with.data);
		put_watches(&out, FcConfigGetFontDirs(paths->config));
		put_watches(&out, FcConfigGetConfigDirs(paths->config));
		put_watches(&out, FcConfigGetConfigFiles(paths->config));
		put_answers(&out, paths);
		buf_puts(&out, "end\n");
		if (out.size < LARGEST_FILE)
			write_cache(paths->ctx, folder, buf_str(&out));
	}
	if (paths->config)
		FcConfigDestroy(paths->config);
	paths->config = NULL;
	paths->learnt = false;
}
