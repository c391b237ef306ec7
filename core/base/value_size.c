/* value_size.c: the C type of each type of value, by its size. */
#include "core/base/value_size.h"

size_t value_size(const ramure_field *field)
{
	switch (field->type) {
	case RAMURE_TEXT:
	case RAMURE_MARKDOWN:
		return sizeof(ramure_text);
	case RAMURE_WORD:
		return sizeof(ramure_string);
	case RAMURE_FLAG:
		return sizeof(ramure_flag);
	case RAMURE_INTEGER:
		return sizeof(ramure_integer);
	case RAMURE_NUMBER:
	case RAMURE_PERCENT:
	case RAMURE_AMOUNT:
		return sizeof(ramure_number);
	case RAMURE_DATE:
		return sizeof(ramure_date);
	case RAMURE_PERIOD:
		return sizeof(ramure_period);
	case RAMURE_TIME:
	case RAMURE_DURATION:
		return sizeof(ramure_minutes);
	case RAMURE_COLOUR:
		return sizeof(ramure_colour_value);
	case RAMURE_PATH:
		return sizeof(ramure_path);
	case RAMURE_CHOICE:
		return sizeof(ramure_choice);
	case RAMURE_PERSON:
		return sizeof(ramure_person);
	case RAMURE_RECORD:
		return field->record_size;
	case RAMURE_MAP:
		return sizeof(ramure_list);
	}
	return 0;
}
