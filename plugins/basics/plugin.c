/* plugin.c: the kinds that most documents need. */
#include "basics.h"
#include "table.h"

static const ramure_kind kinds[] = {
	{ .en = "key",
	  .fr = "message",
	  .synonyms = "clé|message-clé|key-message",
	  .doc = { "The key message at the foot of the slide, one per slide",
		   "Le message clé au pied de la diapositive, un seul par diapositive" },
	  .fields = RAMURE_ROWS(key_fields),
	  .data_size = sizeof(struct saying),
	  .build = build_key,
	  .example = "```message\n"
		     "La lettre aux élus paraît le 8 juillet\n"
		     "```\n" },
	{ .en = "notes",
	  .fr = "notes",
	  .synonyms = "notes-orateur|speaker-notes",
	  .doc = { "Speaker notes: on no slide, only in the file of --notes or in an annex",
		   "Notes de l'orateur : sur aucune diapositive, seulement dans le fichier de --notes ou en annexe" },
	  .fields = RAMURE_ROWS(notes_fields),
	  .data_size = sizeof(struct saying),
	  .build = build_notes,
	  .example = "```notes\n"
		     "Rappeler en une minute d'où vient la démarche, puis donner la parole.\n"
		     "```\n" },
	{ .en = "quote",
	  .fr = "citation",
	  .doc = { "Words that someone said", "Les mots de quelqu'un" },
	  .fields = RAMURE_ROWS(quote_fields),
	  .data_size = sizeof(struct quote),
	  .build = build_quote,
	  .example = "```citation\n"
		     "texte : « Seul on va plus vite, ensemble on va plus loin. »\n"
		     "auteur : Proverbe\n"
		     "rôle : cité par un maire\n"
		     "```\n" },
	{ .en = "definition",
	  .fr = "définition",
	  .doc = { "What a word means", "Ce que veut dire un mot" },
	  .fields = RAMURE_ROWS(definition_fields),
	  .data_size = sizeof(struct definition),
	  .build = build_definition,
	  .example = "```définition\n"
		     "terme : Alliance\n"
		     "nature : nom féminin\n"
		     "texte : « Inventer, entre acteurs que tout distingue, des réponses qu'aucun n'aurait trouvées "
		     "seul. »\n"
		     "auteur : D'après la théorie de l'alliance\n"
		     "```\n" },
	{ .en = "columns",
	  .fr = "colonnes",
	  .doc = { "Two to four things of equal weight, side by side",
		   "De deux à quatre éléments de même poids, côte à côte" },
	  .fields = RAMURE_ROWS(columns_fields),
	  .data_size = sizeof(struct columns),
	  .build = build_columns,
	  .example = "```colonnes\n"
		     "- libellé : S'informer\n"
		     "  titre : Des données\n"
		     "  chiffre : 12\n"
		     "  unité : rapports régionaux\n"
		     "  texte : L'Observatoire éclaire les dynamiques d'alliance, territoire par territoire.\n"
		     "- libellé : Se former\n"
		     "  titre : Des outils\n"
		     "  texte : Un guide propose une démarche concrète.\n"
		     "```\n" },
	{ .en = "cards",
	  .fr = "cartes",
	  .doc = { "Things of equal weight, each in its box", "Des éléments de même poids, chacun dans son cadre" },
	  .fields = RAMURE_ROWS(columns_fields),
	  .data_size = sizeof(struct columns),
	  .build = build_cards,
	  .example = "```cartes\n"
		     "- chiffre : 76 %\n"
		     "  texte : des maires voient émerger la co-construction\n"
		     "- chiffre : 46 %\n"
		     "  texte : ne savent pas comment s'y prendre\n"
		     "```\n" },
	{ .en = "table",
	  .fr = "tableau",
	  .doc = { "Rows and columns; numbers are aligned, totals checked, changes computed",
		   "Des lignes et des colonnes ; nombres alignés, totaux vérifiés, évolutions calculées" },
	  .fields = RAMURE_ROWS(table_fields),
	  .data_size = sizeof(struct table),
	  .check = check_table,
	  .build = build_table,
	  .example = "```tableau\n"
		     "colonnes :\n"
		     "  - nom : poste\n"
		     "    titre : Poste de dépense\n"
		     "  - nom : 2019\n"
		     "    type : montant\n"
		     "    total : oui\n"
		     "  - nom : 2020\n"
		     "    type : montant\n"
		     "    total : oui\n"
		     "  - nom : écart\n"
		     "    évolution : [2019, 2020]\n"
		     "lignes :\n"
		     "  - poste : Rencontres\n"
		     "    2019 : 12 000 €\n"
		     "    2020 : 9 500 €\n"
		     "  - poste : Publications\n"
		     "    2019 : 8 000 €\n"
		     "    2020 : 8 400 €\n"
		     "```\n" },
	{ .en = "image",
	  .fr = "image",
	  .synonyms = "photo|illustration|picture",
	  .doc = { "A picture, with what it shows in words", "Une image, avec ce qu'elle montre en toutes lettres" },
	  .fields = RAMURE_ROWS(image_fields),
	  .data_size = sizeof(struct image),
	  .build = build_image,
	  .example = "```image\n"
		     "fichier : atelier.jpg\n"
		     "description : Une vingtaine de personnes autour d'une table, à Lyon\n"
		     "intitulé : L'atelier du 12 mars\n"
		     "largeur : 50 %\n"
		     "```\n" },
	{ .en = "contents",
	  .fr = "sommaire",
	  .synonyms = "table-des-matières|table-of-contents",
	  .doc = { "The parts of the document, with their pages", "Les parties du document, avec leurs pages" },
	  .fields = RAMURE_ROWS(contents_fields),
	  .data_size = sizeof(struct contents),
	  .build = build_contents,
	  .example = "```sommaire\n"
		     "profondeur : 1\n"
		     "```\n" },
	{ .en = "closing",
	  .fr = "clôture",
	  .synonyms = "fin|conclusion",
	  .doc = { "The last slide: a few words and whom to write to",
		   "La dernière diapositive : quelques mots, et à qui s'adresser" },
	  .fields = RAMURE_ROWS(closing_fields),
	  .data_size = sizeof(struct closing),
	  .build = build_closing,
	  .example = "```clôture\n"
		     "titre : Faisons le pari de la confiance\n"
		     "texte : Regardons ce qui germe déjà près de nous.\n"
		     "```\n" },
};

static const ramure_notice notices[] = {
	{ "total", { "a typed total is not that of its rows", "un total tapé n'est pas celui de ses lignes" } },
};

static const ramure_plugin basics = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "basics",
	.version = "0.1",
	.summary = { "Key messages, quotes, columns, tables, images",
		     "Messages clés, citations, colonnes, tableaux, images" },
	.kinds = RAMURE_ROWS(kinds),
	.notices = RAMURE_ROWS(notices),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &basics;
}
