/* states.c: the states of a decision: their words, their shapes. */
#include "decisions.h"

ramure_mark_info state_mark(int state)
{
	static const ramure_mark_info marks[STATES] = {
		[STATE_OPEN] = { RAMURE_RING, RAMURE_LEVEL_2, RAMURE_LEVEL_2_TINT },
		[STATE_ONGOING] = { RAMURE_HALF_DISC, RAMURE_LEVEL_2, RAMURE_LEVEL_2_TINT },
		[STATE_DONE] = { RAMURE_DISC, RAMURE_LEVEL_1, RAMURE_LEVEL_1_TINT },
		[STATE_POSTPONED] = { RAMURE_TRIANGLE, RAMURE_LEVEL_3, RAMURE_LEVEL_3_TINT },
		[STATE_ABANDONED] = { RAMURE_CROSS, RAMURE_LEVEL_4, RAMURE_LEVEL_4_TINT },
		[STATE_NOT_CARRIED] = { RAMURE_DIAMOND, RAMURE_LEVEL_4, RAMURE_LEVEL_4_TINT },
	};

	return marks[state];
}

ramure_str state_words(ramure_ctx *ctx, int state)
{
	static const ramure_word words[STATES] = {
		[STATE_OPEN] = { "To do", "À faire" },
		[STATE_ONGOING] = { "In progress", "En cours" },
		[STATE_DONE] = { "Done", "Faite" },
		[STATE_POSTPONED] = { "Postponed", "Reportée" },
		[STATE_ABANDONED] = { "Abandoned", "Abandonnée" },
		[STATE_NOT_CARRIED] = { "Not carried", "Non adoptée" },
	};

	return ramure_say_str(ctx, words[state]);
}

bool state_is_pending(int state)
{
	return state == STATE_OPEN || state == STATE_ONGOING || state == STATE_POSTPONED;
}

int taken_state(const struct decision *decision)
{
	return votes_defeated(&decision->votes) ? STATE_NOT_CARRIED : decision->state.value;
}
