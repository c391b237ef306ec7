/* other-abi.c: a plugin of another time. */
#include <ramure.h>

static const ramure_plugin other_abi = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI + 41,
	.name = "other-abi",
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &other_abi;
}
