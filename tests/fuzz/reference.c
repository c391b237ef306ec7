/* reference.c: a template: as a package when it begins as a ZIP does, else its styles.xml alone. */
#include "tests/fuzz/fuzz.h"

#include "core/context.h"
#include "core/theme/theme.h"
#include "plugins/odt/reference.h"

#include <string.h>

static void write_parts(reference *r)
{
	xml x = xml_new(r->o->ctx);

	xml_open(&x, "parts");
	ref_write_children(&x, r->fonts);
	ref_write_children(&x, r->named);
	ref_write_layouts(r, &x);
	ref_write_masters(r, &x);
	xml_close(&x);
}

static bool use_package(reference *r, ramure_str bytes)
{
	ramure_str styles;
	bool good = ref_open_bytes(&r->package, bytes);

	good = good && ref_read(&r->package, "styles.xml", REF_LARGEST_PART, &styles) && ref_use_styles(r, styles);
	ref_close(&r->package);
	return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	jmp_buf back;
	ramure_ctx *volatile ctx = fuzz_ctx(NULL, &back);

	if (!setjmp(back)) {
		ramure_str bytes = { (const char *)data, size };
		const ramure_node document = { .type = RAMURE_DOCUMENT };
		odt *o = RAMURE_NEW(ctx, odt);
		reference *r = RAMURE_NEW(ctx, reference);

		/* The size of a page that does not say it is the theme's. */
		ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ 0 });
		*o = (odt){ .ctx = ctx, .document = &document, .reference = r };
		*r = (reference){ .o = o,
				  .package = { .ctx = ctx,
					       .file = files_add(ctx, RAMURE_STR("fuzz.odt"), RAMURE_STR("")) } };
		if (size > 2 && memcmp(data, "PK", 2) == 0 ? use_package(r, bytes) : ref_use_styles(r, bytes)) {
			ref_require(r);
			write_parts(r);
		}
	}
	ramure_ctx_free(ctx);
	return 0;
}
