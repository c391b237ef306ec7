/* plugin.c: what meetings need: an agenda that becomes the minutes, and who attended. */
#include "agenda.h"

static const ramure_kind kinds[] = {
	{ .en = "agenda",
	  .fr = "ordre-du-jour",
	  .doc = { "The items of a meeting, with hours, total and overrun computed; in the report a convocation, or "
		   "the minutes once items have some",
		   "Les points d'une réunion, horaires, total et dépassement calculés ; dans le rapport une "
		   "convocation, ou le compte rendu dès qu'un point en a un" },
	  .fields = RAMURE_ROWS(agenda_fields),
	  .data_size = sizeof(struct agenda),
	  .check = check_agenda,
	  .tell = tell_agenda,
	  .build = build_agenda,
	  .example = "```ordre-du-jour\n"
		     "début : 14h00\n"
		     "fin : 16h00\n"
		     "éléments :\n"
		     "  - titre : La lettre ouverte aux élus locaux\n"
		     "    durée : 45 min\n"
		     "    type : décision\n"
		     "    intervenants : Daniel Lebègue, président\n"
		     "  - titre : Croiser les visions de l'après\n"
		     "    id : visions\n"
		     "    durée : 1h15\n"
		     "    type : débat\n"
		     "    intervenants :\n"
		     "      - Pierre-Dominique Vitoux\n"
		     "      - Bernard Saincy\n"
		     "    texte : Présentation de la démarche, puis mise en débat\n"
		     "    documents :\n"
		     "      - titre : Note de cadrage\n"
		     "        lien : https://www.example.org/note.pdf\n"
		     "```\n" },
	{ .en = "attendance",
	  .fr = "présences",
	  .synonyms = "participants|émargement",
	  .doc = { "Who is present, excused, represented; whether the quorum is reached and how many vote",
		   "Qui est présent, excusé, représenté ; si le quorum est atteint, et combien votent" },
	  .fields = RAMURE_ROWS(attendance_fields),
	  .data_size = sizeof(struct attendance),
	  .check = check_attendance,
	  .tell = tell_attendance,
	  .build = build_attendance,
	  .example = "```présences\n"
		     "présents :\n"
		     "  - Daniel Lebègue, président\n"
		     "  - Bernard Saincy, copilote\n"
		     "excusés :\n"
		     "  - Hugues Sibille\n"
		     "pouvoirs :\n"
		     "  - de : Hugues Sibille\n"
		     "    à : Daniel Lebègue\n"
		     "quorum : 2\n"
		     "```\n" },
};

static const ramure_notice notices[] = {
	{ "agenda-duration",
	  { "an item has no duration: the hours after it cannot be computed",
	    "un point n'a pas de durée : les heures d'après ne se calculent pas" } },
	{ "agenda-time-left", { "the items leave time before the end", "les points laissent du temps avant la fin" } },
	{ "quorum", { "the quorum is not reached", "le quorum n'est pas atteint" } },
};

static const ramure_plugin agenda = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "agenda",
	.version = "0.1",
	.summary = { "Agendas, minutes and attendance", "Ordres du jour, comptes rendus et présences" },
	.kinds = RAMURE_ROWS(kinds),
	.notices = RAMURE_ROWS(notices),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &agenda;
}
