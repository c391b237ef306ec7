/* fields.c: what a list of measures is made of. */
#include "measures.h"

static const ramure_option meanings[] = {
	{ MEANS_DONE, "done", "terminé", "terminée|achevé|finished|fait" },
	{ MEANS_GOOD, "good", "bon", "bonne|favorable" },
	{ MEANS_FAIR, "fair", "moyen", "moyenne|average" },
	{ MEANS_BAD, "bad", "mauvais", "mauvaise|défavorable" },
	{ MEANS_STOPPED, "stopped", "arrêté", "arrêtée|abandonné|abandoned" },
};

static const ramure_option views[] = {
	{ VIEW_TABLE, "table", "tableau", "liste" },
	{ VIEW_DASHBOARD, "dashboard", "tableau-de-bord", NULL },
	{ VIEW_BOTH, "both", "les-deux", "tout" },
};

static const ramure_field level_fields[] = {
	{ .en = "name",
	  .fr = "nom",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct level, name),
	  .doc = { "the level's name, as measures give it", "le nom du niveau, comme les mesures le donnent" } },
	{ .en = "meaning",
	  .fr = "sens",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct level, meaning),
	  .doc = { "whether it is good news; it chooses the colour",
		   "si c'est une bonne nouvelle ; la couleur en dépend" },
	  .choices = RAMURE_ROWS(meanings) },
	{ .en = "sentence",
	  .fr = "phrase",
	  .type = RAMURE_WORD,
	  .offset = offsetof(struct level, sentence),
	  .doc = { "what follows the count in the summary: \"delayed\"; \"(s)\" stays from two on",
		   "ce qui suit le nombre dans la phrase de bilan : « remise(s) en cause » ; le (s) vaut à partir de "
		   "deux" } },
};

/* The same fields for a measure and for a reading of an earlier list, which may carry its number and level alone. */
#define MEASURE_FIELDS(title_flags)                                                                                    \
	{ .en = "number",                                                                                              \
	  .fr = "numéro",                                                                                              \
	  .type = RAMURE_WORD,                                                                                         \
	  .offset = offsetof(struct measure, number),                                                                  \
	  .doc = { "its number, its own in the list", "son numéro, unique dans la liste" },                            \
	  .synonyms = "n°|no|n|id" },                                                                                  \
		{ .en = "title",                                                                                       \
		  .fr = "titre",                                                                                       \
		  .type = RAMURE_TEXT,                                                                                 \
		  .flags = title_flags,                                                                                \
		  .offset = offsetof(struct measure, title),                                                           \
		  .doc = { "what is to be done", "ce qu'il s'agit de faire" },                                         \
		  .synonyms = "mesure|measure" },                                                                      \
		{ .en = "dimension",                                                                                   \
		  .fr = "dimension",                                                                                   \
		  .type = RAMURE_TEXT,                                                                                 \
		  .offset = offsetof(struct measure, dimension),                                                       \
		  .doc = { "the family it belongs to", "la famille à laquelle elle appartient" },                      \
		  .synonyms = "axe|famille|thème" },                                                                   \
		{ .en = "horizon",                                                                                     \
		  .fr = "horizon",                                                                                     \
		  .type = RAMURE_TEXT,                                                                                 \
		  .offset = offsetof(struct measure, horizon),                                                         \
		  .doc = { "when effects are expected, in words",                                                      \
			   "quand on en attend les effets, en toutes lettres" } },                                     \
		{ .en = "by",                                                                                          \
		  .fr = "échéance",                                                                                    \
		  .type = RAMURE_DATE,                                                                                 \
		  .offset = offsetof(struct measure, by),                                                              \
		  .doc = { "by when; past it, the measure is late",                                                    \
			   "pour quand ; passé ce jour, elle est en retard" },                                         \
		  .synonyms = "pour le|due" },                                                                         \
		{ .en = "lead",                                                                                        \
		  .fr = "pilote",                                                                                      \
		  .type = RAMURE_PERSON,                                                                               \
		  .flags = RAMURE_MANY,                                                                                \
		  .offset = offsetof(struct measure, lead),                                                            \
		  .doc = { "who leads it", "qui la conduit" },                                                         \
		  .synonyms = "pilotes|responsable|qui|who" },                                                         \
		{ .en = "level",                                                                                       \
		  .fr = "niveau",                                                                                      \
		  .type = RAMURE_WORD,                                                                                 \
		  .offset = offsetof(struct measure, level),                                                           \
		  .doc = { "a level of the legend; without a legend: Very satisfactory, Satisfactory, Delay "          \
			   "explained, Called into question",                                                          \
			   "un niveau de la légende ; sans légende : Très satisfaisant, Satisfaisant, "             \
			   "Retard expliqué, Remis en cause" },                                                        \
		  .synonyms = "avancement|état|state|status" },                                                        \
	{                                                                                                              \
		.en = "comment", .fr = "commentaire", .type = RAMURE_MARKDOWN, .flags = RAMURE_REPORT_ONLY,            \
		.offset = offsetof(struct measure, comment),                                                           \
		.doc = { "what explains the level, in the report", "ce qui explique le niveau, dans le rapport" },     \
		.synonyms = "remarque"                                                                                 \
	}

static const ramure_field measure_fields[] = { MEASURE_FIELDS(RAMURE_REQUIRED | RAMURE_MAIN) };
static const ramure_field reading_fields[] = { MEASURE_FIELDS(RAMURE_MAIN) };

static const ramure_field snapshot_fields[] = {
	{ .en = "date",
	  .fr = "date",
	  .type = RAMURE_DATE,
	  .flags = RAMURE_REQUIRED,
	  .offset = offsetof(struct snapshot, date),
	  .doc = { "when the levels were these", "quand les niveaux étaient ceux-là" } },
	{ .en = "items",
	  .fr = "éléments",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY | RAMURE_ROWS_FIELD | RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct snapshot, readings),
	  .doc = { "number and level of each measure; or 'from:' a file that lists them",
		   "numéro et niveau de chaque mesure ; ou « de : » un fichier qui les donne" },
	  .fields = RAMURE_ROWS(reading_fields),
	  .record_size = sizeof(struct measure) },
};

const ramure_field measures_fields[6] = {
	{ .en = "list",
	  .fr = "liste",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct measures, list),
	  .doc = { "the list's name", "le nom de la liste" } },
	{ .en = "items",
	  .fr = "éléments",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct measures, items),
	  .doc = { "the measures", "les mesures" },
	  .synonyms = "mesures|measures",
	  .fields = RAMURE_ROWS(measure_fields),
	  .record_size = sizeof(struct measure) },
	{ .en = "legend",
	  .fr = "légende",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct measures, legend),
	  .doc = { "the levels, the best first, eight at most; four are given",
		   "les niveaux, du meilleur au moins bon, huit au plus ; quatre sont donnés" },
	  .synonyms = "niveaux|levels",
	  .fields = RAMURE_ROWS(level_fields),
	  .record_size = sizeof(struct level) },
	{ .en = "snapshots",
	  .fr = "états",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct measures, snapshots),
	  .doc = { "the levels at earlier dates, from which changes are computed; the last one holds for a measure "
		   "without a level",
		   "les niveaux à d'autres dates, d'où l'évolution est calculée ; le dernier vaut pour une mesure sans "
		   "niveau" },
	  .synonyms = "état|snapshot|points",
	  .fields = RAMURE_ROWS(snapshot_fields),
	  .record_size = sizeof(struct snapshot) },
	{ .en = "view",
	  .fr = "vue",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct measures, view),
	  .doc = { "a table, a dashboard or both", "une table, un tableau de bord ou les deux" },
	  .choices = RAMURE_ROWS(views),
	  .initial = "table" },
	{ .en = "only",
	  .fr = "seulement",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_MANY | RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct measures, only),
	  .doc = { "the dimensions to show, when not all", "les dimensions à montrer, si ce n'est toutes" },
	  .synonyms = "dimension|dimensions" },
};
