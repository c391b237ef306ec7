/* value_size.h: what a field takes in the struct that its table fills. */
#ifndef RAMURE_VALUE_SIZE_H
#define RAMURE_VALUE_SIZE_H

#include "core/ramure.h"

/* The size of the C type that ramure_type names; of a record, what its field says.  0 for a type that is none. */
size_t value_size(const ramure_field *field);
/* What the field takes in its struct, where many make a list. */
static inline size_t value_room(const ramure_field *field)
{
	return field->flags & RAMURE_MANY ? sizeof(ramure_list) : value_size(field);
}

#endif
