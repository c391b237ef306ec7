/* outputs.c: files that appear whole, all together, or not at all.
 *
 * The bytes go to a file without name (O_TMPFILE) in the target's folder, so that a killed build leaves nothing behind;
 * where the file system has no such thing, to a hidden name.  Only when every file of a document is whole do they take
 * their names, by rename; the files that stood there keep a second name until the last rename has succeeded. */
#include "config.h"

#include "core/command/outputs.h"

#include "core/command/command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100 };

/* Says why; answers false. */
static bool fail(const char *path)
{
	int reason = errno;
	const char *slash = strrchr(path, '/');

	speak_error(_("'%s' cannot be written: %s"), path, strerror(reason));
	if (reason == ENOENT && slash) {
		char *folder = need(strndup(path, (size_t)(slash - path) + 1)), *word = shell_word(folder);

		speak_hint(_("a folder is made when -o names it: -o %s"), word);
		free(word);
		free(folder);
	}
	return false;
}

/* A hidden name beside `path` that nobody can foresee. */
static char *hidden_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
	size_t size = strlen(path) + 32;
	char *name = need(malloc(size));
	uint64_t number = 0;

	if (getrandom(&number, sizeof number, GRND_NONBLOCK) < 0)
		number = (uint64_t)getpid() << 32 ^ (uintptr_t)name;
	/* A long file name leaves no room for ours: only its beginning is kept. */
	snprintf(name, size, "%.*s.%.100s.%016llx", (int)folder, path, path + folder, (unsigned long long)number);
	return name;
}

static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return need(strdup("."));
	return need(strndup(path, slash == path ? 1 : (size_t)(slash - path)));
}

/* Opens a nameless file in the folder, or -1. */
static int open_nameless(const char *folder)
{
#ifdef O_TMPFILE
	/* Its name is given through /proc later. */
	if (access("/proc/self/fd", X_OK) == 0)
		return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
#endif
	(void)folder;
	errno = ENOTSUP;
	return -1;
}

static int open_hidden(output_file *file)
{
	for (int i = 0; i < TRIES; i++) {
		int fd;

		file->temporary = hidden_name(file->path);
		fd = open(file->temporary, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
		if (fd >= 0)
			return fd;
		free(file->temporary);
		file->temporary = NULL;
		if (errno != EEXIST)
			break;
	}
	fail(file->path);
	return -1;
}

/* Follows a link to the file that is meant; a target that is no file cannot be replaced. */
static bool resolve(output_file *file, const char *path)
{
	struct stat st;

	file->path = need(strdup(path));
	if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode)) {
		char *real = realpath(path, NULL);

		if (real) {
			free(file->path);
			file->path = real;
		}
	}
	if (stat(file->path, &st) != 0 || S_ISREG(st.st_mode))
		return true;
	speak_error(_("'%s' is no ordinary file: it cannot be replaced"), path);
	speak_hint(_("choose another name with -o"));
	return false;
}

bool output_open(output_file *file, const char *path)
{
	char *folder;

	*file = (output_file){ .fd = -1 };
	if (strcmp(path, "-") == 0) {
		FILE *spool = tmpfile();

		file->path = need(strdup(path));
		file->fd = spool ? fcntl(fileno(spool), F_DUPFD_CLOEXEC, 3) : -1;
		if (spool)
			fclose(spool);
		return file->fd >= 0 || fail(_("standard output"));
	}
	if (!resolve(file, path))
		return false;
	folder = folder_of(file->path);
	file->fd = open_nameless(folder);
	free(folder);
	if (file->fd < 0 && (errno == ENOENT || errno == EACCES || errno == EROFS || errno == ENOTDIR)) {
		fail(file->path);
		return false;
	}
	if (file->fd < 0)
		file->fd = open_hidden(file);
	return file->fd >= 0;
}

/* Gives a nameless file its hidden name. */
static bool name_hidden(output_file *file)
{
	char link[64];

	if (file->temporary)
		return true;
	snprintf(link, sizeof link, "/proc/self/fd/%d", file->fd);
	for (int i = 0; i < TRIES; i++) {
		file->temporary = hidden_name(file->path);
		if (linkat(AT_FDCWD, link, AT_FDCWD, file->temporary, AT_SYMLINK_FOLLOW) == 0)
			return true;
		free(file->temporary);
		file->temporary = NULL;
		if (errno != EEXIST)
			break;
	}
	return fail(file->path);
}

/* A second name for the file that stands at the target. */
static bool back_up(output_file *file)
{
	file->backup = hidden_name(file->path);
	if (link(file->path, file->backup) == 0)
		return true;
	free(file->backup);
	file->backup = NULL;
	file->is_new = errno == ENOENT;
	/* A file system without links can only promise each file by itself. */
	return file->is_new || errno == EPERM || errno == ENOTSUP || errno == EMLINK || fail(file->path);
}

/* Some disks tell only on closing that they are full. */
static bool finish(output_file *file)
{
	int fd = file->fd;

	file->fd = -1;
	return close(fd) == 0 || errno == EINTR || fail(file->path);
}

static bool place(output_file *file)
{
	if (rename(file->temporary, file->path) != 0)
		return fail(file->path);
	free(file->temporary);
	file->temporary = NULL;
	return true;
}

static void put_back(output_file *file)
{
	if (file->backup && rename(file->backup, file->path) == 0) {
		free(file->backup);
		file->backup = NULL;
	} else if (file->is_new) {
		unlink(file->path);
	}
}

static bool copy_to_stdout(const output_file *file)
{
	char block[65536];
	ssize_t size;

	if (lseek(file->fd, 0, SEEK_SET) != 0)
		return fail(_("standard output"));
	while ((size = read(file->fd, block, sizeof block)) > 0)
		if (fwrite(block, 1, (size_t)size, stdout) != (size_t)size)
			return fail(_("standard output"));
	if (size < 0 || fflush(stdout) != 0)
		return fail(_("standard output"));
	return true;
}

static void sync_folder(const char *path)
{
	char *folder = folder_of(path);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
}

bool outputs_commit(output_file *files, size_t count)
{
	size_t placed = 0;

	if (count == 1 && strcmp(files[0].path, "-") == 0)
		return copy_to_stdout(&files[0]);
	for (size_t i = 0; i < count; i++)
		if (!name_hidden(&files[i]) || !finish(&files[i]))
			return false;
	/* The last rename decides: what it replaces needs no way back. */
	for (size_t i = 0; i + 1 < count; i++)
		if (!back_up(&files[i]))
			return false;
	while (placed < count && place(&files[placed]))
		placed++;
	if (placed == count) {
		sync_folder(files[0].path);
		return true;
	}
	while (placed--)
		put_back(&files[placed]);
	return false;
}

void outputs_close(output_file *files, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (files[i].temporary)
			unlink(files[i].temporary);
		if (files[i].backup)
			unlink(files[i].backup);
		if (files[i].fd >= 0)
			close(files[i].fd);
		free(files[i].temporary);
		free(files[i].backup);
		free(files[i].path);
		files[i] = (output_file){ .fd = -1 };
	}
}
