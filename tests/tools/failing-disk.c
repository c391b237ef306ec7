/* failing-disk.c: a disk that fails when files are written, synced or closed, or gives no second names and does not
 * replace reports, for LD_PRELOAD: FAILING_DISK names the call.  Files that are only read are spared. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static bool fails(const char *call, int fd)
{
	const char *failing = getenv("FAILING_DISK");
	int flags = fcntl(fd, F_GETFL);
	struct stat st;

	return failing && strcmp(failing, call) == 0 && flags >= 0 && (flags & O_ACCMODE) == O_RDWR &&
	       fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

/* The library's own, whose name this file takes. */
static void *own(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
	ssize_t (*next)(int, const void *, size_t);

	*(void **)&next = own("write");
	if (!fails("write", fd))
		return next(fd, bytes, size);
	errno = EIO;
	return -1;
}

int fsync(int fd)
{
	int (*next)(int);

	*(void **)&next = own("fsync");
	if (!fails("fsync", fd))
		return next(fd);
	errno = EDQUOT;
	return -1;
}

int close(int fd)
{
	bool failing = fails("close", fd);
	int (*next)(int);

	*(void **)&next = own("close");
	next(fd);
	errno = EDQUOT;
	return failing ? -1 : 0;
}

static bool has_no_links(void)
{
	const char *failing = getenv("FAILING_DISK");

	return failing && strcmp(failing, "link") == 0;
}

int link(const char *from, const char *to)
{
	int (*next)(const char *, const char *);

	*(void **)&next = own("link");
	if (!has_no_links())
		return next(from, to);
	errno = access(from, F_OK) == 0 ? EPERM : ENOENT;
	return -1;
}

int rename(const char *from, const char *to)
{
	const char *dot = strrchr(to, '.');
	int (*next)(const char *, const char *);

	*(void **)&next = own("rename");
	if (!has_no_links() || !dot || strcmp(dot, ".odt") != 0)
		return next(from, to);
	errno = EIO;
	return -1;
}
