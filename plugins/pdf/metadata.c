/* metadata.c: what the file says of itself (ISO 32000-1, 14.3; XMP 2005; PDF/A-3, 6.6; PDF/UA-1, 5). */
#include "metadata.h"

#include "profile.h"

typedef struct facts {
	ramure_str title, author, subject, keywords, producer, lang;
	ramure_date date;
} facts;

static ramure_str meta_text(ramure_ctx *ctx, const ramure_deck *deck, ramure_meta_role role)
{
	const ramure_node *node = ramure_meta(ramure_deck_document(deck), role);

	return node ? ramure_plain_text(ctx, node) : (ramure_str){ NULL, 0 };
}

static ramure_str first_of(ramure_str a, ramure_str b)
{
	return a.size > 0 ? a : b;
}

static facts gather(ramure_ctx *ctx, const ramure_deck *deck)
{
	ramure_str event = meta_text(ctx, deck, RAMURE_META_EVENT);
	ramure_str first = ramure_deck_outline(deck) > 0 ? ramure_deck_outline_entry(deck, 0)->title : RAMURE_STR("-");

	return (facts){
		/* A document without a title still needs one to be found by (PDF/UA-1, 7.1). */
		.title = first_of(meta_text(ctx, deck, RAMURE_META_TITLE), first_of(event, first)),
		.author = first_of(meta_text(ctx, deck, RAMURE_META_AUTHOR),
				   meta_text(ctx, deck, RAMURE_META_ORGANISATION)),
		.subject =
			first_of(meta_text(ctx, deck, RAMURE_META_SUMMARY), meta_text(ctx, deck, RAMURE_META_SUBTITLE)),
		.keywords = meta_text(ctx, deck, RAMURE_META_KEYWORDS),
		.producer = ramure_producer(ctx),
		.lang = ramure_lang(ctx),
		.date = ramure_document_date(ctx),
	};
}

ramure_str pdf_date(ramure_ctx *ctx, ramure_date d)
{
	if (d.year <= 0)
		return (ramure_str){ NULL, 0 };
	if (d.month == 0)
		return ramure_format(ctx, "D:%04d", d.year);
	if (d.day == 0)
		return ramure_format(ctx, "D:%04d%02d", d.year, d.month);
	return ramure_format(ctx, "D:%04d%02d%02d", d.year, d.month, d.day);
}

static ramure_str xmp_date(ramure_ctx *ctx, ramure_date d)
{
	if (d.year <= 0)
		return (ramure_str){ NULL, 0 };
	if (d.month == 0)
		return ramure_format(ctx, "%04d", d.year);
	if (d.day == 0)
		return ramure_format(ctx, "%04d-%02d", d.year, d.month);
	return ramure_format(ctx, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* ---- The information dictionary, which says the same as the XMP ---- */

static void put_info(bytes *out, const char *key, ramure_str value)
{
	if (value.size == 0)
		return;
	bytes_puts(out, key);
	bytes_put_text(out, value);
}

static void write_info(ramure_ctx *ctx, haru *h, file *f, const facts *known)
{
	ramure_str date = pdf_date(ctx, known->date);
	bytes out = bytes_on(ctx);

	bytes_puts(&out, "<<");
	put_info(&out, "/Title", known->title);
	put_info(&out, "/Author", known->author);
	put_info(&out, "/Subject", known->subject);
	put_info(&out, "/Keywords", known->keywords);
	put_info(&out, "/Creator", known->producer);
	put_info(&out, "/Producer", known->producer);
	put_info(&out, "/CreationDate", date);
	put_info(&out, "/ModDate", date);
	bytes_puts(&out, ">>");
	file_object(f, haru_info(h), out.data, out.size);
}

/* ---- XMP ---- */

static void put_property(bytes *out, const char *name, const char *open, ramure_str value, const char *close)
{
	if (value.size == 0)
		return;
	bytes_puts(out, "<");
	bytes_puts(out, name);
	bytes_puts(out, ">");
	bytes_puts(out, open);
	bytes_put_xml(out, value);
	bytes_puts(out, close);
	bytes_puts(out, "</");
	bytes_puts(out, name);
	bytes_puts(out, ">\n");
}

/* PDF/A wants every property that is not its own described; part 3 knows nothing of PDF/UA (6.6.2.3). */
static const char ua_schema[] =
	"<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
	"<pdfaProperty:name>part</pdfaProperty:name>"
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
	"<pdfaProperty:category>internal</pdfaProperty:category>"
	"<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>"
	"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	"</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

static bytes xmp(ramure_ctx *ctx, const facts *f)
{
	bytes out = bytes_on(ctx);
	ramure_str date = xmp_date(ctx, f->date);
	static const char alt_open[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
	static const char alt_close[] = "</rdf:li></rdf:Alt>";

	bytes_puts(&out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
			 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
			 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
			 "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
			 " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
			 " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
			 " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
			 "<dc:format>application/pdf</dc:format>\n");
	put_property(&out, "dc:title", alt_open, f->title, alt_close);
	put_property(&out, "dc:creator", "<rdf:Seq><rdf:li>", f->author, "</rdf:li></rdf:Seq>");
	put_property(&out, "dc:description", alt_open, f->subject, alt_close);
	put_property(&out, "dc:language", "<rdf:Bag><rdf:li>", f->lang, "</rdf:li></rdf:Bag>");
	put_property(&out, "pdf:Keywords", "", f->keywords, "");
	put_property(&out, "pdf:Producer", "", f->producer, "");
	put_property(&out, "xmp:CreatorTool", "", f->producer, "");
	put_property(&out, "xmp:CreateDate", "", date, "");
	put_property(&out, "xmp:ModifyDate", "", date, "");
	bytes_puts(&out, "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
			 "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
	bytes_puts(&out, ua_schema);
	bytes_puts(&out, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
	return out;
}

static void add_xmp(ramure_ctx *ctx, haru *h, file *f, const facts *known)
{
	HPDF_Dict stream = haru_indirect(h);
	bytes packet = xmp(ctx, known);

	haru_set_name(h, stream, "Type", "Metadata");
	haru_set_name(h, stream, "Subtype", "XML");
	haru_print_entries(h, stream);
	file_stream(f, haru_number(stream), &h->printed, packet.data, packet.size, NULL);
	haru_set(h, haru_catalog(h), "Metadata", stream);
}

/* What the deck's RGB means. */
static void add_output_intent(ramure_ctx *ctx, haru *h, file *f)
{
	HPDF_Dict stream = haru_indirect(h);
	HPDF_Dict intent = haru_dict(h);
	HPDF_Array intents = haru_array(h);
	bytes profile = profile_srgb(ctx);

	haru_set_number(h, stream, "N", 3);
	haru_print_entries(h, stream);
	file_stream(f, haru_number(stream), &h->printed, profile.data, profile.size, NULL);
	haru_set_name(h, intent, "Type", "OutputIntent");
	haru_set_name(h, intent, "S", "GTS_PDFA1");
	haru_set_text(h, intent, "OutputConditionIdentifier", RAMURE_STR("sRGB IEC61966-2.1"));
	haru_set_text(h, intent, "Info", RAMURE_STR("sRGB IEC61966-2.1"));
	haru_set(h, intent, "DestOutputProfile", stream);
	haru_push(h, intents, intent);
	haru_set(h, haru_catalog(h), "OutputIntents", intents);
}

void metadata_add(ramure_ctx *ctx, const ramure_deck *deck, haru *h, file *f)
{
	facts known = gather(ctx, deck);
	HPDF_Dict catalog = haru_catalog(h);
	HPDF_Dict marks = haru_dict(h);
	HPDF_Dict preferences = haru_dict(h);

	haru_set_text(h, catalog, "Lang", known.lang);
	haru_set_true(h, marks, "Marked");
	haru_set(h, catalog, "MarkInfo", marks);
	haru_set_true(h, preferences, "DisplayDocTitle");
	if (ramure_is_leftward(known.lang))
		haru_set_name(h, preferences, "Direction", "R2L");
	haru_set(h, catalog, "ViewerPreferences", preferences);
	write_info(ctx, h, f, &known);
	add_xmp(ctx, h, f, &known);
	add_output_intent(ctx, h, f);
}
