/* words.c: the small phrases that all pages share. */
#include "booklet.h"

ramure_str on_date(ramure_ctx *ctx, ramure_date date, ramure_word day, ramure_word other)
{
	return ramure_format(ctx, ramure_say(ctx, date.day ? day : other), ramure_date_format(ctx, date).data);
}

void put_nothing(ramure_ctx *ctx, ramure_builder *b, const struct page *page, ramure_word words)
{
	if (ramure_given(page->at))
		ramure_paragraph_format(b, RAMURE_ROLE_BODY, page->at, "%s", ramure_say(ctx, words));
}

bool is_overdue(ramure_ctx *ctx, ramure_date due)
{
	if (!due.year || !ramure_need_date(ctx, due.at, "whether it is overdue"))
		return false;
	return ramure_date_last_day(due) < ramure_date_first_day(ramure_document_date(ctx));
}
