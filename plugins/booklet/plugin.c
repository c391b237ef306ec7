/* plugin.c: the pages that a booklet compiles from its chapters: year, decisions, measures, dates, organisations. */
#include "booklet.h"

static const ramure_kind kinds[] = {
	{ .en = "year",
	  .fr = "année",
	  .synonyms = "chronologie|chronology",
	  .doc = { "What happened, in order: meetings, events, follow-ups, due dates; compiled from all chapters",
		   "Ce qui s'est passé, dans l'ordre : réunions, événements, suites, échéances ; compilé de tous les "
		   "chapitres" },
	  .data_size = sizeof(struct page),
	  .build = build_year,
	  .example = "```année\n```\n",
	  .compiled = { "The year", "L'année" } },
	{ .en = "decisions-of-year",
	  .fr = "décisions-de-l'année",
	  .synonyms = "suivi-des-décisions|decisions-of-the-year",
	  .doc = { "Each decision in its last state: who took it, who closed it, what is overdue",
		   "Chaque décision dans son dernier état : qui l'a prise, qui l'a close, ce qui est en retard" },
	  .data_size = sizeof(struct page),
	  .build = build_decisions,
	  .example = "```décisions-de-l'année\n```\n",
	  .compiled = { "Decisions of the year", "Décisions de l'année" } },
	{ .en = "history",
	  .fr = "historique",
	  .synonyms = "historique-des-mesures|history-of-measures",
	  .doc = { "Each measure over the snapshots: what rose and what slipped, in a sentence and a table",
		   "Chaque mesure d'un état à l'autre : ce qui progresse et ce qui recule, en une phrase et un "
		   "tableau" },
	  .data_size = sizeof(struct page),
	  .build = build_history,
	  .example = "```historique\n```\n",
	  .compiled = { "History of the measures", "Historique des mesures" } },
	{ .en = "next-dates",
	  .fr = "prochaines-dates",
	  .synonyms = "dates-à-venir|upcoming-dates",
	  .doc = { "What comes after the document's date: events, due dates of what is not settled",
		   "Ce qui vient après la date du document : événements, échéances de ce qui reste à faire" },
	  .data_size = sizeof(struct page),
	  .build = build_next_dates,
	  .example = "```prochaines-dates\n```\n",
	  .compiled = { "Next dates", "Prochaines dates" } },
	{ .en = "index",
	  .fr = "index",
	  .synonyms = "index-des-organisations|index-of-organisations",
	  .doc = { "The organisations declared in the front matter, in ramure.yaml and by other blocks, and where the "
		   "document names them",
		   "Les organisations déclarées en en-tête, dans ramure.yaml et par d'autres blocs, et où le document "
		   "les cite" },
	  .data_size = sizeof(struct page),
	  .build = build_index,
	  .example = "```index\n```\n",
	  .compiled = { "Index of organisations", "Index des organisations" } },
};

static const ramure_notice notices[] = {
	{ "organisation-name",
	  { "one name is said to be that of two organisations", "un nom est donné à deux organisations" } },
};

static const ramure_plugin booklet = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "booklet",
	.version = "0.1",
	.summary = { "Pages compiled from the chapters of a booklet", "Pages compilées des chapitres d'un carnet" },
	.kinds = RAMURE_ROWS(kinds),
	.notices = RAMURE_ROWS(notices),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &booklet;
}
