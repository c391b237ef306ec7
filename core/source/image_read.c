/* image_read.c: the file that an image of the text names. */
#include "core/source/markdown.h"

#include "core/base/files.h"
#include "core/base/str.h"
#include "core/image/image.h"

void image_read(ramure_ctx *ctx, ramure_node *image, ramure_str name)
{
	ramure_str path;

	if (!name.size) {
		ramure_error(ctx, image->span, "this image names no file");
		ramure_hint(ctx, "write its file between the parentheses: ![what it shows](photo.jpg)");
		return;
	}
	if (str_begins(name, "http://") || str_begins(name, "https:/")) {
		ramure_error(ctx, image->span, "the image '%.*s' is on the web", (int)name.size, name.data);
		ramure_hint(ctx, "save it beside the source and write its file name here");
		return;
	}
	path = files_resolve(ctx, (ramure_string){ image->span, name });
	if (path.size)
		image->image->file = image_load(ctx, path, image->span);
}

const ramure_image *ramure_image_open(ramure_ctx *ctx, ramure_path file)
{
	return file.path.size ? image_load(ctx, file.path, file.at) : NULL;
}
