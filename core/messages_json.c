/* messages_json.c: a message as a JSON object (RFC 8259), for editors. */
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/host.h"

#include <string.h>

static const char *const severities[] = {
	[RAMURE_INFO_MESSAGE] = "info",   [RAMURE_ADVICE_MESSAGE] = "advice",   [RAMURE_WARNING_MESSAGE] = "warning",
	[RAMURE_ERROR_MESSAGE] = "error", [RAMURE_FAILURE_MESSAGE] = "failure",
};

/* A string, or null for an empty one.  Messages may quote a source cut inside a character: JSON is UTF-8 whatever
 * comes. */
static void put_string(buf *out, ramure_str s)
{
	if (!s.size) {
		buf_puts(out, "null");
		return;
	}
	buf_putc(out, '"');
	for (size_t i = 0; i < s.size;) {
		uint32_t c = utf8_next(s, &i);

		if (c == '"' || c == '\\')
			buf_format(out, "\\%c", (char)c);
		else if (c == '\n')
			buf_puts(out, "\\n");
		else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
			buf_format(out, "\\u%04x", (unsigned)c);
		else
			buf_put_utf8(out, c);
	}
	buf_putc(out, '"');
}

ramure_str ramure_message_json(ramure_ctx *ctx, const ramure_message *m)
{
	buf out = buf_on(ctx->arena);

	buf_puts(&out, "{\"file\": ");
	put_string(&out, m->file);
	buf_format(&out, ", \"line\": %u, \"column\": %u, \"length\": %u, \"severity\": \"%s\", \"name\": ", m->at.line,
		   m->at.column, m->at.length, severities[m->severity]);
	put_string(&out, m->name ? (ramure_str){ m->name, strlen(m->name) } : (ramure_str){ 0 });
	buf_puts(&out, ", \"message\": ");
	put_string(&out, m->message);
	buf_puts(&out, ", \"hint\": ");
	put_string(&out, m->hint);
	buf_putc(&out, '}');
	return buf_str(&out);
}
