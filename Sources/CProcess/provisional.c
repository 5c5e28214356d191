#include "CProcess.h"

#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Grows without bound, because a run may make any number of copies; a signal handler may walk it at
// any moment, so nothing that was entered is ever freed while it can be reached.

struct provisional {
  struct provisional *older;
  int is_folder;
  char path[];
};

static _Atomic(struct provisional *) newest;
/// Threads between making something and entering it.
static _Atomic int making;
static _Thread_local sigset_t signals_before;

struct provisional *expunge_provisional_hold(const char *path, int is_folder) {
  size_t size = strlen(path) + 1;
  struct provisional *entry = malloc(sizeof *entry + size);
  if (entry == NULL) return NULL;
  entry->is_folder = is_folder;
  memcpy(entry->path, path, size);
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &signals_before);
  atomic_fetch_add(&making, 1);
  return entry;
}

void expunge_provisional_settle(struct provisional *entry, int is_made) {
  if (is_made) {
    entry->older = atomic_load(&newest);
    while (!atomic_compare_exchange_weak(&newest, &entry->older, entry)) {
    }
  } else {
    free(entry);
  }
  atomic_fetch_sub(&making, 1);
  pthread_sigmask(SIG_SETMASK, &signals_before, NULL);
}

void expunge_provisional_keep(void) { atomic_store(&newest, NULL); }

int expunge_provisional_remove(void) {
  // Whoever is making something has its signals blocked, so it is another thread; a disk that hangs
  // must not keep the process from ending.
  for (int wait = 0; wait < 2000 && atomic_load(&making) > 0; wait++) poll(NULL, 0, 1);
  int left = 0;
  for (struct provisional *entry = atomic_exchange(&newest, NULL); entry; entry = entry->older) {
    int failed = entry->is_folder ? rmdir(entry->path) : unlink(entry->path);
    if (failed) left++;
  }
  return left;
}
