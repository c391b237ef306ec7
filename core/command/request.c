/* request.c: what building and checking ask of a conversion alike. */
#include "core/command/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* SOURCE_DATE_EPOCH (reproducible-builds.org): seconds since 1970. */
static bool read_epoch(ramure_request *request)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	long long seconds;
	char *end;

	request->source_date_epoch = -1;
	if (!text || !*text)
		return true;
	errno = 0;
	seconds = strtoll(text, &end, 10);
	/* Year 9999 is the last that four digits can write. */
	if (errno || *end || seconds < 0 || seconds > 253402300799LL) {
		speak_error(_("SOURCE_DATE_EPOCH is '%s', which is no number of seconds since 1970"), text);
		return false;
	}
	request->source_date_epoch = seconds;
	return true;
}

static ramure_str words(const char *text)
{
	return text ? (ramure_str){ text, strlen(text) } : (ramure_str){ 0 };
}

bool request_fill(ramure_request *r, const home *h, const char *theme_path, const char *theme, const char *date,
		  const char *root)
{
	*r = (ramure_request){ .theme = words(theme),
			       .date = words(date),
			       .root = words(root),
			       .theme_path = theme_path,
			       .typography_path = h->typography };
	if (root && !is_folder(root)) {
		speak_error(_("--root '%s' is no folder"), root);
		return false;
	}
	return read_epoch(r);
}

void request_ask(ramure_request *r, ramure_asked *asked, const char *reference, bool embed_fonts)
{
	r->options = asked;
	if (reference)
		asked[r->option_count++] = (ramure_asked){ "reference", reference };
	if (embed_fonts)
		asked[r->option_count++] = (ramure_asked){ "embed-fonts", "yes" };
}

long processors(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);

	return count > 0 ? count : 1;
}
