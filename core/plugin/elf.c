/* elf.c: whether a file can be a shared object of this machine, before the system maps it.
 *
 * dlopen() believes what a file says of itself: of one that was cut off in copying it maps pages that are not there, and
 * the first look at them ends the process (SIGBUS).  System V ABI, chapter 4 (header) and 5 (segments). */
#include "core/plugin/elf.h"

#include "core/base/gettext.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where the linker has put our own header, which says what machine this is. */
extern const ElfW(Ehdr) __ehdr_start __attribute__((weak, visibility("hidden")));

/* Whether each segment stands in the file as a whole. */
static bool is_whole(int fd, const ElfW(Ehdr) * header, uint64_t size)
{
	for (uint64_t i = 0; i < header->e_phnum; i++) {
		uint64_t at = header->e_phoff + i * sizeof(ElfW(Phdr));
		ElfW(Phdr) segment;

		if (at > size || pread(fd, &segment, sizeof segment, (off_t)at) != (ssize_t)sizeof segment)
			return false;
		if (segment.p_type == PT_LOAD &&
		    (segment.p_offset > size || segment.p_filesz > size - segment.p_offset))
			return false;
	}
	return true;
}

static const char *fault_of(int fd, uint64_t size)
{
	const ElfW(Ehdr) *own = &__ehdr_start;
	ElfW(Ehdr) header;

	if (pread(fd, &header, sizeof header, 0) != (ssize_t)sizeof header ||
	    memcmp(header.e_ident, ELFMAG, SELFMAG) != 0)
		return _("it is no shared object");
	if (own && (memcmp(header.e_ident, own->e_ident, EI_VERSION) != 0 || header.e_machine != own->e_machine))
		return _("it was built for another machine");
	if (header.e_type != ET_DYN || header.e_phentsize != sizeof(ElfW(Phdr)))
		return _("it is no shared object");
	return is_whole(fd, &header, size) ? NULL : _("the file is cut off: its end is missing");
}

const char *elf_fault(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	const char *fault = NULL;
	struct stat st;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0)
		fault = fault_of(fd, (uint64_t)st.st_size);
	close(fd);
	return fault;
}
