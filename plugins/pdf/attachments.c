/* attachments.c: files that the deck carries (ISO 32000-1, 7.11.4; PDF/A-3, 6.8). */
#include "metadata.h"

static HPDF_Dict embed(ramure_ctx *ctx, haru *h, file *f, const ramure_attachment *a)
{
	HPDF_Dict stream = haru_indirect(h);
	HPDF_Dict parameters = haru_dict(h);
	ramure_str date = pdf_date(ctx, a->date);
	HPDF_MD5_CTX md5;
	unsigned char sum[16];

	HPDF_MD5Init(&md5);
	HPDF_MD5Update(&md5, (const HPDF_BYTE *)a->bytes.data, (HPDF_UINT32)a->bytes.size);
	HPDF_MD5Final(sum, &md5);
	haru_set_number(h, parameters, "Size", (int64_t)a->bytes.size);
	haru_set_bytes(h, parameters, "CheckSum", sum, sizeof sum);
	if (date.size > 0)
		haru_set_text(h, parameters, "ModDate", date);
	haru_set_name(h, stream, "Type", "EmbeddedFile");
	haru_set_name(h, stream, "Subtype", a->media_type);
	haru_set(h, stream, "Params", parameters);
	haru_print_entries(h, stream);
	file_stream(f, haru_number(stream), &h->printed, a->bytes.data, a->bytes.size, NULL);
	return stream;
}

static HPDF_Dict specification(ramure_ctx *ctx, haru *h, file *f, const ramure_attachment *a)
{
	HPDF_Dict spec = haru_indirect(h);
	HPDF_Dict files = haru_dict(h);
	HPDF_Dict stream = embed(ctx, h, f, a);

	haru_set(h, files, "F", stream);
	haru_set(h, files, "UF", stream);
	haru_set_name(h, spec, "Type", "Filespec");
	haru_set_text(h, spec, "F", a->name);
	haru_set_text(h, spec, "UF", a->name);
	haru_set_name(h, spec, "AFRelationship", "Source");
	haru_set(h, spec, "EF", files);
	return spec;
}

/* Readers list what the name tree has; PDF/A asks that something refers to each file. */
void attachments_add(ramure_ctx *ctx, haru *h, file *f)
{
	size_t count;
	const ramure_attachment *attachments = ramure_attachments(ctx, &count);
	HPDF_Array associated, names;
	HPDF_Dict tree, trees;

	if (count == 0)
		return;
	associated = haru_array(h);
	names = haru_array(h);
	tree = haru_dict(h);
	trees = haru_dict(h);
	for (size_t i = 0; i < count; i++) {
		HPDF_Dict spec = specification(ctx, h, f, &attachments[i]);

		haru_push(h, associated, spec);
		haru_push_text(h, names, ramure_format(ctx, "%06zu", i)); /* sorted, whatever the files are called */
		haru_push(h, names, spec);
	}
	haru_set(h, tree, "Names", names);
	haru_set(h, trees, "EmbeddedFiles", tree);
	haru_set(h, haru_catalog(h), "Names", trees);
	haru_set(h, haru_catalog(h), "AF", associated);
}
