/* file_parts.c: files that a plugin reads by itself, and the texts it finds in them. */
#include "core/base/files.h"

#include "core/base/utf8.h"
#include "core/context.h"

uint32_t ramure_file_read(ramure_ctx *ctx, ramure_path file, ramure_str *bytes)
{
	uint32_t number = file.path.size ? files_read(ctx, file.path, file.at, true) : 0;

	*bytes = files_at(ctx, number)->bytes;
	return number;
}

uint32_t ramure_file_part(ramure_ctx *ctx, ramure_str name, ramure_str text)
{
	/* What is no UTF-8 has no lines that a message could show. */
	return files_add(ctx, name, utf8_check(text) == text.size ? text : RAMURE_STR(""));
}
