/* output.c: where a writer's bytes go: in few large writes, each checked, and the disk asked at the end. */
#include "core/base/output.h"

#include "core/context.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 128 * 1024 };

ramure_sink *ramure_sink_to_file(ramure_ctx *ctx, int fd, const char *name)
{
	ramure_sink *sink = RAMURE_NEW(ctx, ramure_sink);

	*sink = (ramure_sink){ .ctx = ctx, .name = name, .fd = fd, .bytes = buf_on(ctx->arena) };
	return sink;
}

ramure_sink *ramure_sink_to_memory(ramure_ctx *ctx)
{
	return ramure_sink_to_file(ctx, -1, "memory");
}

ramure_str ramure_sink_bytes(const ramure_sink *sink)
{
	return buf_str(&sink->bytes);
}

static bool fail(ramure_sink *sink)
{
	int reason = errno;

	sink->failed = true;
	ramure_failure(sink->ctx, "'%s' cannot be written: %s", sink->name, strerror(reason));
	if (reason == ENOSPC || reason == EDQUOT)
		ramure_hint(sink->ctx,
			    "make room on the disk, or write elsewhere with -o; the file before is untouched");
	else if (reason == EFBIG)
		ramure_hint(sink->ctx, "files may not grow so large here: 'ulimit -f' shows the limit of the shell");
	return false;
}

static bool write_all(ramure_sink *sink, const char *bytes, size_t size)
{
	while (size) {
		ssize_t written = write(sink->fd, bytes, size);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return fail(sink);
		bytes += written;
		size -= (size_t)written;
	}
	return true;
}

static bool flush(ramure_sink *sink)
{
	size_t size = sink->bytes.size;

	sink->bytes.size = 0;
	return write_all(sink, sink->bytes.data, size);
}

bool ramure_sink_write(ramure_sink *sink, const void *bytes, size_t size)
{
	if (sink->failed)
		return false;
	if (sink->fd >= 0 && sink->bytes.size + size > BLOCK && !flush(sink))
		return false;
	if (sink->fd >= 0 && size >= BLOCK)
		return write_all(sink, bytes, size);
	buf_put(&sink->bytes, bytes, size);
	return true;
}

bool ramure_sink_finish(ramure_sink *sink)
{
	if (sink->failed)
		return false;
	if (sink->fd < 0)
		return true;
	if (!flush(sink))
		return false;
	/* Some disks tell only now that they are full.  What cannot be synced at all (a pipe) answers EINVAL. */
	if (fsync(sink->fd) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP)
		return fail(sink);
	return true;
}
