/* settings.c: the front matter and the `ramure.yaml` files above it. */
#include "core/source/settings.h"

#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/base/value_size.h"
#include "core/context.h"
#include "core/source/fields.h"
#include "core/source/scan.h"
#include "core/source/writer_options.h"

#include <string.h>
#include <sys/stat.h>

/* What a file says, before it is settled: its date may be a period. */
typedef struct written {
	settings s;
	ramure_period when;
} written;

static const ramure_field partner_fields[] = {
	{ .en = "name",
	  .fr = "nom",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(partner, name),
	  .doc = { "the partner's name", "le nom du partenaire" } },
	{ .en = "logo",
	  .fr = "logo",
	  .type = RAMURE_PATH,
	  .offset = offsetof(partner, logo),
	  .doc = { "an image file", "un fichier image" } },
};

static const ramure_field organisation_fields[] = {
	{ .en = "name",
	  .fr = "nom",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(organisation, name),
	  .doc = { "the name as it is shown", "le nom tel qu'il est montré" } },
	{ .en = "other-names",
	  .fr = "autres-noms",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(organisation, other_names),
	  .doc = { "other names under which texts know it", "les autres noms sous lesquels les textes la connaissent" },
	  .synonyms = "other-name|autre-nom|sigle|sigles" },
};

static const ramure_option contents_modes[] = {
	{ CONTENTS_NONE, "none", "aucun", "no|non" },
	{ CONTENTS_ONCE, "once", "une-fois", "yes|oui" },
	{ CONTENTS_REPEAT, "repeat", "répété", "repeated" },
};

static const ramure_option notes_modes[] = {
	{ NOTES_NONE, "none", "aucune", "aucun|no|non" },
	{ NOTES_REPORT, "report", "rapport", "annexe|annex" },
};

static const ramure_option attach_modes[] = {
	{ ATTACH_NONE, "none", "rien", "aucun|no|non" },
	{ ATTACH_SOURCE, "source", "source", "sources" },
	{ ATTACH_ALL, "all", "tout", "tous" },
};

#define TEXT_FIELD(english, french, member, doc_en, doc_fr)                                                            \
	{                                                                                                              \
		.en = english, .fr = french, .type = RAMURE_TEXT, .offset = offsetof(written, s.member),               \
		.doc = { doc_en,                                                                                       \
			 doc_fr }                                                                                      \
	}

#define WORD_FIELD(english, french, member, doc_en, doc_fr)                                                            \
	{                                                                                                              \
		.en = english, .fr = french, .type = RAMURE_WORD, .offset = offsetof(written, s.member),               \
		.doc = { doc_en,                                                                                       \
			 doc_fr }                                                                                      \
	}

static const ramure_field fields[] = {
	TEXT_FIELD("title", "titre", title, "the document's title", "le titre du document"),
	TEXT_FIELD("subtitle", "sous-titre", subtitle, "the line below the title", "la ligne sous le titre"),
	TEXT_FIELD("summary", "résumé", summary, "what the document says, in a sentence or two",
		   "ce que dit le document, en une phrase ou deux"),
	{ .en = "date",
	  .fr = "date",
	  .type = RAMURE_PERIOD,
	  .offset = offsetof(written, when),
	  .doc = { "the document's date: what late, past, under embargo refer to",
		   "la date du document : ce à quoi se réfèrent retard, passé, embargo" } },
	{ .en = "end-date",
	  .fr = "date-fin",
	  .type = RAMURE_DATE,
	  .offset = offsetof(written, s.end_date),
	  .doc = { "the last day of an event of several days", "le dernier jour d'un événement de plusieurs jours" },
	  .synonyms = "date-de-fin" },
	TEXT_FIELD("event", "événement", event, "the occasion, above the title", "l'occasion, au-dessus du titre"),
	TEXT_FIELD("place", "lieu", place, "where it takes place", "où cela se passe"),
	TEXT_FIELD("organisation", "organisation", organisation, "who publishes it; in the footer",
		   "qui le publie ; en pied de page"),
	TEXT_FIELD("author", "auteur", author, "who wrote it", "qui l'a écrit"),
	{ .en = "contact",
	  .fr = "contact",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_KEEP_LINES,
	  .offset = offsetof(written, s.contact),
	  .doc = { "whom to write to, on as many lines as it takes",
		   "à qui écrire, sur autant de lignes qu'il faut" } },
	{ .en = "logo",
	  .fr = "logo",
	  .type = RAMURE_PATH,
	  .offset = offsetof(written, s.logo),
	  .doc = { "the organisation's logo, an image file, on the cover",
		   "le logo de l'organisation, un fichier image, sur la couverture" } },
	{ .en = "partners",
	  .fr = "partenaires",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(written, s.partners),
	  .doc = { "their names, and perhaps logos", "leurs noms, et peut-être leurs logos" },
	  .fields = RAMURE_ROWS(partner_fields),
	  .record_size = sizeof(partner) },
	TEXT_FIELD("partners-label", "libellé-partenaires", partners_label, "the line above the partners",
		   "la ligne au-dessus des partenaires"),
	WORD_FIELD("theme", "thème", theme, "the name of a theme: see 'ramure themes'",
		   "le nom d'un thème : voir « ramure themes »"),
	WORD_FIELD("format", "format", format, "16:9 or 4:3", "16:9 ou 4:3"),
	{ .en = "lang",
	  .fr = "langue",
	  .type = RAMURE_WORD,
	  .offset = offsetof(written, s.lang),
	  .doc = { "the document's language: fr or en", "la langue du document : fr ou en" },
	  .synonyms = "language",
	  .pattern = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
	  .pattern_means = { "a language's code: 'fr' for French, 'en' for English",
			     "le code d'une langue : « fr » pour le français, « en » pour l'anglais" } },
	TEXT_FIELD("embargo", "embargo", embargo, "a label with its date, shown until that day",
		   "une mention avec sa date, montrée jusqu'à ce jour"),
	{ .en = "contents",
	  .fr = "sommaire",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(written, s.contents),
	  .doc = { "whether the parts are listed: none, once, or before each of them",
		   "si les parties sont annoncées : pas du tout, une fois, ou avant chacune" },
	  .choices = RAMURE_ROWS(contents_modes) },
	{ .en = "notes",
	  .fr = "notes",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(written, s.notes),
	  .doc = { "whether speaker notes stand in the report, as an annex",
		   "si les notes d'orateur figurent au rapport, en annexe" },
	  .choices = RAMURE_ROWS(notes_modes) },
	{ .en = "attach",
	  .fr = "joindre",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(written, s.attach),
	  .doc = { "what the PDF carries: nothing, the source, or all files",
		   "ce que le PDF emporte : rien, la source, ou tous les fichiers" },
	  .choices = RAMURE_ROWS(attach_modes) },
	WORD_FIELD("typography", "typographie", typography, "the rules: fr, en or none", "les règles : fr, en ou none"),
	{ .en = "typography-off",
	  .fr = "typographie-sauf",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(written, s.typography_off),
	  .doc = { "rules that are not applied: see 'ramure typography --list'",
		   "les règles à ne pas appliquer : voir « ramure typography --list »" } },
	{ .en = "typography-rules",
	  .fr = "typographie-règles",
	  .type = RAMURE_PATH,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(written, s.typography_rules),
	  .doc = { "a file of rules of your own, beside those of the language",
		   "un fichier de règles à vous, en plus de celles de la langue" } },
	{ .en = "allow",
	  .fr = "accepter",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(written, s.allow),
	  .doc = { "warnings that are accepted, by their names", "les avertissements acceptés, par leurs noms" } },
	WORD_FIELD("id", "id", id, "a reference of your own", "une référence à vous"),
	TEXT_FIELD("type", "type", type, "what the document is; 'booklet' gathers others",
		   "ce qu'est le document ; « booklet » en rassemble d'autres"),
	TEXT_FIELD("keywords", "mots-clés", keywords, "what it is about, for search: words with commas between them",
		   "de quoi il parle, pour la recherche : des mots, séparés par des virgules"),
	TEXT_FIELD("footer", "pied-de-page", footer, "the footer, instead of organisation and title",
		   "le pied de page, au lieu de l'organisation et du titre"),
	TEXT_FIELD("confidentiality", "confidentialité", confidentiality, "who may read it", "qui peut le lire"),
	{ .en = "compiled",
	  .fr = "compilées",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_MANY | RAMURE_NOT_SHOWN,
	  .offset = offsetof(written, s.compiled),
	  .doc = { "in a booklet, the pages compiled before the closing, in this order: all that have something to say "
		   "when not given, 'none' for no page",
		   "dans un carnet, les pages compilées avant la clôture, dans cet ordre : toutes celles qui ont "
		   "quelque "
		   "chose à dire si rien n'est dit, « aucune » pour n'en avoir pas" },
	  .synonyms = "pages-compilées|compilés|compiled-pages" },
	{ .en = "organisations",
	  .fr = "organisations",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(written, s.organisations),
	  .doc = { "organisations and their other names, for the index",
		   "les organisations et leurs autres noms, pour l'index" },
	  .fields = RAMURE_ROWS(organisation_fields),
	  .record_size = sizeof(organisation) },
};

ramure_rows settings_fields(void)
{
	return (ramure_rows)RAMURE_ROWS(fields);
}

/* ---- Files above ---- */

static ramure_str real_folder(ramure_ctx *ctx, ramure_str folder)
{
	ramure_str real = files_real_path(ctx, files_c_path(ctx, folder));

	return real.size ? real : RAMURE_STR("/");
}

/* "a/b/" is above "a/b/c/", "" above "a/", "../" above "". */
static ramure_str above(ramure_ctx *ctx, ramure_str folder)
{
	bool climbs = folder.size < 2 || (folder.size >= 3 && memcmp(folder.data + folder.size - 3, "../", 3) == 0 &&
					  (folder.size == 3 || folder.data[folder.size - 4] == '/'));

	if (climbs)
		return ramure_format(ctx, "%.*s../", (int)folder.size, folder.data);
	folder.size--;
	return str_folder(folder);
}

/* The `ramure.yaml` files from a folder upward, nearest first; sets the root. */
static size_t find_defaults(ramure_ctx *ctx, ramure_str folder, ramure_str *paths, size_t most)
{
	ramure_str limit = { 0 };
	size_t count = 0;
	struct stat facts;

	if (ctx->request.root.size)
		limit = real_folder(ctx, ctx->request.root);
	ctx->root = real_folder(ctx, folder.size ? folder : RAMURE_STR("."));
	for (size_t steps = 0; steps < 256; steps++) {
		ramure_str here = real_folder(ctx, folder.size ? folder : RAMURE_STR("."));
		ramure_str path = ramure_format(ctx, "%.*sramure.yaml", (int)folder.size, folder.data);

		/* A link that leads nowhere is told when it is read. */
		if (count < most && lstat(path.data, &facts) == 0) {
			paths[count++] = path;
			ctx->root = here;
		}
		if (here.size == 1 || (limit.size && ramure_str_equal(here, limit)))
			break;
		folder = above(ctx, folder);
	}
	if (limit.size)
		ctx->root = limit;
	return count;
}

/* ---- Reading ---- */

/* What the nearer file does not say is taken from the one above. */
static void take_defaults(ramure_rows table, void *near, const void *far)
{
	for (size_t i = 0; i < table.count; i++) {
		const ramure_field *field = ramure_row(table, i);

		if (!field_given(field, near))
			memcpy((char *)near + field->offset, (const char *)far + field->offset, value_room(field));
	}
}

/* The language decides about the words of messages on the rest: it is looked up first. */
static void settle_language(ramure_ctx *ctx, const data_value *value)
{
	static const char *const names[] = { "lang", "langue", "language" };

	for (size_t i = 0; value && i < sizeof names / sizeof *names; i++) {
		const data_value *lang = data_member(ctx, value, names[i]);

		if (lang && lang->type == DATA_SCALAR && lang->text.text.size)
			ctx->lang = lang->text.text;
	}
}

static void read_written(ramure_ctx *ctx, const source_text *text, const char *owner, written *w)
{
	const data_value *value = data_read(ctx, text);
	const option_table *options = option_table_for(ctx, value);

	w->s.option_table = options;
	w->s.options = ramure_alloc(ctx, options->record_size);
	settle_language(ctx, value);
	fields_fill(ctx, owner, settings_fields(), value, w, options->fields, w->s.options);
}

static void read_defaults(ramure_ctx *ctx, ramure_str path, written *w)
{
	written *far = RAMURE_NEW(ctx, written);
	struct stat facts;
	source_text text;
	uint32_t file;

	if (stat(path.data, &facts) == 0 && S_ISDIR(facts.st_mode)) {
		ramure_error(ctx, (ramure_span){ 0 }, N_("'%s' is a folder, and settings stand in a file of this name"),
			     path.data);
		ramure_hint(ctx, N_("rename this folder"));
		return;
	}
	file = files_read(ctx, path, (ramure_span){ 0 }, false);
	if (!file)
		return;
	text = source_text_of_file(ctx, file);
	read_written(ctx, &text, "ramure.yaml", far);
	take_defaults(settings_fields(), w, far);
	options_take_defaults(&w->s, &far->s);
}

/* ---- What follows from it ---- */

static void settle_date(ramure_ctx *ctx, written *w)
{
	static const ramure_field option = { .en = "--date", .fr = "--date", .type = RAMURE_DATE };
	enum { SECONDS_OF_DAY = 86400, LAST_DAY = 2932896 /* of the year 9999 */ };
	int64_t epoch = ctx->request.source_date_epoch;
	bool included = ctx->settings != NULL;

	w->s.date = w->when.start;
	if (!ramure_given(w->s.end_date.at) && ramure_date_compare(w->when.end, w->when.start) > 0)
		w->s.end_date = w->when.end;
	/* A chapter shows the date it has; without one it speaks at its booklet's. */
	if (included) {
		if (w->s.date.year && !ctx->request.date.size)
			ctx->date = w->s.date;
		return;
	}
	if (ctx->request.date.size) {
		source_text text = source_text_new(ctx, 0, ctx->request.date, NULL, 0);
		ramure_date asked = { .year = 0 };

		if (value_parse(ctx, &option, &text, &asked))
			w->s.date = asked;
	} else if (!w->s.date.year && epoch >= 0 && epoch / SECONDS_OF_DAY <= LAST_DAY)
		w->s.date = date_of_day(epoch / SECONDS_OF_DAY);
	ctx->date = w->s.date;
}

static void settle_embargo(ramure_ctx *ctx, settings *s)
{
	static const ramure_word label = { "Under embargo until %s", "Sous embargo jusqu’au %s" };
	ramure_str words;
	ramure_date alone;

	if (!s->embargo)
		return;
	words = ramure_plain_text(ctx, s->embargo);
	if (!date_find(words, &s->embargo_date)) {
		ramure_error(ctx, s->embargo->span, N_("the embargo has no date"));
		ramure_hint(ctx, N_("write 'embargo: Sous embargo jusqu'au 23 novembre 2020', or the date alone"));
		return;
	}
	s->embargo_date.at = s->embargo->span;
	if (date_scan(words, &alone) == DATE_UNDERSTOOD)
		s->embargo = ramure_text_new(
			ctx, ramure_format(ctx, ramure_say(ctx, label), ramure_date_format(ctx, s->embargo_date).data));
	if (ramure_need_date(ctx, s->embargo_date.at, "embargo"))
		s->embargo_holds = ramure_date_compare(ctx->date, s->embargo_date) < 0;
}

void settings_read(ramure_ctx *ctx, const source_text *front)
{
	enum { MOST_DEFAULTS = 64 };
	ramure_str paths[MOST_DEFAULTS];
	size_t count = find_defaults(ctx, str_folder(files_at(ctx, front->file)->name), paths, MOST_DEFAULTS);
	written *w = RAMURE_NEW(ctx, written);

	/* A language that only a file above names holds for the messages on the nearer ones too late; they take French.
	 */
	read_written(ctx, front, ramure_say(ctx, (ramure_word){ "front matter", "en-tête" }), w);
	for (size_t i = 0; i < count; i++)
		read_defaults(ctx, paths[i], w);
	ctx->lang = w->s.lang.text.size ? w->s.lang.text : RAMURE_STR("fr");
	options_take_asked(ctx, &w->s);
	settle_date(ctx, w);
	settle_embargo(ctx, &w->s);
	ctx->settings = &w->s;
}
