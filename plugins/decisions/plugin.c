/* plugin.c: decisions, their votes, and what became of them. */
#include "decisions.h"

static const ramure_kind kinds[] = {
	{ .en = "decisions",
	  .fr = "décisions",
	  .synonyms = "decision|décision|relevé-de-décisions",
	  .doc = { "What was decided, by whom it is done and when; votes, delays and follow-up computed",
		   "Ce qui a été décidé, qui s'en charge et pour quand ; votes, retards et suites calculés" },
	  .fields = RAMURE_ROWS(decisions_fields),
	  .data_size = sizeof(struct decisions),
	  .check = check_decisions,
	  .tell = tell_decisions,
	  .build = build_decisions,
	  .example = "```décisions\n"
		     "éléments :\n"
		     "  - id : D1\n"
		     "    quoi : Diffuser la lettre aux élus\n"
		     "    rapporteur : Daniel Lebègue\n"
		     "    qui : Le RAMEAU\n"
		     "    échéance : 8 juillet 2020\n"
		     "    votes :\n"
		     "      pour : 21\n"
		     "      contre : 0\n"
		     "      abstention : 2\n"
		     "suites :\n"
		     "  - id : C4\n"
		     "    état : faite\n"
		     "    le : 15 mai 2020\n"
		     "```\n" },
};

static const ramure_notice notices[] = {
	{ "decision-item",
	  { "a decision names an item that the agenda does not have",
	    "une décision nomme un point que l'ordre du jour n'a pas" } },
	{ "decision-elsewhere",
	  { "an update is of a decision that another document took",
	    "une suite est celle d'une décision d'un autre document" } },
	{ "votes", { "fewer votes than there are people who may vote", "il y a moins de voix que de votants" } },
};

static const ramure_plugin decisions = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "decisions",
	.version = "0.1",
	.summary = { "Decisions, votes and their follow-up", "Décisions, votes et leurs suites" },
	.kinds = RAMURE_ROWS(kinds),
	.notices = RAMURE_ROWS(notices),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &decisions;
}
