/* basics.h: what the basic kinds read and how they speak; plugin.c says what each is called. */
#ifndef BASICS_H
#define BASICS_H

#include <ramure.h>

/* One text: a key message, speaker notes. */
struct saying {
	ramure_span at;
	ramure_text text;
};

struct quote {
	ramure_span at;
	ramure_text text;
	ramure_text author;
	ramure_text role;
};

struct definition {
	ramure_span at;
	ramure_text term;
	ramure_text nature;
	ramure_text text;
	ramure_text author;
	ramure_text role;
};

struct columns {
	ramure_span at;
	ramure_list items; /* of struct column, in columns.c */
};

struct contents {
	ramure_span at;
	ramure_integer depth;
};

struct closing {
	ramure_span at;
	ramure_text title;
	ramure_text text;
};

struct image {
	ramure_span at;
	ramure_path file;
	ramure_text alt;
	ramure_number width;
	ramure_choice side;
};

extern const ramure_field key_fields[1];
extern const ramure_field notes_fields[1];
extern const ramure_field quote_fields[3];
extern const ramure_field definition_fields[5];
extern const ramure_field columns_fields[1];
extern const ramure_field contents_fields[1];
extern const ramure_field closing_fields[2];
extern const ramure_field image_fields[4];

void build_key(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_notes(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_quote(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_definition(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_columns(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_cards(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_contents(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_image(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_closing(ramure_ctx *ctx, ramure_builder *b, const void *data);

#endif
