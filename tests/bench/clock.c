/* clock.c: runs a command and prints on standard error what it and its children took: microseconds of processor time,
 * and kibibytes of memory of the largest of them. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **arguments)
{
	struct rusage used;
	int ended;
	pid_t child;

	if (count < 2)
		return 2;
	child = fork();
	if (child == 0) {
		execvp(arguments[1], arguments + 1);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &ended, 0) < 0 || getrusage(RUSAGE_CHILDREN, &used) != 0)
		return 3;
	fprintf(stderr, "%lld %ld\n",
		(long long)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000 + used.ru_utime.tv_usec +
			used.ru_stime.tv_usec,
		used.ru_maxrss);
	return WIFEXITED(ended) ? WEXITSTATUS(ended) : 3;
}
