// Runs a program once and writes to descriptor 3 what it took: wall and CPU in microseconds, peak memory in KiB, status.
//
//   timer PROGRAM [ARGUMENT…]
//
// A process of its own, and a small one: Linux counts the memory of the process that starts a program to the program.

#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int count, char **words) {
  if (count < 2) return 2;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addclose(&actions, 3);
  pid_t process;
  long long start = now();
  int code = posix_spawnp(&process, words[1], &actions, NULL, words + 1, environ);
  if (code != 0) {
    fprintf(stderr, "%s: %s\n", words[1], strerror(code));
    return 1;
  }
  int status;
  struct rusage usage;
  if (wait4(process, &status, 0, &usage) < 0) return 1;
  long long wall = (now() - start) / 1000;
  dprintf(3, "%lld %lld %ld %d\n", wall, microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss,
          status);
  return 0;
}
