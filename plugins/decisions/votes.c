/* votes.c: a vote's three numbers, its result, and whether they add up. */
#include "decisions.h"

static int64_t cast(const struct votes *v)
{
	return v->in_favour.value + v->against.value + v->abstention.value;
}

void check_votes(ramure_ctx *ctx, const struct decision *decision)
{
	const struct votes *v = &decision->votes;
	const ramure_fact *attendance = attendance_of(ctx, decision);
	int64_t expected = attendance ? attendance->count : -1;
	int64_t counted = cast(v) + v->absent.value;

	if (!ramure_given(v->at) || expected < 0 || counted == expected)
		return;
	/* Who could have come is absent too. */
	if (attendance->members && cast(v) <= expected && counted == attendance->members)
		return;
	if (counted > expected) {
		ramure_error(ctx, v->at, "the votes make %lld, and %lld may vote", (long long)counted,
			     (long long)expected);
		ramure_hint(ctx,
			    "the present and the proxies that they hold vote: correct the votes or the attendance");
		return;
	}
	ramure_warning(ctx, v->at, "votes", "the votes make %lld, and %lld may vote: %lld missing", (long long)counted,
		       (long long)expected, (long long)(expected - counted));
	ramure_hint(ctx, "for those who took no part, write: 'absent: %lld'",
		    (long long)(v->absent.value + expected - counted));
}

bool votes_defeated(const struct votes *v)
{
	return ramure_given(v->at) && v->in_favour.value <= v->against.value;
}

static const char *result(ramure_ctx *ctx, const struct votes *v)
{
	static const ramure_word unanimous = { "Carried unanimously", "Adoptée à l'unanimité" };
	static const ramure_word carried = { "Carried", "Adoptée" };
	static const ramure_word tied = { "Not carried, votes being equal", "Non adoptée, à égalité des voix" };
	static const ramure_word rejected = { "Rejected", "Rejetée" };

	if (v->in_favour.value > v->against.value)
		return ramure_say(ctx, v->against.value || v->abstention.value ? carried : unanimous);
	return ramure_say(ctx, v->in_favour.value == v->against.value ? tied : rejected);
}

ramure_str votes_sentence(ramure_ctx *ctx, const struct votes *v)
{
	static const ramure_word format = { "%s: %lld\u00A0for, %lld\u00A0against, %lld\u00A0%s",
					    "%s : %lld\u00A0pour, %lld\u00A0contre, %lld\u00A0%s" };
	static const ramure_word abstention = { "abstention", "abstention" };
	static const ramure_word abstentions = { "abstentions", "abstentions" };
	static const ramure_word absent = { "%s, %lld\u00A0absent", "%s, %lld\u00A0absent" };
	static const ramure_word absents = { "%s, %lld\u00A0absent", "%s, %lld\u00A0absents" };
	ramure_str sentence = ramure_format(ctx, ramure_say(ctx, format), result(ctx, v), (long long)v->in_favour.value,
					    (long long)v->against.value, (long long)v->abstention.value,
					    ramure_say_count(ctx, v->abstention.value, abstention, abstentions));

	if (!ramure_given(v->absent.at))
		return sentence;
	return ramure_format(ctx, ramure_say_count(ctx, v->absent.value, absent, absents), sentence.data,
			     (long long)v->absent.value);
}
