/* plugin.c: lists of measures and how far they have come. */
#include "measures.h"

/* A list shown once as a dashboard and once as tables says how far it has come once. */
static void put_sentences(ramure_ctx *ctx, ramure_builder *b, const struct measures *m)
{
	static ramure_str (*const sentences[])(ramure_ctx *, const struct measures *) = {
		counts_sentence,
		change_sentence,
		late_sentence,
	};
	const struct measures *before = reported_before(ctx, m);

	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		ramure_str sentence = sentences[i](ctx, m);

		if (!sentence.size || (before && ramure_str_equal(sentence, sentences[i](ctx, before))))
			continue;
		ramure_begin(b, RAMURE_PARAGRAPH, m->at);
		ramure_put_string(b, sentence);
		ramure_end(b);
	}
}

static void build_slides(ramure_ctx *ctx, ramure_builder *b, const struct measures *m)
{
	if (m->view.value != VIEW_TABLE)
		put_dashboard(ctx, b, m);
	if (m->view.value != VIEW_DASHBOARD)
		put_tables(ctx, b, m);
}

static void build_report(ramure_ctx *ctx, ramure_builder *b, const struct measures *m)
{
	put_sentences(ctx, b, m);
	if (m->view.value != VIEW_TABLE) {
		put_dashboard(ctx, b, m);
		put_counts_table(ctx, b, m);
	}
	if (m->view.value != VIEW_DASHBOARD)
		put_tables(ctx, b, m);
}

static void build(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	if (ramure_builder_medium(b) == RAMURE_SLIDES)
		build_slides(ctx, b, data);
	else
		build_report(ctx, b, data);
}

static const ramure_kind kinds[] = {
	{ .en = "measures",
	  .fr = "mesures",
	  .synonyms = "actions|plan-d'action|engagements",
	  .doc = { "Measures and the level each has reached; counts, delays and changes computed",
		   "Des mesures et le niveau que chacune a atteint ; bilan, retards et évolution calculés" },
	  .fields = RAMURE_ROWS(measures_fields),
	  .data_size = sizeof(struct measures),
	  .check = check_measures,
	  .tell = tell_measures,
	  .build = build,
	  .example = "```mesures\n"
		     "liste : Les 21 mesures\n"
		     "vue : les-deux\n"
		     "éléments :\n"
		     "  - numéro : 1\n"
		     "    titre : Rendre l'existant accessible sans attendre\n"
		     "    dimension : Opérationnelles\n"
		     "    horizon : 3 à 9 mois\n"
		     "    pilote : Le RAMEAU\n"
		     "    niveau : Très satisfaisant\n"
		     "  - numéro : 2\n"
		     "    titre : Faire converger les outils\n"
		     "    dimension : Opérationnelles\n"
		     "    horizon : 3 à 9 mois\n"
		     "    niveau : Retard expliqué\n"
		     "    commentaire : La crise sanitaire a repoussé les ateliers.\n"
		     "```\n" },
};

static const ramure_notice notices[] = {
	{ "measure-unknown",
	  { "a measure has a number that the list does not know",
	    "une mesure a un numéro que la liste ne connaît pas" } },
	{ "measure-snapshot", { "a snapshot is later than its document", "un état est plus récent que son document" } },
	{ "measure-title", { "a measure has another title elsewhere", "une mesure a un autre titre ailleurs" } },
	{ "measure-number", { "a measure has another number elsewhere", "une mesure a un autre numéro ailleurs" } },
	{ "measure-level",
	  { "a measure has another level on the same day", "une mesure a un autre niveau le même jour" } },
};

static const ramure_plugin measures = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "measures",
	.version = "0.1",
	.summary = { "Lists of measures and their progress", "Listes de mesures et leur avancement" },
	.kinds = RAMURE_ROWS(kinds),
	.notices = RAMURE_ROWS(notices),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &measures;
}
