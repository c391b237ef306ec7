/* check.c: the table of checks. */
#include "core/check/check.h"

/* Where a check looks.  What both media say is advised once: the place and the words are the same.
 * The report holds the fields that slides leave out. */
typedef enum scope { ON_SLIDES, ON_BOTH, ONCE, FULLEST } scope;

typedef struct check {
	ramure_notice info;
	scope scope;
	check_run *run; /* NULL: the layout finds it by itself */
} check;

static const check checks[] = {
	{ { "missing-alt",
	    { "an image has no alternative text that says what it shows, and is not marked {decorative}",
	      "une image n'a pas de texte de remplacement qui dise ce qu'elle montre, et n'est pas marquée "
	      "{décorative}" } },
	  ON_BOTH,
	  check_alternatives },
	{ { "link-text",
	    { "a link's words do not say where it leads: \"here\", a bare address",
	      "les mots d'un lien ne disent pas où il mène : « ici », une adresse nue" } },
	  ON_BOTH,
	  check_link_texts },
	{ { "capitals-accents",
	    { "a French word in capitals lacks its accents", "un mot en capitales n'a pas ses accents" } },
	  ON_BOTH,
	  check_capitals },
	{ { "crowded-slide",
	    { "a slide has more words than the theme finds comfortable (slides.words)",
	      "une diapositive a plus de mots que le thème n'en trouve confortable (slides.words)" } },
	  ON_SLIDES,
	  check_words },
	{ { "empty-slide",
	    { "a slide or a section has a title and nothing else",
	      "une diapositive ou une section n'a rien d'autre que son titre" } },
	  ON_SLIDES,
	  check_empty_slides },
	{ { "long-title",
	    { "a slide's title takes more than two lines", "le titre d'une diapositive prend plus de deux lignes" } },
	  ON_SLIDES,
	  NULL },
	{ { "third-level-list",
	    { "a list on a slide has three levels or more",
	      "une liste d'une diapositive a trois niveaux ou davantage" } },
	  ON_SLIDES,
	  check_list_levels },
	{ { "repeated-sentence",
	    { "the same sentence of more than eight words stands on two slides",
	      "la même phrase de plus de huit mots est sur deux diapositives" } },
	  ON_SLIDES,
	  check_repeated },
	{ { "unsourced-figure",
	    { "a slide shows percentages without a source", "une diapositive montre des pourcentages sans source" } },
	  ON_SLIDES,
	  check_sources },
	{ { "percentages-sum",
	    { "percentages of one list, column or row of figures nearly make 100, but do not",
	      "les pourcentages d'une liste, d'une colonne ou d'une série font presque 100, mais pas 100" } },
	  ON_BOTH,
	  check_sums },
	{ { "decision-owner",
	    { "nobody is named to see to a decision", "personne n'est nommé pour suivre une décision" } },
	  ONCE,
	  check_decision_owners },
	{ { "decision-date", { "a decision has no due date", "une décision n'a pas d'échéance" } },
	  ONCE,
	  check_decision_dates },
	{ { "decision-overdue",
	    { "a decision is past its due date at the document's date",
	      "l'échéance d'une décision est passée à la date du document" } },
	  ONCE,
	  check_overdue_decisions },
	{ { "measure-level", { "a measure has no level", "une mesure n'a pas de niveau" } },
	  ONCE,
	  check_measure_levels },
	{ { "measure-late",
	    { "a measure is past its due date at the document's date",
	      "l'échéance d'une mesure est passée à la date du document" } },
	  ONCE,
	  check_late_measures },
	{ { "past-date",
	    { "a text announces as to come a day before the document's date",
	      "un texte annonce comme à venir un jour d'avant la date du document" } },
	  ON_BOTH,
	  check_past_dates },
	{ { "weekday",
	    { "a text gives a day another weekday than the calendar",
	      "un texte donne à un jour un autre jour de la semaine que le calendrier" } },
	  ON_BOTH,
	  check_weekdays },
	{ { "typography-data",
	    { "typography changes figures or capitals of texts in data, one line a rule",
	      "la typographie change des chiffres ou des capitales dans des textes des données, une ligne par "
	      "règle" } },
	  FULLEST,
	  check_typography },
	{ { "unfinished",
	    { "a text was left for later: TODO, XXX, lorem ipsum, ???",
	      "un texte est resté à écrire : TODO, XXX, lorem ipsum, à compléter, ???" } },
	  ON_BOTH,
	  check_drafts },
	{ { "missing-file",
	    { "a link leads to a file that is not beside the source",
	      "un lien mène à un fichier qui n'est pas à côté de la source" } },
	  ON_BOTH,
	  check_linked_files },
	{ { "unused-file",
	    { "an image or a data file of the source's folder is used by no source there",
	      "une image ou un fichier de données du dossier ne sert à aucune source de ce dossier" } },
	  ONCE,
	  check_unused_files },
	{ { "notes-published",
	    { "the speaker notes will stand in the report (notes: report)",
	      "les notes de l'orateur seront dans le rapport (notes : rapport)" } },
	  ONCE,
	  check_notes },
	{ { "embargo-published",
	    { "the document is under embargo at its date", "le document est sous embargo à sa date" } },
	  ONCE,
	  check_embargo },
};

enum { CHECKS = sizeof checks / sizeof *checks };

ramure_rows ramure_checks(void)
{
	return (ramure_rows)RAMURE_ROWS(checks);
}

static bool looks_at(scope where, ramure_medium medium, bool first, bool last)
{
	switch (where) {
	case ON_SLIDES:
		return medium == RAMURE_SLIDES;
	case ON_BOTH:
		return true;
	case ONCE:
		return first;
	case FULLEST:
		return last;
	}
	return false;
}

void check_documents(ramure_ctx *ctx, ramure_node *const *documents, size_t media)
{
	bool first = true;
	size_t fullest = media;

	while (fullest && !documents[fullest - 1])
		fullest--;
	for (size_t medium = 0; medium < media; medium++) {
		bool last = medium + 1 == fullest;

		if (!documents[medium])
			continue;
		for (size_t i = 0; i < CHECKS; i++)
			if (checks[i].run && looks_at(checks[i].scope, (ramure_medium)medium, first, last))
				checks[i].run(ctx, documents[medium]);
		first = false;
	}
}
