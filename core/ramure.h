/* ramure.h: the one header of Ramure, for whoever writes a plugin.
 *
 * Ramure turns a plain-text source into slides (PDF) and a report (ODT).  A plugin adds to it one of two things, or
 * both:
 *
 *   a kind     knows one sort of structured block (an agenda, a list of measures…): a table of the fields that people
 *              write, and a function that says the block again as headings, paragraphs, tables and figures;
 *   a writer   turns the finished document (a flow) or its finished pages into the bytes of one file format.
 *
 * A plugin is a shared object with one function, ramure_plugin_v1(), which returns constant data (section 12).  It
 * includes this header and no other of ours.  It keeps no state, prints nothing, never exits; what it has to say it
 * reports at a place of the source (section 3).
 *
 * Read from the top: words and memory, places and messages, typed values, the tables of fields, the document tree, the
 * builder that a kind drives, the canvas it draws on, the pages that a page writer receives, themes, what a writer may
 * ask, and the descriptor.
 *
 * Lengths are points (1/72 inch), the origin is a page's top left corner, y grows downward.  Text is UTF-8, in NFC.
 * Every pointer that the core lends lives as long as the conversion, unless its comment says otherwise.  Structs and
 * enumerations only grow at their end; every table is reached through a count and a stride (`RAMURE_ROWS`), so that a
 * plugin built today is read rightly by the core of tomorrow. */
#ifndef RAMURE_H
#define RAMURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 0 is a draft: it may change until third parties are invited; then 1 is frozen and only grows. */
#define RAMURE_ABI 0

#if defined __GNUC__
#define RAMURE_PRINTF(string, first) __attribute__((__format__(__printf__, string, first)))
#define RAMURE_EXPORT __attribute__((visibility("default")))
#else
#define RAMURE_PRINTF(string, first)
#define RAMURE_EXPORT
#endif

/* ---- 1. Words and memory -------------------------------------------------------------------------------------- */

/* One conversion: its memory, its messages, its document.  Everything hangs from it. */
typedef struct ramure_ctx ramure_ctx;

/* A borrowed slice of UTF-8; not terminated by a zero.  `data` is NULL for "not given". */
typedef struct ramure_str {
	const char *data;
	size_t size;
} ramure_str;

#define RAMURE_STR(literal) ((ramure_str){ "" literal, sizeof(literal) - 1 })

/* Memory that lives until the conversion ends, zeroed, aligned for any type.  Never NULL: when memory runs out the
 * conversion ends there, with a message, and no output is touched. */
void *ramure_alloc(ramure_ctx *ctx, size_t size);
#define RAMURE_NEW(ctx, type) ((type *)ramure_alloc(ctx, sizeof(type)))
#define RAMURE_NEW_ARRAY(ctx, type, count) ((type *)ramure_alloc_array(ctx, count, sizeof(type)))
void *ramure_alloc_array(ramure_ctx *ctx, size_t count, size_t size);
/* An array with room for one more than its `count` items of `size` bytes: itself, or a longer copy.  It begins as NULL,
 * and grows by this function alone, which knows its length by `count`. */
void *ramure_extend_array(ramure_ctx *ctx, void *array, size_t count, size_t size);

/* Formats into memory of the conversion.  Numbers do not depend on the locale.  The result is zero-terminated. */
ramure_str ramure_format(ramure_ctx *ctx, const char *format, ...) RAMURE_PRINTF(2, 3);
/* The parts in a row with `between` between them, zero-terminated; empty ones are passed over. */
ramure_str ramure_join(ramure_ctx *ctx, const ramure_str *parts, size_t count, const char *between);

/* Byte for byte. */
bool ramure_str_equal(ramure_str a, ramure_str b);
/* As names compare: without accents, case, hyphens, underscores, apostrophes and spaces ("Ordre du jour" is
 * "ordre-du-jour"). */
bool ramure_name_equal(ramure_str a, const char *b);
/* As a reference calls it: small letters without accents, any other run of signs one hyphen ("Mesure 3 bis" is
 * "mesure-3-bis").  Two things with the same one have the same name. */
ramure_str ramure_slug(ramure_ctx *ctx, ramure_str name);

/* What a stage answers.  Whatever is not RAMURE_OK has already been reported, where the most was known. */
typedef enum ramure_status {
	RAMURE_OK,
	RAMURE_REJECTED, /* the source has errors: exit status 1 */
	RAMURE_FAILED,   /* the system, a library or a plugin failed: exit status 3 */
} ramure_status;

/* ---- 2. Rows -------------------------------------------------------------------------------------------------- */

/* A table of constant rows: how many, and how far apart in bytes. */
typedef struct ramure_rows {
	const void *first;
	size_t count;
	size_t stride;
} ramure_rows;

#define RAMURE_ROWS(array)                                                                                             \
	{                                                                                                              \
		(array), sizeof(array) / sizeof *(array), sizeof *(array)                                              \
	}

static inline const void *ramure_row(ramure_rows rows, size_t i)
{
	return (const char *)rows.first + i * rows.stride;
}

/* A text in both languages of the messages or of the documents. */
typedef struct ramure_word {
	const char *en;
	const char *fr;
} ramure_word;

/* ---- 3. Places and messages ----------------------------------------------------------------------------------- */

/* Where something stands in a source.  Lines and columns count from 1, columns and length in characters.  `line` 0 is
 * nowhere: the value was not given. */
typedef struct ramure_span {
	uint32_t file;
	uint32_t line;
	uint32_t column;
	uint32_t length;
} ramure_span;

static inline bool ramure_given(ramure_span at)
{
	return at.line != 0;
}

/* "a.md:12": how a message says where else something stands. */
ramure_str ramure_span_format(ramure_ctx *ctx, ramure_span at);

/* Messages start in lower case and take no full stop; a culprit stands in quotes.  `format` is the English text and the
 * key of its translation in the core's catalogue.  An error leaves the outputs as they are, but building goes on, so
 * that a person sees everything at once.  A warning has a name, with which an author accepts it (`allow:`); `--strict`
 * makes it an error.  An information is said with `--verbose` and by `ramure check`.  The same message at the same
 * place is kept once. */
void ramure_error(ramure_ctx *ctx, ramure_span at, const char *format, ...) RAMURE_PRINTF(3, 4);
void ramure_warning(ramure_ctx *ctx, ramure_span at, const char *name, const char *format, ...) RAMURE_PRINTF(4, 5);
void ramure_info(ramure_ctx *ctx, ramure_span at, const char *name, const char *format, ...) RAMURE_PRINTF(4, 5);
/* An advice is what one would rather know before the meeting; said like an information. */
void ramure_advice(ramure_ctx *ctx, ramure_span at, const char *name, const char *format, ...) RAMURE_PRINTF(4, 5);
/* The system or a library failed, not the author: exit status 3. */
void ramure_failure(ramure_ctx *ctx, const char *format, ...) RAMURE_PRINTF(2, 3);
/* What to do about the message just reported; shown under it. */
void ramure_hint(ramure_ctx *ctx, const char *format, ...) RAMURE_PRINTF(2, 3);

/* ---- 4. Typed values ------------------------------------------------------------------------------------------ */

/* A value that a field gave.  `at` tells whether it was given and where: ramure_given(value.at). */
typedef struct ramure_string {
	ramure_span at;
	ramure_str text;
} ramure_string;

typedef struct ramure_flag {
	ramure_span at;
	bool value;
} ramure_flag;

typedef struct ramure_integer {
	ramure_span at;
	int64_t value;
} ramure_integer;

/* A decimal as it was typed: 35,2 is digits 352, decimals 1.  `unit` is what followed: "%", "M€", "€", or empty;
 * a currency before the figures is in it too: £8m has "£m" in English. */
typedef struct ramure_number {
	ramure_span at;
	int64_t digits;
	int decimals;
	ramure_str unit;
} ramure_number;

/* digits / 10^decimals */
double ramure_number_value(ramure_number n);
/* A decimal with what follows it, out of a text that may be none: false without a message.  Leaves `at` alone.  1,250
 * is what the document's language reads in it: English thousands, French decimals. */
bool ramure_number_read(ramure_ctx *ctx, ramure_str text, ramure_number *number);
/* As the document's language writes it, with `decimals` digits (0 to 6) after the point: "1 250 000,5". */
ramure_str ramure_number_format(ramure_ctx *ctx, double value, int decimals);
/* With its unit: "8 M€", "35 %", in English "£8m". */
ramure_str ramure_quantity_format(ramure_ctx *ctx, double value, int decimals, ramure_str unit);

/* A day, or a month (day 0), or a year (month 0 too). */
typedef struct ramure_date {
	ramure_span at;
	int32_t year;
	uint8_t month;
	uint8_t day;
} ramure_date;

/* From a date to a date, both included; `end` equals `start` for a single date; either may be absent (year 0) when
 * open. */
typedef struct ramure_period {
	ramure_span at;
	ramure_date start;
	ramure_date end;
} ramure_period;

/* < 0, 0, > 0.  A month or a year compares as its first day. */
int ramure_date_compare(ramure_date a, ramure_date b);
/* Days from 1970-01-01 to the first (or the last) day that the date covers. */
int64_t ramure_date_first_day(ramure_date d);
int64_t ramure_date_last_day(ramure_date d);
/* "23 juin 2020", "juin 2020", "2020"; "du 3 au 5 mars 2021", in the document's language. */
ramure_str ramure_date_format(ramure_ctx *ctx, ramure_date d);
ramure_str ramure_period_format(ramure_ctx *ctx, ramure_period p);
/* The document's own date: what late, past, under embargo refer to.  Year 0 when there is none; needing one then is an
 * error that ramure_need_date() reports, at the place that needs it, with what to type: it answers false, and `what` is
 * the name of the field that depends on the date. */
ramure_date ramure_document_date(ramure_ctx *ctx);
bool ramure_need_date(ramure_ctx *ctx, ramure_span at, const char *what);

/* An hour of the day or a length of time, in minutes. */
typedef struct ramure_minutes {
	ramure_span at;
	int32_t value;
} ramure_minutes;

/* "14 h 30" and "1 h 15", "20 min" */
ramure_str ramure_time_format(ramure_ctx *ctx, int32_t minutes_of_day);
ramure_str ramure_duration_format(ramure_ctx *ctx, int32_t minutes);

typedef struct ramure_rgb {
	uint8_t r, g, b;
} ramure_rgb;

typedef struct ramure_colour_value {
	ramure_span at;
	ramure_rgb rgb;
} ramure_colour_value;

/* A file that the source names: `path` is ready to open; it lies inside the document's root. */
typedef struct ramure_path {
	ramure_span at;
	ramure_str text; /* as written */
	ramure_str path;
} ramure_path;

/* One of a set: the `value` of the row of `choices` that was named. */
typedef struct ramure_choice {
	ramure_span at;
	int value;
} ramure_choice;

/* A list: `items` points to `count` structs of the field's rows (or to values of its type, for a list of plain values).
 */
typedef struct ramure_list {
	ramure_span at;
	const void *items;
	size_t count;
} ramure_list;

/* Text with inline Markdown: a node of type RAMURE_PHRASE whose children are inlines.  NULL when not given. */
typedef struct ramure_node ramure_node;
typedef const ramure_node *ramure_text;

/* A person or an organisation, as `name, role` or as a record. */
typedef struct ramure_person {
	ramure_span at;
	ramure_text name;
	ramure_text role;
	ramure_text organisation;
} ramure_person;

/* ---- 5. Fields ------------------------------------------------------------------------------------------------ */

/* Every type says which C type stands at the field's offset. */
typedef enum ramure_type {
	RAMURE_TEXT,     /* ramure_text: one paragraph of inline Markdown */
	RAMURE_MARKDOWN, /* ramure_text: a RAMURE_BLOCKS node, whose children are blocks */
	RAMURE_WORD,     /* ramure_string: a name, an identifier: no Markdown, no typography */
	RAMURE_FLAG,     /* ramure_flag: oui, non, yes, no */
	RAMURE_INTEGER,  /* ramure_integer */
	RAMURE_NUMBER,   /* ramure_number; percent and amount keep what followed in `unit` */
	RAMURE_PERCENT,  /* ramure_number, unit "%" */
	RAMURE_AMOUNT,   /* ramure_number with its currency */
	RAMURE_DATE,     /* ramure_date: one day, month or year */
	RAMURE_PERIOD,   /* ramure_period; a single date is one too */
	RAMURE_TIME,     /* ramure_minutes since midnight */
	RAMURE_DURATION, /* ramure_minutes */
	RAMURE_COLOUR,   /* ramure_colour_value */
	RAMURE_PATH,     /* ramure_path */
	RAMURE_CHOICE,   /* ramure_choice, among `choices` */
	RAMURE_PERSON,   /* ramure_person */
	RAMURE_RECORD,   /* the struct that `fields` describe, embedded; its first member is a ramure_span */
	RAMURE_MAP,      /* ramure_list of ramure_pair: names that the author chooses (a table's cells) */
} ramure_type;

/* One row of an open map: name and value as they stand in the source. */
typedef struct ramure_pair {
	ramure_string name;
	ramure_text value;
	ramure_str raw; /* the value before Markdown, for typed columns */
	ramure_span at; /* of the value */
} ramure_pair;

enum {
	RAMURE_REQUIRED = 1u << 0,
	RAMURE_MANY = 1u << 1,       /* a list: ramure_list stands at the offset; one bare value is a list of one */
	RAMURE_MAIN = 1u << 2,       /* the field that a bare text fills */
	RAMURE_ROWS_FIELD = 1u << 3, /* the list of a kind or record: `items`, `éléments`; filled by a bare list, by the
					file of `from:` */
	RAMURE_REPORT_ONLY = 1u << 4, /* shown in the report, never on slides */
	RAMURE_SLIDES_ONLY = 1u << 5,
	RAMURE_NOT_SHOWN = 1u << 6,  /* steers the result (a view, a scale) without being shown */
	RAMURE_WHOLE_BODY = 1u << 7, /* the block's body is this field's text, unless its first line names the field */
	RAMURE_KEEP_LINES = 1u << 8, /* of a RAMURE_TEXT: its lines end where the author's do: an address */
};

/* One value of a set, with the other words that mean it, separated by "|": { 1, "discussion", "débat", "debate" }. */
typedef struct ramure_option {
	int value;
	const char *en;
	const char *fr;
	const char *synonyms;
} ramure_option;

/* One field that a person can write.  A record's struct starts with the ramure_span `at` of the whole record.  No two
 * rows of a table may have a name in common, in either language or as a synonym. */
typedef struct ramure_field {
	const char *en; /* the name, as shown */
	const char *fr;
	ramure_type type;
	uint32_t flags;
	size_t offset;             /* of the value in the struct that the table fills */
	ramure_word doc;           /* one sentence, for `ramure kinds`, the schema and the guide */
	const char *synonyms;      /* other names, separated by "|" */
	const char *pattern;       /* PCRE2, anchored at both ends; for RAMURE_WORD and RAMURE_TEXT */
	ramure_word pattern_means; /* what the pattern asks for, in words, with an example */
	ramure_rows choices;       /* ramure_option, for RAMURE_CHOICE */
	ramure_rows fields;        /* ramure_field, for RAMURE_RECORD */
	size_t record_size;        /* of the struct that `fields` fill */
	int64_t min, max;          /* bounds of integers, numbers (their integral part) and minutes, when max > min */
	const char *initial;       /* the value when none is given, as a person would write it */
} ramure_field;

/* One value from a text under a name that only the author knows, as fields read theirs: the cells of a table.  `type`
 * is one of RAMURE_TEXT to RAMURE_PATH, `out` the C type that it names.  False after reporting at `text.at`, with an
 * example of what to type. */
bool ramure_value_parse(ramure_ctx *ctx, ramure_type type, const char *name, ramure_string text, void *out);

/* ---- 6. The document tree ------------------------------------------------------------------------------------- */

/* What may stand where is said by the indentation.  Blocks stand in any container of blocks. */
typedef enum ramure_node_type {
	RAMURE_DOCUMENT, /* META…, then PART, SLIDE, CHAPTER */
	RAMURE_META,     /*   a front-matter text: `meta->role`; inlines */
	RAMURE_CHAPTER, /*   an included document of a booklet: META…, HEADING (its title again), then PART, SLIDE and
				  CHAPTER; `chapter` */
	RAMURE_PART,    /*   HEADING, then SLIDE and CHAPTER */
	RAMURE_SLIDE,   /*     KICKER?, HEADING, then blocks, KEY?, NOTES…; `slide` */
	RAMURE_KICKER,  /*       inlines */
	RAMURE_HEADING, /*       inlines; `heading` */
	RAMURE_SECTION, /*       HEADING (of level 3 and deeper), blocks */
	/* blocks */
	RAMURE_BLOCKS,      /* a group without meaning of its own: what a Markdown field holds, what a kind has built */
	RAMURE_PARAGRAPH,   /* inlines; `paragraph` */
	RAMURE_LIST,        /* ITEM…; `list` */
	RAMURE_ITEM,        /*   blocks; `item` */
	RAMURE_TABLE,       /* CAPTION?, ROW…, SOURCE?; `table` */
	RAMURE_ROW,         /*   CELL…; `row` */
	RAMURE_CELL,        /*     blocks; `cell` */
	RAMURE_QUOTE,       /* blocks, ATTRIBUTION? ; `quote` */
	RAMURE_ATTRIBUTION, /* inlines: who said it */
	RAMURE_CODE,        /* `text` is the code, its language `code->language` */
	RAMURE_IMAGE,       /* CAPTION?, SOURCE?; `image`; also stands among inlines */
	RAMURE_FIGURE,      /* CAPTION?, PHRASE… (its texts); `figure` */
	RAMURE_COLUMNS,     /* COLUMN…; `columns` */
	RAMURE_COLUMN,      /*   LABEL?, HEADING?, NUMERAL?, UNIT?, blocks */
	RAMURE_LABEL,       /*     inlines: the small line above a heading */
	RAMURE_NUMERAL,     /*     inlines: a large figure */
	RAMURE_UNIT,        /*     inlines: what it counts */
	RAMURE_CAPTION,     /* inlines; `caption` */
	RAMURE_SOURCE,      /* inlines: "Source : …", a reading note */
	RAMURE_KEY,         /* inlines: the key message of the slide */
	RAMURE_NOTES,       /* blocks: speaker notes */
	RAMURE_CONTENTS, /* the contents stand here; `contents`; its entries are computed by polish: CONTENTS_ENTRY… */
	RAMURE_CONTENTS_ENTRY, /* inlines; `entry` */
	RAMURE_CLOSING,        /* HEADING, blocks: the last slide */
	RAMURE_RULE,           /* a thematic break */
	RAMURE_FOOTNOTE, /* blocks; `footnote`; stands where it was called first, right after the block that calls it */
	RAMURE_BLOCK,    /* a structured block of the source, before its kind has built it; never reaches a writer */
	/* texts */
	RAMURE_PHRASE, /* inlines: a field's text, a figure's text */
	/* inlines */
	RAMURE_TEXT_RUN,    /* `text` */
	RAMURE_EMPHASIS,    /* inlines */
	RAMURE_STRONG,      /* inlines */
	RAMURE_STRIKE,      /* inlines */
	RAMURE_SUPERSCRIPT, /* inlines */
	RAMURE_SUBSCRIPT,   /* inlines */
	RAMURE_CODE_SPAN,   /* `text` */
	RAMURE_LINK,        /* inlines; `link` */
	RAMURE_BREAK,       /* a line break that the author asked for */
	RAMURE_NOTE_CALL,   /* `call` */
	RAMURE_STATUS_MARK, /* a shape and its words (inlines): never colour alone; `mark` */
	RAMURE_NODE_TYPES
} ramure_node_type;

/* Front-matter texts, in the order in which a cover says them. */
typedef enum ramure_meta_role {
	RAMURE_META_EVENT,
	RAMURE_META_TITLE,
	RAMURE_META_SUBTITLE,
	RAMURE_META_SUMMARY,
	RAMURE_META_DATE, /* the date as text, "23 juin 2020" */
	RAMURE_META_PLACE,
	RAMURE_META_AUTHOR,
	RAMURE_META_ORGANISATION,
	RAMURE_META_CONTACT,
	RAMURE_META_PARTNERS_LABEL,
	RAMURE_META_PARTNER, /* one each; its logo is an IMAGE among its inlines */
	RAMURE_META_EMBARGO, /* the label, present only while the embargo holds */
	RAMURE_META_FOOTER,
	RAMURE_META_CONFIDENTIALITY,
	RAMURE_META_TYPE,
	RAMURE_META_KEYWORDS,
	RAMURE_META_ID,
	RAMURE_META_ROLES
} ramure_meta_role;

typedef enum ramure_align { RAMURE_START, RAMURE_CENTRE, RAMURE_END } ramure_align;

/* Shapes that mean something.  Always beside words. */
typedef enum ramure_shape {
	RAMURE_NO_SHAPE,
	RAMURE_DISC,
	RAMURE_SQUARE,
	RAMURE_TRIANGLE,
	RAMURE_DIAMOND,
	RAMURE_RING,
	RAMURE_HALF_DISC, /* half a disc in a ring */
	RAMURE_PENTAGON,
	RAMURE_HEXAGON,
	RAMURE_STAR,
	RAMURE_CROSS,
	RAMURE_SHAPES
} ramure_shape;

/* Colours by what they mean; a theme says which they are. */
typedef enum ramure_colour {
	RAMURE_INK,
	RAMURE_MUTED,
	RAMURE_PRIMARY,
	RAMURE_ACCENT,
	RAMURE_THIRD,
	RAMURE_FOURTH,
	RAMURE_FIFTH,
	RAMURE_LINE,
	RAMURE_HAIRLINE, /* decorative rules */
	RAMURE_TINT,
	RAMURE_WARM,
	RAMURE_ACCENT_TINT,
	RAMURE_PAPER,
	RAMURE_ON_PRIMARY,   /* text on a primary ground */
	RAMURE_ON_PRIMARY_1, /* light tones on a primary ground: the ornament's limbs, secondary text */
	RAMURE_ON_PRIMARY_2,
	RAMURE_ON_PRIMARY_3,
	RAMURE_ORNAMENT_REST, /* ornament at rest on a primary ground, decorative */
	RAMURE_EMBARGO,
	RAMURE_LEVEL_1, /* very good */
	RAMURE_LEVEL_2, /* good */
	RAMURE_LEVEL_3, /* late, with a reason */
	RAMURE_LEVEL_4, /* called into question */
	RAMURE_LEVEL_5,
	RAMURE_LEVEL_6,
	RAMURE_LEVEL_7,
	RAMURE_LEVEL_8,
	RAMURE_LEVEL_1_TINT,
	RAMURE_LEVEL_2_TINT,
	RAMURE_LEVEL_3_TINT,
	RAMURE_LEVEL_4_TINT,
	RAMURE_LEVEL_5_TINT,
	RAMURE_LEVEL_6_TINT,
	RAMURE_LEVEL_7_TINT,
	RAMURE_LEVEL_8_TINT,
	RAMURE_COLOURS
} ramure_colour;

/* Roles of text on a slide: size, leading, weight and colour are the theme's.  The figures are those of 'collectif',
 * size/leading in points. */
typedef enum ramure_role {
	RAMURE_ROLE_BODY,
	RAMURE_ROLE_LEAD,
	RAMURE_ROLE_COLUMN_HEADING,
	RAMURE_ROLE_LABEL,        /* 14 bold accent */
	RAMURE_ROLE_CELL,         /* 16/22 */
	RAMURE_ROLE_CELL_STRONG,  /* 16/22 bold */
	RAMURE_ROLE_SMALL,        /* 14/18 */
	RAMURE_ROLE_SMALL_STRONG, /* 14/18 bold */
	RAMURE_ROLE_DETAIL,       /* 14/20: a description under a title */
	RAMURE_ROLE_SOURCE,       /* 12/16 muted */
	RAMURE_ROLE_KEY,
	RAMURE_ROLE_QUOTE,         /* 34/48 light */
	RAMURE_ROLE_QUOTE_MEDIUM,  /* 28/40 light */
	RAMURE_ROLE_QUOTE_LONG,    /* 22/32 */
	RAMURE_ROLE_NUMERAL,       /* 72/76 light: a column's figure */
	RAMURE_ROLE_NUMERAL_LARGE, /* 104/112 light: a key figure */
	RAMURE_ROLE_NUMERAL_COUNT, /* 66/72 light: a count of a dashboard */
	RAMURE_ROLE_NUMERAL_RANK,  /* 30/36 light: a rank in rows */
	RAMURE_ROLE_WORD,          /* 40/46 black: the word that is defined */
	RAMURE_ROLE_CODE,
	/* the master's own */
	RAMURE_ROLE_COVER_TITLE,
	RAMURE_ROLE_COVER_TITLE_LARGE,
	RAMURE_ROLE_COVER_TITLE_SMALL,
	RAMURE_ROLE_COVER_SUBTITLE,
	RAMURE_ROLE_COVER_EVENT,
	RAMURE_ROLE_PART_TITLE,
	RAMURE_ROLE_KICKER,
	RAMURE_ROLE_TITLE,
	RAMURE_ROLE_TITLE_TWO_LINES,
	RAMURE_ROLE_TITLE_LONG,
	RAMURE_ROLE_FOOTER,
	RAMURE_ROLE_CONTENTS,         /* 26/34 */
	RAMURE_ROLE_CONTENTS_NUMERAL, /* 44 light */
	RAMURE_ROLE_EMBARGO,
	RAMURE_ROLES
} ramure_role;

typedef struct ramure_meta_info {
	ramure_meta_role role;
} ramure_meta_info;

typedef struct ramure_chapter_info {
	int number;       /* among the chapters of its booklet, from 1 */
	ramure_date date; /* the included document's own; the booklet's when it has none */
} ramure_chapter_info;

typedef struct ramure_slide_info {
	bool wide;        /* a landscape page in the report */
	bool continues;   /* in the report: goes on under the heading of the slide before it (a series) */
	int series_place; /* n of n/N in its series, 0 when in none */
	int series_length;
	bool from_part; /* made of the text right after a part's heading */
	bool compiled;  /* made by the core for a kind that a booklet compiles */
} ramure_slide_info;

typedef struct ramure_heading_info {
	int level;         /* as nested: the cover's title is 1 */
	ramure_str number; /* "2.3" when headings are numbered */
} ramure_heading_info;

typedef struct ramure_paragraph_info {
	ramure_role role; /* RAMURE_ROLE_BODY, or what a kind asks for */
	ramure_align align;
	ramure_colour colour; /* meaningful when `coloured` */
	bool coloured;
	bool quiet; /* a detail, in the muted colour */
} ramure_paragraph_info;

typedef struct ramure_list_info {
	bool ordered;
	bool tight;
	int start;
} ramure_list_info;

typedef enum ramure_task { RAMURE_NO_TASK, RAMURE_TASK_OPEN, RAMURE_TASK_DONE } ramure_task;

typedef struct ramure_item_info {
	int number; /* in an ordered list */
	ramure_task task;
} ramure_item_info;

/* A column of a table.  `fixed`: set in figures or short words, never wrapped. */
typedef struct ramure_column_info {
	ramure_align align;
	bool fixed;
	bool strong;     /* the column that says what the row is: bold */
	double share;    /* a wished share of the width, 0 to 1; 0 for natural */
	ramure_str name; /* of a caption for a column moved under the main text in a narrow format; may be empty */
} ramure_column_info;

typedef struct ramure_table_info {
	const ramure_column_info *columns;
	size_t column_count;
	size_t header_rows;    /* how many of the first rows repeat on every continuation */
	size_t header_columns; /* how many of the first cells of a row name it */
	int main_column;       /* under whose text other columns go when the page is narrow; -1 when none may */
	bool zebra;
} ramure_table_info;

typedef struct ramure_row_info {
	bool header;
	bool total;
} ramure_row_info;

typedef struct ramure_cell_info {
	bool header;
	ramure_role role; /* RAMURE_ROLE_CELL unless the kind says so */
	ramure_colour colour;
	bool coloured;
} ramure_cell_info;

typedef struct ramure_quote_info {
	ramure_text word; /* for a definition: the word and its nature; a child PHRASE */
	ramure_text nature;
} ramure_quote_info;

typedef struct ramure_code_info {
	ramure_str language;
} ramure_code_info;

typedef enum ramure_image_format { RAMURE_PNG, RAMURE_JPEG } ramure_image_format;

/* An image file, read once a conversion and shared.  Its header has been checked; its pixels only on demand. */
typedef struct ramure_image {
	ramure_str path;
	ramure_image_format format;
	uint32_t width, height; /* pixels */
	double dpi;             /* 0 when the file does not say */
	bool rgb_jpeg;          /* three components, baseline or progressive: may be passed through untouched */
	ramure_str bytes;       /* the file */
	uint32_t id;            /* small number, unique in the conversion */
} ramure_image;

typedef struct ramure_image_info {
	const ramure_image *file;
	ramure_text alt;    /* a child PHRASE */
	double width_share; /* of the box, 0 to 1; 0 when not asked */
	ramure_align side;  /* where it stands beside text */
	bool decorative;    /* nothing to say in its place: no alternative text */
	bool ornament;      /* the author said that there is nothing to say: {decorative} */
} ramure_image_info;

typedef struct ramure_columns_info {
	bool cards;    /* boxes in rows instead of columns with a common line */
	bool sections; /* made of `###` sections */
} ramure_columns_info;

typedef struct ramure_caption_info {
	bool of_table;
	int number; /* given by polish */
} ramure_caption_info;

typedef struct ramure_contents_info {
	int depth;
	const ramure_node *current; /* the part that begins, for a repeated contents */
} ramure_contents_info;

typedef struct ramure_entry_info {
	const ramure_node *target; /* PART or SLIDE */
	int level;
	int number;
} ramure_entry_info;

typedef struct ramure_footnote_info {
	int number; /* given by polish */
} ramure_footnote_info;

typedef struct ramure_call_info {
	const ramure_node *note;
} ramure_call_info;

/* What a link says when polish writes its words. */
typedef enum ramure_reference {
	RAMURE_BY_NAME,   /* "tableau 3", "section 2.3"; in a deck "diapositive 5" */
	RAMURE_BY_NUMBER, /* the number of a section, "2.3"; in a deck that of the slide, "5" */
	RAMURE_BY_PAGE,   /* the number of the page; a flow writer writes a field that follows it */
} ramure_reference;

typedef struct ramure_link_info {
	ramure_str url;            /* empty for a link inside the document */
	const ramure_node *target; /* set by polish for a link inside the document */
	ramure_str name;           /* as written: "mesure-7", "autre.md#nom" */
	bool generated;            /* its text was written by polish: "tableau 3" */
	ramure_reference by;       /* how it was written */
} ramure_link_info;

typedef struct ramure_mark_info {
	ramure_shape shape;
	ramure_colour colour;
	ramure_colour ground; /* tint of its pill; RAMURE_PAPER for none */
} ramure_mark_info;

typedef struct ramure_figure_info ramure_figure_info; /* section 8 */
typedef struct ramure_block_info ramure_block_info;   /* the core's own */

/* What few nodes have. */
typedef struct ramure_attributes {
	ramure_str name;
	ramure_str label;
	ramure_str lang;
} ramure_attributes;

/* One node.  Only the core writes into nodes; a plugin reads them.  The member of the union is the one that the
 * type's comment names; it is never NULL for that type. */
struct ramure_node {
	ramure_node_type type;
	ramure_span span;
	bool as_typed; /* of TEXT_RUN: typography leaves it alone */
	bool made;     /* of TEXT_RUN: a kind's words, not the author's */
	ramure_node *parent, *first, *last, *next;
	ramure_str text;                     /* of TEXT_RUN, CODE, CODE_SPAN */
	const ramure_attributes *attributes; /* NULL for nearly all: read them with ramure_node_name() and its like */
	union {
		void *data;
		ramure_meta_info *meta;
		ramure_chapter_info *chapter;
		ramure_slide_info *slide;
		ramure_heading_info *heading;
		ramure_paragraph_info *paragraph;
		ramure_list_info *list;
		ramure_item_info *item;
		ramure_table_info *table;
		ramure_row_info *row;
		ramure_cell_info *cell;
		ramure_quote_info *quote;
		ramure_code_info *code;
		ramure_image_info *image;
		ramure_columns_info *columns;
		ramure_caption_info *caption;
		ramure_contents_info *contents;
		ramure_entry_info *entry;
		ramure_footnote_info *footnote;
		ramure_call_info *call;
		ramure_link_info *link;
		ramure_mark_info *mark;
		ramure_figure_info *figure;
		ramure_block_info *block;
	};
};

/* What references call it; empty when nobody can. */
ramure_str ramure_node_name(const ramure_node *node);
/* How a reference says it, "mesure 7": set by the kind or by polish, else empty. */
ramure_str ramure_node_label(const ramure_node *node);
/* Its language where it differs from its parent's, else empty. */
ramure_str ramure_node_lang(const ramure_node *node);
/* The first child of that type, or NULL. */
const ramure_node *ramure_child(const ramure_node *parent, ramure_node_type type);
/* A front-matter text, or NULL. */
const ramure_node *ramure_meta(const ramure_node *document, ramure_meta_role role);
/* Whether it may stand among blocks, or among inlines; an image may do both. */
bool ramure_is_block(ramure_node_type type);
bool ramure_is_inline(ramure_node_type type);
/* The plain words under a node, in one zero-terminated string of the conversion. */
ramure_str ramure_plain_text(ramure_ctx *ctx, const ramure_node *node);
/* Whether two nodes have the same plain words; false without one of them. */
bool ramure_same_words(ramure_ctx *ctx, const ramure_node *a, const ramure_node *b);

/* A walk over a tree, without recursion, so that depth cannot kill it.  Every node is entered once and left once:
 *
 *	ramure_walk walk = ramure_walk_from(document);
 *	while (ramure_walk_next(&walk))
 *		if (walk.entering && walk.node->type == RAMURE_HEADING) …
 */
typedef struct ramure_walk {
	const ramure_node *root;
	const ramure_node *node;
	bool entering;
	bool skip; /* set it on entering, and the children are passed over */
} ramure_walk;

/* The first step enters `root` itself. */
ramure_walk ramure_walk_from(const ramure_node *root);
/* False when `root` has been left. */
bool ramure_walk_next(ramure_walk *walk);

/* ---- 7. Building ---------------------------------------------------------------------------------------------- */

typedef enum ramure_medium { RAMURE_SLIDES, RAMURE_REPORT } ramure_medium;

/* What a kind's `build` drives.  Nodes are appended to the one that was begun last. */
typedef struct ramure_builder ramure_builder;

ramure_medium ramure_builder_medium(const ramure_builder *b);

/* Opens a node of that type as the last child; every begin has its end.  Returns the node, whose typed member may be
 * filled until the end.  Never NULL; what a kind leaves open ends with its `build`. */
ramure_node *ramure_begin(ramure_builder *b, ramure_node_type type, ramure_span at);
void ramure_end(ramure_builder *b);
/* Names the open node, for references: `label` is how one says it ("mesure 7"). */
void ramure_target(ramure_builder *b, ramure_str name, ramure_str label);

/* Inlines into the open node.  A text may be put as often as one likes: it is copied; NULL puts nothing.  Words are
 * borrowed: they live as long as the conversion (literals, ramure_format()). */
void ramure_put(ramure_builder *b, ramure_text text);
void ramure_put_string(ramure_builder *b, ramure_str words);
void ramure_put_format(ramure_builder *b, const char *format, ...) RAMURE_PRINTF(2, 3);
void ramure_put_strong(ramure_builder *b, ramure_text text);
void ramure_put_break(ramure_builder *b);
void ramure_put_mark(ramure_builder *b, ramure_mark_info mark, ramure_str words);
void ramure_put_link(ramure_builder *b, ramure_str url, ramure_text words);
/* A link to a node of the same document; polish writes its words. */
void ramure_put_reference(ramure_builder *b, const ramure_node *to, ramure_reference by);
/* "Name (role, organisation)"; several as "A, B et C". */
void ramure_put_person(ramure_builder *b, const ramure_person *person);
void ramure_put_people(ramure_builder *b, ramure_list people);
/* Their names alone, as one text; NULL for nobody. */
ramure_text ramure_people_text(ramure_ctx *ctx, ramure_list people);
/* Blocks into the open node: the children of a RAMURE_BLOCKS text. */
void ramure_put_blocks(ramure_builder *b, ramure_text blocks);

/* Shorthands: begin, put, end. */
void ramure_paragraph(ramure_builder *b, ramure_text text);
void ramure_paragraph_as(ramure_builder *b, ramure_role role, ramure_text text);
void ramure_paragraph_format(ramure_builder *b, ramure_role role, ramure_span at, const char *format, ...)
	RAMURE_PRINTF(4, 5);
/* A line under what a cell says, in small type: ends with ramure_end(). */
void ramure_begin_detail(ramure_builder *b, ramure_span at);
/* A heading inside the slide or section: opens a RAMURE_SECTION with its heading; end it with ramure_end(). */
ramure_node *ramure_begin_section(ramure_builder *b, ramure_span at, ramure_text title);
/* Tables: begin one with its columns, then rows, then cells. */
ramure_node *ramure_begin_table(ramure_builder *b, ramure_span at, const ramure_column_info *columns, size_t count);
/* In a table just begun: what a report calls it when the author gives no caption, with what tells it from its like
 * behind a colon (or NULL).  Nothing on slides, whose title says it. */
void ramure_table_caption(ramure_builder *b, ramure_word words, ramure_text which);
void ramure_header_row(ramure_builder *b, ramure_span at, const ramure_str *titles, size_t count);
/* A whole cell; NULL is an empty one. */
void ramure_cell(ramure_builder *b, ramure_text text);
void ramure_cell_string(ramure_builder *b, ramure_str words);

/* A text that the program makes, as a node of its own, for a figure or a caption. */
ramure_text ramure_text_new(ramure_ctx *ctx, ramure_str words);

/* Where a thing is spoken of.  Names are found as whole words without regard to accents and case, but a capital stays
 * one, except at the head of a name of several words; never inside other words, nor inside a longer name that is asked
 * for at the same time. */
typedef struct ramure_mentions {
	const ramure_str *names; /* asked: what the thing is called */
	size_t name_count;
	const ramure_node **places; /* answered: slides, parts or chapters, each once, in their order */
	size_t place_count;
} ramure_mentions;

/* For the kinds that booklets compile (ramure_kind.compiled), which are built when all others have spoken; they do not
 * find each other.  For any other kind nothing is found. */
void ramure_find_mentions(ramure_builder *b, ramure_mentions *things, size_t count);

/* The image of a path, for `image->file` of a RAMURE_IMAGE.  NULL after reporting at `file.at` why it cannot be used.
 */
const ramure_image *ramure_image_open(ramure_ctx *ctx, ramure_path file);

/* The words that the program adds are in the document's language, never the machine's. */
const char *ramure_say(ramure_ctx *ctx, ramure_word word);
ramure_str ramure_say_str(ramure_ctx *ctx, ramure_word word); /* the same, borrowed from the word */
/* The form that goes with a count: `one` for 1 and, in French, for 0. */
const char *ramure_say_count(ramure_ctx *ctx, int64_t count, ramure_word one, ramure_word many);

/* Facts: what a block tells the rest of the document, and a booklet's other chapters.  A kind's `tell` puts them in
 * before anything is built; its `build`, or another kind's, reads them.  So an agenda shows the decisions taken under
 * each of its items without knowing the plugin that keeps them.
 *
 * Topics that others read; a plugin may have its own:
 *
 *	document         told by the core, for the source and for each chapter: title, date, end; `text` is its place
 *	event            something on a date: title, date, end; `text` says more, `about` for whom
 *	agenda-item      title
 *	attendance       `count` is how many votes there are, members
 *	decision         key, `about` an agenda item, text, state, mark, owner, due, settled, refused
 *	decision-update  what became of the decision `key`: date, text, state, mark, settled
 *	measure          key its number, title, `text` the list's name, state, mark, owner, due, settled
 *	measure-level    the level of a measure at a date: key, title, text, date, state, mark, rank, scale
 *	measure-list     the block of a list: key the list's name
 *	organisation     key its name; when `about` is given, it is another name of the organisation of that name */
typedef struct ramure_fact {
	const char *topic;
	ramure_span at;
	ramure_str key;   /* the identifier of the thing */
	ramure_str about; /* the identifier of what it belongs to: an agenda's item */
	ramure_date date;
	ramure_text title;
	ramure_text text;
	ramure_text state; /* in words */
	int64_t count;     /* a number that goes with it: of an attendance, the votes */
	const void *data;  /* the teller's own, for itself */
	ramure_text (*say)(ramure_ctx *ctx,
			   const struct ramure_fact *fact); /* the whole fact as one sentence; may be NULL */
	const ramure_node *chapter; /* set by the core: the chapter that tells it, NULL outside booklets */
	ramure_date told;           /* set by the core: the date of the document that tells it */
	ramure_text owner;          /* who sees to it; NULL when nobody is named */
	ramure_date due;            /* by when */
	bool settled;               /* nothing is left to do: done, given up, not carried */
	ramure_date end;            /* the last day, of what takes several */
	ramure_mark_info mark;      /* the shape and colours of `state` */
	int rank;                   /* of a level among those of its scale: 1 is the best; 0 when it has none */
	ramure_str scale;           /* names the levels that `rank` counts: only ranks of one scale compare */
	int64_t members;            /* of an attendance, how many could have come; 0 when nobody says */
	bool refused;               /* of a decision: put to the vote, and not carried */
	bool unreported;            /* set by the core: the block that tells it is for slides only */
} ramure_fact;

/* Keeps a copy, and answers it.  What the fact points to lives as long as the conversion. */
const ramure_fact *ramure_tell(ramure_ctx *ctx, const ramure_fact *fact);
/* The facts of a topic in the order told; start with NULL, which also comes after the last. */
const ramure_fact *ramure_next_fact(ramure_ctx *ctx, const char *topic, const ramure_fact *after);
/* Those of a topic whose key has the same slug, in the order told, found without a search through the others. */
const ramure_fact *ramure_next_fact_about(ramure_ctx *ctx, const char *topic, ramure_str key, const ramure_fact *after);

/* A kind of structured block. */
typedef struct ramure_kind {
	const char *en;
	const char *fr;
	const char *synonyms;
	ramure_word doc;
	ramure_rows fields; /* ramure_field */
	size_t data_size;   /* of the struct that the fields fill; it starts with a ramure_span */
	/* Checks what a table cannot say and completes the data (sums, order…).  Called once, before any build.  May be
	 * NULL. */
	void (*check)(ramure_ctx *ctx, void *data);
	/* Tells facts.  Called once, after every block has been checked.  May be NULL. */
	void (*tell)(ramure_ctx *ctx, const void *data);
	/* Says the data as nodes, once for each medium. */
	void (*build)(ramure_ctx *ctx, ramure_builder *b, const void *data);
	const char *example; /* a block as a person would write it, shown by `ramure kinds KIND` */
	/* The title of the page when a booklet compiles this kind from what its chapters tell.  Such a page is made of
	 * an empty block where no author has written one, before the closing, in the order of the plugins' tables
	 * unless `compiled:` chooses; one whose `build` puts nothing is left out.  Nobody has asked for a page whose
	 * data are given nowhere (ramure_given(data->at)): it puts nothing rather than that there is nothing.  Zero for
	 * any other kind. */
	ramure_word compiled;
} ramure_kind;

/* ---- 8. Drawing ----------------------------------------------------------------------------------------------- */

/* Where a figure draws.  Its marks go to the page only when layout keeps them: a figure may be drawn many times over,
 * to measure it, in boxes of several sizes. */
typedef struct ramure_canvas ramure_canvas;

typedef struct ramure_box {
	double x, y, width, height;
} ramure_box;

/* What layout asks: draw what fits into `box`, at `scale` (1 to 0.8; the core applies it to text, the figure to its own
 * lengths), beginning at `from` (0, or what an earlier piece answered). */
typedef struct ramure_frame {
	ramure_box box;
	double scale;
	size_t from;
} ramure_frame;

/* What a figure answers: the height it used, and where the next piece begins: RAMURE_DONE when nothing is left.  When
 * not even one unit fits, it answers `next` == `from` and draws nothing. */
typedef struct ramure_extent {
	double height;
	size_t next;
} ramure_extent;

#define RAMURE_DONE SIZE_MAX

struct ramure_figure_info {
	const void *data;
	/* Pure: the same data, frame and theme always give the same marks. */
	ramure_extent (*draw)(const void *data, ramure_canvas *canvas, const ramure_frame *frame);
	ramure_text alt;  /* alternative text; NULL when `draw` opens elements of its own (a table, a list) */
	double min_width; /* under which `draw` cannot do its work: layout gives it the full width */
	bool centred;     /* may be centred in its zone when it fills less than 80 % of it */
};

/* Puts a figure.  `data` must live as long as the conversion.  Its texts are given to the figure one by one, so that
 * typography reaches them: keep the handle that comes back, and draw with it. */
ramure_node *ramure_begin_figure(ramure_builder *b, ramure_span at, const ramure_figure_info *info);
/* In a figure just begun: as ramure_table_caption() does in a table. */
void ramure_figure_caption(ramure_builder *b, ramure_word words, ramure_text which);
ramure_text ramure_figure_text(ramure_builder *b, ramure_text text);
ramure_text ramure_figure_string(ramure_builder *b, ramure_str words);
ramure_text ramure_figure_format(ramure_builder *b, const char *format, ...) RAMURE_PRINTF(2, 3);

/* How a text is set. */
typedef struct ramure_style {
	ramure_role role;
	ramure_colour colour;
	bool coloured; /* use `colour` instead of the role's own */
	ramure_align align;
	bool balanced; /* lines of like length; for titles, leads, cells */
	double size;   /* instead of the role's, in points before scaling; 0 for the role's */
	double leading;
} ramure_style;

typedef struct ramure_text_size {
	double width;    /* of the longest line */
	double height;   /* lines × leading */
	double baseline; /* from the top to the first baseline */
	size_t lines;
} ramure_text_size;

/* Measures or draws a text broken into `width`; (x, y) is the top left corner of its box.  `width` <= 0 is one line of
 * any length.  A NULL text measures nothing. */
ramure_text_size ramure_text_measure(ramure_canvas *canvas, ramure_text text, ramure_style style, double width);
ramure_text_size ramure_text_draw(ramure_canvas *canvas, ramure_text text, ramure_style style, double x, double y,
				  double width);
/* The widest part of a text that no break may divide. */
double ramure_text_min_width(ramure_canvas *canvas, ramure_text text, ramure_style style);

/* A sequence of blocks (a Markdown field) in a box; answers as a figure does. */
ramure_extent ramure_blocks_draw(ramure_canvas *canvas, ramure_text blocks, const ramure_frame *frame);

/* Shapes are decoration (artifacts): what they say, words say beside them, or the figure's alternative text.  Lengths
 * are as they are given: a figure multiplies its own by `scale`. */
typedef struct ramure_paint {
	ramure_colour fill;
	ramure_colour stroke;
	double stroke_width; /* 0 for no stroke */
	bool filled;
	double dash, gap; /* 0, 0 for a solid stroke */
	bool round_caps;
} ramure_paint;

void ramure_draw_line(ramure_canvas *canvas, double x0, double y0, double x1, double y1, double width,
		      ramure_colour colour);
/* `radius` of the corners */
void ramure_draw_rect(ramure_canvas *canvas, ramure_box box, double radius, const ramure_paint *paint);
void ramure_draw_circle(ramure_canvas *canvas, double x, double y, double radius, const ramure_paint *paint);
void ramure_draw_shape(ramure_canvas *canvas, ramure_shape shape, double x, double y, double radius,
		       ramure_colour colour);
/* A path of any form: points as moves, lines and cubic curves. */
typedef enum ramure_path_op { RAMURE_MOVE, RAMURE_LINE_TO, RAMURE_CURVE_TO, RAMURE_CLOSE } ramure_path_op;
typedef struct ramure_segment {
	ramure_path_op op;
	float x[3], y[3]; /* the end point is the last that the op uses: [0] for moves and lines, [2] for curves */
} ramure_segment;
void ramure_draw_path(ramure_canvas *canvas, const ramure_segment *segments, size_t count, const ramure_paint *paint);
/* The pill that says a status: shape, then words; `width` 0 for as wide as it needs.  Its text is real text.  Answers
 * the width. */
double ramure_draw_pill(ramure_canvas *canvas, ramure_mark_info mark, ramure_text words, double x, double y,
			double width);

/* Structure elements (ISO 32000-1, 14.8.4).  Text drawn between open and close belongs to the element; a second piece
 * of the same figure that opens the same (parent, tag, key) goes on in the same element: any number that tells an
 * element from its like will do as a key.  Outside any, text belongs to the figure. */
typedef enum ramure_tag {
	RAMURE_TAG_DOCUMENT,
	RAMURE_TAG_PART,
	RAMURE_TAG_SECT,
	RAMURE_TAG_DIV,
	RAMURE_TAG_H1,
	RAMURE_TAG_H2,
	RAMURE_TAG_H3,
	RAMURE_TAG_H4,
	RAMURE_TAG_H5,
	RAMURE_TAG_H6,
	RAMURE_TAG_P,
	RAMURE_TAG_L,
	RAMURE_TAG_LI,
	RAMURE_TAG_LBL,
	RAMURE_TAG_LBODY,
	RAMURE_TAG_TABLE,
	RAMURE_TAG_TR,
	RAMURE_TAG_TH,
	RAMURE_TAG_TD,
	RAMURE_TAG_FIGURE,
	RAMURE_TAG_CAPTION,
	RAMURE_TAG_LINK,
	RAMURE_TAG_NOTE,
	RAMURE_TAG_REFERENCE,
	RAMURE_TAG_BLOCKQUOTE,
	RAMURE_TAG_CODE,
	RAMURE_TAG_SPAN,
	RAMURE_TAG_TOC,
	RAMURE_TAG_TOCI,
	RAMURE_TAGS
} ramure_tag;

void ramure_open(ramure_canvas *canvas, ramure_tag tag, size_t key);
void ramure_close(ramure_canvas *canvas);
/* The element just opened is a header of its row, of its column, or both. */
enum { RAMURE_SCOPE_ROW = 1, RAMURE_SCOPE_COLUMN = 2 };
void ramure_scope(ramure_canvas *canvas, int scope);
/* Marks between begin and end repeat what was said before (a header on a second piece): they are artifacts. */
void ramure_repeat_begin(ramure_canvas *canvas);
void ramure_repeat_end(ramure_canvas *canvas);

/* The conversion that the canvas belongs to: for messages and words; memory taken from it lasts longer than the piece
 * that is drawn, and pieces are drawn often. */
ramure_ctx *ramure_canvas_ctx(const ramure_canvas *canvas);

/* ---- 9. Pages, for page writers ------------------------------------------------------------------------------- */

#define RAMURE_ARTIFACT UINT32_MAX

/* A font file that the pages use. */
typedef struct ramure_font {
	ramure_str path;
	uint32_t index;    /* of the face in a collection */
	ramure_str family; /* "Lato" */
	ramure_str face;   /* "Bold" */
	uint32_t units_per_em;
	bool cff;
} ramure_font;

/* A glyph at its place in a run, in font units.  Glyphs stand in the order in which they are read: where that is
 * leftward, advances are negative, and `dx` still leads from the pen to the glyph's own origin, at its left. */
typedef struct ramure_glyph {
	uint32_t id;
	int32_t advance;
	int32_t dx, dy;
	uint32_t text_start; /* its characters, in the run's text; a ligature has several */
	uint32_t text_size;
} ramure_glyph;

typedef enum ramure_mark_type {
	RAMURE_GLYPH_RUN,
	RAMURE_PATH_MARK,
	RAMURE_IMAGE_MARK,
	RAMURE_LINK_MARK
} ramure_mark_type;

/* Resolved paint. */
typedef struct ramure_ink {
	ramure_rgb fill, stroke;
	bool filled, stroked, round_caps;
	float stroke_width, dash, gap;
} ramure_ink;

/* One mark of a page, in reading order within its element and in painting order on the page. */
typedef struct ramure_page_mark {
	ramure_mark_type type;
	uint32_t element; /* index into the deck's elements, or RAMURE_ARTIFACT */
	union {
		struct {
			uint16_t font;    /* index into the deck's fonts */
			float x, y, size; /* of the baseline's start */
			ramure_rgb colour;
			ramure_str text;
			const ramure_glyph *glyphs;
			size_t glyph_count;
			bool raised; /* in the small raised glyphs that the font has for its letters */
		} run;
		struct {
			const ramure_segment *segments;
			size_t count;
			ramure_ink ink;
		} path;
		struct {
			const ramure_image *file;
			ramure_box box;
		} image;
		struct {
			ramure_box box;
			ramure_str url;      /* empty for a place in the deck */
			size_t page;         /* index, when `url` is empty */
			ramure_str contents; /* what a screen reader says */
		} link;
	};
} ramure_page_mark;

typedef struct ramure_page {
	double width, height;
	ramure_rgb ground;
	const ramure_page_mark *marks;
	size_t count;
	ramure_str label; /* "7" */
} ramure_page;

/* A structure element.  Elements stand in the order of their beginning; a parent before its children. */
typedef struct ramure_element {
	ramure_tag tag;
	uint32_t parent; /* RAMURE_ARTIFACT for the root */
	uint8_t scope;
	uint8_t ordered; /* of L: a numbered list */
	ramure_str alt;
	ramure_str lang;
	ramure_str title; /* of H elements and parts */
	ramure_box box;   /* of Figure: on its first page */
	uint32_t page;    /* where it begins */
} ramure_element;

typedef struct ramure_outline_entry {
	ramure_str title;
	int level; /* 1 for a part, 2 for a slide */
	size_t page;
} ramure_outline_entry;

/* What a page writer receives.  Pages are made while they are asked for. */
typedef struct ramure_deck ramure_deck;

size_t ramure_deck_pages(const ramure_deck *deck);
/* The page, which lives until the next one is asked for.  Ask in order: going back costs. */
const ramure_page *ramure_deck_page(ramure_deck *deck, size_t index);
size_t ramure_deck_fonts(const ramure_deck *deck);
const ramure_font *ramure_deck_font(const ramure_deck *deck, size_t index);
/* Complete only when every page has been asked for once. */
size_t ramure_deck_elements(const ramure_deck *deck);
/* The element, which lives until the next one is asked for. */
const ramure_element *ramure_deck_element(const ramure_deck *deck, size_t index);
size_t ramure_deck_outline(const ramure_deck *deck);
const ramure_outline_entry *ramure_deck_outline_entry(const ramure_deck *deck, size_t index);
const ramure_node *ramure_deck_document(const ramure_deck *deck);

/* Pixels of an image, 8 bits a channel, rows from the top without padding: grey or RGB, with a separate alpha.  Decoded
 * once and kept.  NULL after reporting why. */
typedef struct ramure_pixels {
	uint32_t width, height;
	int channels; /* 1 or 3 */
	const uint8_t *data;
	const uint8_t *alpha; /* width × height, or NULL when opaque */
} ramure_pixels;
const ramure_pixels *ramure_image_pixels(ramure_ctx *ctx, const ramure_image *image);

/* What a cell says, in lines as long as its paragraphs; in points. */
typedef struct ramure_cell_text {
	double widest, total; /* of its paragraphs */
	size_t paragraphs;
} ramure_cell_text;
/* Makes the rows of a table lower, for writers that choose the widths of columns: moves width between them, none under
 * its `least`, as long as rows lose lines by it.  `cells`: row by row; widths are those of the texts in the columns. */
void ramure_lower_rows(const ramure_cell_text *cells, size_t rows, size_t columns, const double *least, double *widths);

/* A figure alone, for flow writers that draw: what of it begins at `*from` (0 at first), on a page as wide as asked, or
 * as the figure needs, and as high as what it drew within `height`; higher only when not even one unit fits.  `*from`
 * becomes where the next page begins, RAMURE_DONE after the last.  Its words are set in `family` where the machine has
 * it, else, or when it is empty, in the theme's.  Structure is flat.  The page lives until the next one is asked for. */
const ramure_page *ramure_figure_page(ramure_ctx *ctx, const ramure_node *figure, ramure_str family, double width,
				      double height, size_t *from);
/* The font of a glyph run on such a page. */
const ramure_font *ramure_figure_font(ramure_ctx *ctx, const ramure_page_mark *run);

/* ---- 10. Themes, for writers ---------------------------------------------------------------------------------- */

ramure_rgb ramure_theme_colour(ramure_ctx *ctx, ramure_colour colour);
/* A theme's number or text by its key: ("report.body.size"), in points.  The number of a colour's name
 * ("report.key.colour") is its ramure_colour, that of yes or no is 1 or 0.  Keys are listed by `ramure themes --keys`.
 * An unknown key is a bug of the caller. */
double ramure_theme_number(ramure_ctx *ctx, const char *key);
ramure_str ramure_theme_string(ramure_ctx *ctx, const char *key);
/* The font in which the theme sets its text, or its code (`monospace`), in a weight (100 to 900) and a slant; the
 * nearest there is, never NULL. */
const ramure_font *ramure_theme_font(ramure_ctx *ctx, int weight, bool italic, bool monospace);
/* The ornament on a primary ground, as paths: for covers that a flow writer draws.  `limb` 0 colours every limb. */
const ramure_page *ramure_ornament_page(ramure_ctx *ctx, double width, double height);

/* ---- 11. The document's facts for writers --------------------------------------------------------------------- */

typedef struct ramure_attachment {
	ramure_str name; /* file name, without folders */
	ramure_str bytes;
	const char *media_type;
	ramure_date date;
} ramure_attachment;

ramure_str ramure_lang(ramure_ctx *ctx);  /* "fr", BCP 47 */
bool ramure_is_leftward(ramure_str lang); /* written from right to left: "ar", "he-IL", "az-Arab" */
/* From now on words are said and dates written (ramure_say, ramure_date_format, ramure_lang) as in the chapter in which
 * a node stands; back with the document itself. */
void ramure_voice(ramure_ctx *ctx, const ramure_node *node);
ramure_str ramure_producer(ramure_ctx *ctx); /* "Ramure 0.1" */
/* What `attach:` asks to carry; NULL and 0 otherwise. */
const ramure_attachment *ramure_attachments(ramure_ctx *ctx, size_t *count);

/* What was asked of the writer that is running, in the front matter, in a `ramure.yaml` or on the command line: the
 * struct that its `options` fill.  Paths are resolved; a field that nobody gave is zero. */
const void *ramure_options(ramure_ctx *ctx);
/* The bytes of a file that an option or a field names, read once, kept, and noted for --depfile.  Answers its number,
 * for ramure_span.file, or 0 after reporting at `file.at` why it cannot be read. */
uint32_t ramure_file_read(ramure_ctx *ctx, ramure_path file, ramure_str *bytes);
/* A text that was found inside a file: messages call it `name` and show its lines.  Answers its number. */
uint32_t ramure_file_part(ramure_ctx *ctx, ramure_str name, ramure_str text);

/* Where a writer puts its bytes, from first to last.  After a failure every write does nothing and answers false; the
 * core has reported it. */
typedef struct ramure_sink ramure_sink;
bool ramure_sink_write(ramure_sink *sink, const void *bytes, size_t size);

typedef struct ramure_writer {
	const char *name;      /* what `--to` calls it: "pdf" */
	const char *extension; /* ".pdf" */
	ramure_word doc;
	ramure_medium medium; /* which form of the document it takes */
	/* One of the two.  A flow writer receives the document, a page writer its pages. */
	ramure_status (*write_flow)(ramure_ctx *ctx, const ramure_node *document, ramure_sink *sink);
	ramure_status (*write_pages)(ramure_ctx *ctx, ramure_deck *deck, ramure_sink *sink);
	/* What people may ask of it: fields of the front matter (ramure_field), beside those of every document.  They
	 * fill a struct of `options_size` bytes whose first member is a ramure_span; ramure_options() answers it.
	 * Writers that give an option the same name share its value; they give it the same type too. */
	ramure_rows options;
	size_t options_size;
} ramure_writer;

/* ---- 12. The descriptor --------------------------------------------------------------------------------------- */

/* A name under which an author accepts a message (`allow:`), and what such messages say. */
typedef struct ramure_notice {
	const char *name;
	ramure_word doc;
} ramure_notice;

typedef struct ramure_plugin {
	size_t size;  /* sizeof(ramure_plugin) */
	uint32_t abi; /* RAMURE_ABI */
	const char *name;
	const char *version;
	ramure_word summary;
	ramure_rows kinds;   /* ramure_kind */
	ramure_rows writers; /* ramure_writer */
	ramure_rows notices; /* ramure_notice: the names of its warnings and informations */
} ramure_plugin;

/* The one symbol that a plugin exports. */
typedef const ramure_plugin *ramure_plugin_entry(void);
RAMURE_EXPORT ramure_plugin_entry ramure_plugin_v1;

#endif
