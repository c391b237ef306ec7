/* decisions.c: what a list of decisions is made of. */
#include "decisions.h"

static const ramure_option states[] = {
	{ STATE_OPEN, "open", "ouverte", "ouvert|à faire|to do|nouvelle|décidée|prise" },
	{ STATE_ONGOING, "in-progress", "en cours", "ongoing|engagée|commencée" },
	{ STATE_DONE, "done", "faite", "fait|terminée|terminé|réalisée|réalisé|close|clos|closed|exécutée" },
	{ STATE_POSTPONED, "postponed", "reportée", "reporté|ajournée|suspendue|en attente|on hold" },
	{ STATE_ABANDONED, "abandoned", "abandonnée", "abandonné|annulée|annulé|retirée|caduque|cancelled" },
};

#define COUNT_FIELD(english, french, member, sense, sens, others)                                                      \
	{                                                                                                              \
		.en = english, .fr = french, .type = RAMURE_INTEGER, .offset = offsetof(struct votes, member),         \
		.doc = { sense, sens }, .synonyms = others, .min = 0, .max = 1000000                                   \
	}

static const ramure_field votes_fields[] = {
	COUNT_FIELD("for", "pour", in_favour, "votes for", "les voix pour", "in-favour|favorables"),
	COUNT_FIELD("against", "contre", against, "votes against", "les voix contre", "défavorables"),
	COUNT_FIELD("abstention", "abstention", abstention, "abstentions", "les abstentions", "abstentions"),
	COUNT_FIELD("absent", "absent", absent, "those who may vote and took no part",
		    "ceux qui pouvaient voter et n'ont pas pris part",
		    "absents|ne prend pas part|ne prennent pas part"),
};

static const ramure_field decision_fields[] = {
	{ .en = "id",
	  .fr = "id",
	  .type = RAMURE_WORD,
	  .offset = offsetof(struct decision, id),
	  .doc = { "a short name, with which a later document closes it",
		   "un nom court, par lequel un document suivant la clôt" },
	  .synonyms = "identifiant|numéro|number|n°|no|n" },
	{ .en = "what",
	  .fr = "quoi",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct decision, what),
	  .doc = { "what is decided", "ce qui est décidé" },
	  .synonyms = "décision|decision|title|titre" },
	{ .en = "reporter",
	  .fr = "rapporteur",
	  .type = RAMURE_PERSON,
	  .offset = offsetof(struct decision, reporter),
	  .doc = { "who proposed it", "qui l'a proposée" },
	  .synonyms = "rapporteuse|rapporteure" },
	{ .en = "who",
	  .fr = "qui",
	  .type = RAMURE_PERSON,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct decision, who),
	  .doc = { "who carries it out", "qui s'en charge" },
	  .synonyms = "pilote|responsable|responsables" },
	{ .en = "by",
	  .fr = "échéance",
	  .type = RAMURE_DATE,
	  .offset = offsetof(struct decision, by),
	  .doc = { "by when", "pour quand" },
	  .synonyms = "pour le|avant le|due" },
	{ .en = "state",
	  .fr = "état",
	  .type = RAMURE_CHOICE,
	  .offset = offsetof(struct decision, state),
	  .doc = { "where it stands", "où elle en est" },
	  .synonyms = "statut|status",
	  .choices = RAMURE_ROWS(states),
	  .initial = "open" },
	{ .en = "item",
	  .fr = "point",
	  .type = RAMURE_WORD,
	  .offset = offsetof(struct decision, item),
	  .doc = { "the id of the agenda's item", "l'id du point de l'ordre du jour" } },
	{ .en = "votes",
	  .fr = "votes",
	  .type = RAMURE_RECORD,
	  .offset = offsetof(struct decision, votes),
	  .doc = { "the three numbers of the vote", "les trois nombres du vote" },
	  .synonyms = "vote|voix",
	  .fields = RAMURE_ROWS(votes_fields),
	  .record_size = sizeof(struct votes) },
};

static const ramure_field update_fields[] = {
	{ .en = "id",
	  .fr = "id",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_REQUIRED,
	  .offset = offsetof(struct update, id),
	  .doc = { "the decision's id", "l'id de la décision" },
	  .synonyms = "identifiant|numéro|number|n°|no|n" },
	{ .en = "state",
	  .fr = "état",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_REQUIRED,
	  .offset = offsetof(struct update, state),
	  .doc = { "where it stands now", "où elle en est maintenant" },
	  .synonyms = "statut|status",
	  .choices = RAMURE_ROWS(states) },
	{ .en = "on",
	  .fr = "le",
	  .type = RAMURE_DATE,
	  .offset = offsetof(struct update, on),
	  .doc = { "since when", "depuis quand" },
	  .synonyms = "date" },
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct update, text),
	  .doc = { "how, or why", "comment, ou pourquoi" } },
};

const ramure_field decisions_fields[2] = {
	{ .en = "items",
	  .fr = "éléments",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct decisions, items),
	  .doc = { "the decisions", "les décisions" },
	  .fields = RAMURE_ROWS(decision_fields),
	  .record_size = sizeof(struct decision) },
	{ .en = "updates",
	  .fr = "suites",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct decisions, updates),
	  .doc = { "what became of earlier decisions", "ce que sont devenues les décisions d'avant" },
	  .synonyms = "suite|suivi",
	  .fields = RAMURE_ROWS(update_fields),
	  .record_size = sizeof(struct update) },
};

void check_decisions(ramure_ctx *ctx, void *data)
{
	const struct decisions *decisions = data;
	const struct decision *items = decisions->items.items;
	/* As updates and references find them. */
	ramure_str *names = RAMURE_NEW_ARRAY(ctx, ramure_str, decisions->items.count);

	for (size_t i = 0; i < decisions->items.count; i++) {
		names[i] = ramure_slug(ctx, items[i].id.text);
		for (size_t j = 0; j < i && names[i].size; j++) {
			if (!ramure_str_equal(names[i], names[j]))
				continue;
			ramure_error(ctx, items[i].id.at, "two decisions have the id '%.*s'",
				     (int)items[i].id.text.size, items[i].id.text.data);
			ramure_hint(ctx, "the other is on line %u: give each its own", (unsigned)items[j].id.at.line);
			break;
		}
	}
}
