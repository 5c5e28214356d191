#include "CProcess.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

// A fixed table, because a signal handler may neither allocate nor lock.

enum { SLOTS = 64 };
enum state { FREE, FILLING, LIVE };

static struct {
  _Atomic int state;
  char path[PATH_MAX];
} temporaries[SLOTS];

int expunge_temporary_add(const char *path) {
  size_t length = strlen(path);
  if (length >= PATH_MAX) {
    errno = ENAMETOOLONG;
    return -1;
  }
  for (int slot = 0; slot < SLOTS; slot++) {
    int expected = FREE;
    if (atomic_compare_exchange_strong(&temporaries[slot].state, &expected, FILLING)) {
      memcpy(temporaries[slot].path, path, length + 1);
      atomic_store(&temporaries[slot].state, LIVE);
      return slot;
    }
  }
  errno = EMFILE;
  return -1;
}

void expunge_temporary_remove(int slot) {
  if (slot >= 0 && slot < SLOTS) atomic_store(&temporaries[slot].state, FREE);
}

static void clean_and_end(int signal_number) {
  for (int slot = 0; slot < SLOTS; slot++) {
    if (atomic_load(&temporaries[slot].state) == LIVE) unlink(temporaries[slot].path);
  }
  expunge_provisional_remove();
  _exit(128 + signal_number);
}

int expunge_signals_install(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = clean_and_end;
  // A shell ignores SIGINT for its background jobs, and nohup SIGHUP: keep that. SIGTERM always ends.
  static const struct {
    int number;
    int may_stay_ignored;
  } ending[] = {{SIGINT, 1}, {SIGHUP, 1}, {SIGTERM, 0}};
  sigset_t handled;
  sigemptyset(&handled);
  for (size_t index = 0; index < sizeof ending / sizeof ending[0]; index++) {
    struct sigaction before;
    if (sigaction(ending[index].number, NULL, &before) != 0) return -1;
    if (before.sa_handler == SIG_IGN && ending[index].may_stay_ignored) continue;
    if (sigaction(ending[index].number, &action, NULL) != 0) return -1;
    sigaddset(&handled, ending[index].number);
  }
  // Whoever started us may have blocked them, and the mask outlives exec.
  if (sigprocmask(SIG_UNBLOCK, &handled, NULL) != 0) return -1;
  // What has become impossible to write is an error of write().
  action.sa_handler = SIG_IGN;
  if (sigaction(SIGXFSZ, &action, NULL) != 0) return -1;
  return sigaction(SIGPIPE, &action, NULL);
}
