/* plugin.c: how an organisation is governed. */
#include "governance.h"

static void check(ramure_ctx *ctx, void *data)
{
	struct governance *governance = data;

	check_bodies(ctx, governance);
	if (ramure_given(governance->chair.at))
		check_terms(ctx, &governance->chair);
}

static void tell_organisation(ramure_ctx *ctx, ramure_text name)
{
	ramure_fact fact = { .topic = "organisation", .title = name };

	if (!name)
		return;
	fact.at = name->span;
	fact.key = ramure_plain_text(ctx, name);
	ramure_tell(ctx, &fact);
}

static void tell_people(ramure_ctx *ctx, ramure_list people)
{
	const ramure_person *persons = people.items;

	for (size_t i = 0; i < people.count; i++)
		tell_organisation(ctx, persons[i].organisation);
}

static void tell(ramure_ctx *ctx, const void *data)
{
	const struct governance *governance = data;
	const struct body *bodies = governance->bodies.items;

	for (size_t i = 0; i < governance->bodies.count; i++) {
		const struct college *colleges = bodies[i].colleges.items;

		tell_people(ctx, bodies[i].members);
		for (size_t j = 0; j < bodies[i].colleges.count; j++)
			tell_people(ctx, colleges[j].members);
	}
	tell_organisation(ctx, governance->secretariat.name);
}

static void build(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	if (ramure_builder_medium(b) == RAMURE_SLIDES)
		put_slides(ctx, b, data);
	else
		put_report(ctx, b, data);
}

static const ramure_kind kinds[] = {
	{ .en = "governance",
	  .fr = "gouvernance",
	  .doc = { "Who decides, who chairs, who coordinates; numbers, gaps and overlaps of terms computed",
		   "Qui décide, qui préside, qui coordonne ; effectifs, vacances et chevauchements calculés" },
	  .fields = RAMURE_ROWS(governance_fields),
	  .data_size = sizeof(struct governance),
	  .check = check,
	  .tell = tell,
	  .build = build,
	  .example = "```gouvernance\n"
		     "instances :\n"
		     "  - nom : Comité de pilotage\n"
		     "    rôle : Décider\n"
		     "    nombre : 23\n"
		     "    unité : organisations mobilisées\n"
		     "    texte : Elles fixent le cap et croisent leurs regards à chaque étape.\n"
		     "présidence :\n"
		     "  libellé : Animer\n"
		     "  mandats :\n"
		     "    - Hubert Allier\n"
		     "    - nom : Hugues Sibille\n"
		     "      fin : 2019\n"
		     "    - nom : Daniel Lebègue\n"
		     "      début : 2019\n"
		     "secrétariat :\n"
		     "  libellé : Coordonner\n"
		     "  nom : Le RAMEAU\n"
		     "  adresse : |\n"
		     "    1, allée Charles-V\n"
		     "    94300 Vincennes\n"
		     "principes :\n"
		     "  - Un fonctionnement entièrement bénévole\n"
		     "```\n" },
};

static const ramure_notice notices[] = {
	{ "term-gap", { "days without a chair between two terms", "des jours sans présidence entre deux mandats" } },
	{ "term-overlap", { "two terms overlap", "deux mandats se chevauchent" } },
};

static const ramure_plugin governance = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "governance",
	.version = "0.1",
	.summary = { "Bodies, chair and secretariat", "Instances, présidence et secrétariat" },
	.kinds = RAMURE_ROWS(kinds),
	.notices = RAMURE_ROWS(notices),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &governance;
}
