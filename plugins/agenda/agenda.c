/* agenda.c: what an agenda is made of, and the hours that follow from it. */
#include "agenda.h"

static const ramure_option item_types[] = {
	{ ITEM_INFORMATION, "information", "information", "info|point d'information|présentation|presentation" },
	{ ITEM_DISCUSSION, "discussion", "débat", "debate|échange|échanges|discussions" },
	{ ITEM_DECISION, "decision", "décision", "vote|délibération|approbation|election|élection" },
	{ ITEM_BREAK, "break", "pause", "repas|déjeuner|café|lunch|coffee" },
};

static const ramure_field document_fields[] = {
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct document, title),
	  .doc = { "the document's title", "le titre du document" } },
	{ .en = "file",
	  .fr = "fichier",
	  .type = RAMURE_PATH,
	  .offset = offsetof(struct document, file),
	  .doc = { "its file", "son fichier" } },
	{ .en = "link",
	  .fr = "lien",
	  .type = RAMURE_WORD,
	  .offset = offsetof(struct document, link),
	  .doc = { "its address", "son adresse" },
	  .synonyms = "url|adresse" },
};

static const ramure_field item_fields[] = {
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct item, title),
	  .doc = { "what it is about", "de quoi il s'agit" },
	  .synonyms = "point|sujet" },
	{ .en = "duration",
	  .fr = "durée",
	  .type = RAMURE_DURATION,
	  .offset = offsetof(struct item, duration),
	  .doc = { "how long: \"20 min\", \"1h15\"", "combien de temps : « 20 min », « 1h15 »" },
	  .min = 1,
	  .max = 1440 },
	{ .en = "type",
	  .fr = "type",
	  .type = RAMURE_CHOICE,
	  .offset = offsetof(struct item, type),
	  .doc = { "what is expected of the meeting", "ce qu'on attend de la réunion" },
	  .synonyms = "nature",
	  .choices = RAMURE_ROWS(item_types) },
	{ .en = "speakers",
	  .fr = "intervenants",
	  .type = RAMURE_PERSON,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct item, speakers),
	  .doc = { "who speaks, one a line: \"name, role\"", "qui parle, un par ligne : « nom, rôle »" },
	  .synonyms = "speaker|intervenant|intervenante|intervenantes|qui|who" },
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct item, text),
	  .doc = { "a sentence under the title", "une phrase sous le titre" } },
	{ .en = "documents",
	  .fr = "documents",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY | RAMURE_REPORT_ONLY,
	  .offset = offsetof(struct item, documents),
	  .doc = { "papers to read before", "ce qu'il faut avoir lu" },
	  .synonyms = "document|pièces",
	  .fields = RAMURE_ROWS(document_fields),
	  .record_size = sizeof(struct document) },
	{ .en = "minutes",
	  .fr = "compte-rendu",
	  .type = RAMURE_MARKDOWN,
	  .flags = RAMURE_REPORT_ONLY,
	  .offset = offsetof(struct item, minutes),
	  .doc = { "what was said; with it, the report becomes the minutes",
		   "ce qui s'est dit ; dès lors, le rapport devient le compte rendu" } },
	{ .en = "id",
	  .fr = "id",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct item, id),
	  .doc = { "a short name, with which a decision names its item",
		   "un nom court, par lequel une décision désigne son point" },
	  .synonyms = "identifiant" },
};

const ramure_field agenda_fields[3] = {
	{ .en = "start",
	  .fr = "début",
	  .type = RAMURE_TIME,
	  .offset = offsetof(struct agenda, start),
	  .doc = { "when the meeting starts: \"14h00\"", "l'heure du début : « 14h00 »" } },
	{ .en = "end",
	  .fr = "fin",
	  .type = RAMURE_TIME,
	  .offset = offsetof(struct agenda, end),
	  .doc = { "when it must end; an agenda that overruns is an error",
		   "l'heure de fin ; un ordre du jour qui la dépasse est une erreur" } },
	{ .en = "items",
	  .fr = "éléments",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct agenda, items),
	  .doc = { "the items, in order", "les points, dans l'ordre" },
	  .synonyms = "points",
	  .fields = RAMURE_ROWS(item_fields),
	  .record_size = sizeof(struct item) },
};

ramure_mark_info item_mark(int type)
{
	static const ramure_mark_info marks[ITEM_TYPES] = {
		[ITEM_INFORMATION] = { RAMURE_RING, RAMURE_PRIMARY, RAMURE_PAPER },
		[ITEM_DISCUSSION] = { RAMURE_DIAMOND, RAMURE_ACCENT, RAMURE_PAPER },
		[ITEM_DECISION] = { RAMURE_SQUARE, RAMURE_PRIMARY, RAMURE_PAPER },
		[ITEM_BREAK] = { RAMURE_NO_SHAPE, RAMURE_MUTED, RAMURE_PAPER },
	};

	return marks[type];
}

const char *item_word(ramure_ctx *ctx, int type)
{
	static const ramure_word words[ITEM_TYPES] = {
		[ITEM_INFORMATION] = { "Information", "Information" },
		[ITEM_DISCUSSION] = { "Discussion", "Débat" },
		[ITEM_DECISION] = { "Decision", "Décision" },
		[ITEM_BREAK] = { "Break", "Pause" },
	};

	return ramure_say(ctx, words[type]);
}

ramure_str hour_words(ramure_ctx *ctx, int32_t minutes)
{
	static const ramure_word format = { "%d:%02d", "%d h %02d" };

	return ramure_format(ctx, ramure_say(ctx, format), (int)(minutes / 60 % 24), (int)(minutes % 60));
}

ramure_str total_sentence(ramure_ctx *ctx, const struct agenda *agenda)
{
	static const ramure_word alone = { "Total time: %s.", "Durée totale : %s." };
	static const ramure_word with_hours = { "Total time: %s, from %s to %s.", "Durée totale : %s, de %s à %s." };

	if (agenda->total < 0)
		return (ramure_str){ 0 };
	if (!ramure_given(agenda->start.at))
		return ramure_format(ctx, ramure_say(ctx, alone), ramure_duration_format(ctx, agenda->total).data);
	return ramure_format(ctx, ramure_say(ctx, with_hours), ramure_duration_format(ctx, agenda->total).data,
			     hour_words(ctx, agenda->start.value).data,
			     hour_words(ctx, agenda->start.value + agenda->total).data);
}

/* An item alone without a duration takes the time that the others leave. */
static void complete_durations(struct agenda *agenda, struct item *items)
{
	struct item *open = NULL;
	int32_t rest = agenda->end.value - agenda->start.value;

	if (!ramure_given(agenda->start.at) || !ramure_given(agenda->end.at))
		return;
	for (size_t i = 0; i < agenda->items.count; i++) {
		rest -= items[i].duration.value;
		if (ramure_given(items[i].duration.at))
			continue;
		if (open)
			return;
		open = &items[i];
	}
	if (open && rest > 0)
		open->duration = (ramure_minutes){ open->at, rest };
}

static void report_overrun(ramure_ctx *ctx, const struct agenda *agenda, const struct item *item, int32_t over)
{
	int32_t end = agenda->end.value + over;

	ramure_error(ctx, ramure_given(item->duration.at) ? item->duration.at : item->at,
		     "the agenda overruns its end of %s by %s: '%s' goes beyond it",
		     ramure_time_format(ctx, agenda->end.value).data, ramure_duration_format(ctx, over).data,
		     ramure_plain_text(ctx, item->title).data);
	if (end < 24 * 60)
		ramure_hint(ctx, "shorten the items by %s in all, or end later: 'fin: %02dh%02d'",
			    ramure_duration_format(ctx, over).data, (int)(end / 60), (int)(end % 60));
	else
		ramure_hint(ctx, "shorten the items by %s in all", ramure_duration_format(ctx, over).data);
}

static void warn_duration(ramure_ctx *ctx, const struct item *item)
{
	const char *title = ramure_plain_text(ctx, item->title).data;

	ramure_warning(ctx, item->at, "agenda-duration", "'%s' has no duration: the hours after it cannot be computed",
		       title);
	/* An item that is its title alone takes no line below it. */
	if (item->title->span.line == item->at.line && item->title->span.column == item->at.column)
		ramure_hint(ctx, "write '- titre: %s', and below it '  durée: 15 min'", title);
	else
		ramure_hint(ctx, "add a line: 'durée: 15 min'");
}

/* The hours, one item after the other; NULL or the first item that goes beyond the end. */
static const struct item *run_clock(ramure_ctx *ctx, struct agenda *agenda, struct item *items)
{
	const struct item *beyond = NULL;
	bool known = ramure_given(agenda->start.at);
	int32_t clock = agenda->start.value;

	agenda->busy = 0;
	agenda->total = 0;
	for (size_t i = 0; i < agenda->items.count; i++) {
		struct item *item = &items[i];

		item->starts = known ? clock % 1440 : -1;
		if (item->minutes)
			agenda->has_minutes = true;
		if (!ramure_given(item->duration.at)) {
			if (known && i + 1 < agenda->items.count)
				warn_duration(ctx, item);
			known = false;
			agenda->total = -1;
			continue;
		}
		/* A duration is a day at most, a source a few megabytes: the sum stays far from the largest number. */
		clock += item->duration.value;
		agenda->busy += item->duration.value;
		if (!beyond && clock > agenda->end.value)
			beyond = item;
	}
	if (agenda->total == 0)
		agenda->total = agenda->busy;
	return beyond;
}

/* As decisions find them. */
static void check_ids(ramure_ctx *ctx, const struct item *items, size_t count)
{
	ramure_str *names = RAMURE_NEW_ARRAY(ctx, ramure_str, count);

	for (size_t i = 0; i < count; i++) {
		names[i] = ramure_slug(ctx, items[i].id.text);
		for (size_t j = 0; j < i && names[i].size; j++) {
			if (!ramure_str_equal(names[i], names[j]))
				continue;
			ramure_error(ctx, items[i].id.at, "two items have the id '%.*s'", (int)items[i].id.text.size,
				     items[i].id.text.data);
			ramure_hint(ctx, "the other is on line %u: give each its own", (unsigned)items[j].id.at.line);
			break;
		}
	}
}

void check_agenda(ramure_ctx *ctx, void *data)
{
	struct agenda *agenda = data;
	/* Ours until the document is built: the core made them for us. */
	struct item *items = (struct item *)agenda->items.items;
	const struct item *beyond;

	if (ramure_given(agenda->start.at) && ramure_given(agenda->end.at) &&
	    agenda->end.value <= agenda->start.value) {
		ramure_error(ctx, agenda->end.at, "the meeting ends at %s, before it starts at %s",
			     ramure_time_format(ctx, agenda->end.value).data,
			     ramure_time_format(ctx, agenda->start.value).data);
		ramure_hint(ctx, "check both hours: 'début: 14h00', then 'fin: 16h00'");
		agenda->end.at.line = 0;
	}
	complete_durations(agenda, items);
	beyond = run_clock(ctx, agenda, items);
	check_ids(ctx, items, agenda->items.count);
	if (!ramure_given(agenda->start.at) || !ramure_given(agenda->end.at))
		return;
	if (beyond)
		report_overrun(ctx, agenda, beyond, agenda->start.value + agenda->busy - agenda->end.value);
	else if (agenda->total >= 0 && agenda->start.value + agenda->total < agenda->end.value)
		ramure_info(ctx, agenda->end.at, "agenda-time-left", "the items leave %s before the end",
			    ramure_duration_format(ctx, agenda->end.value - agenda->start.value - agenda->total).data);
}

void tell_agenda(ramure_ctx *ctx, const void *data)
{
	const struct agenda *agenda = data;
	const struct item *items = agenda->items.items;

	for (size_t i = 0; i < agenda->items.count; i++) {
		ramure_fact fact = { .topic = "agenda-item",
				     .at = items[i].at,
				     .key = items[i].id.text,
				     .title = items[i].title,
				     .date = ramure_document_date(ctx),
				     .data = &items[i] };

		ramure_tell(ctx, &fact);
	}
}

void build_agenda(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct agenda *agenda = data;

	if (ramure_builder_medium(b) == RAMURE_SLIDES)
		put_timetable(ctx, b, agenda);
	else if (agenda->has_minutes)
		put_minutes(ctx, b, agenda);
	else
		put_convocation(ctx, b, agenda);
}
