#define _GNU_SOURCE
#include "CProcess.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>

/// A descriptor of ours as the child's; /dev/null where there is none.
static int place(posix_spawn_file_actions_t *actions, int descriptor, int target, int mode) {
  if (descriptor >= 0) return posix_spawn_file_actions_adddup2(actions, descriptor, target);
  return posix_spawn_file_actions_addopen(actions, target, "/dev/null", mode, 0);
}

static int prepare(
    posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, const char *folder,
    int input, int output) {
  int failed = place(actions, input, 0, O_RDONLY);
  if (!failed) failed = place(actions, output, 1, O_WRONLY);
  // What a program prints when it fails may quote a document or its path.
  if (!failed) failed = place(actions, -1, 2, O_WRONLY);
  if (!failed) failed = posix_spawn_file_actions_addclosefrom_np(actions, 3);
  if (!failed && folder) failed = posix_spawn_file_actions_addchdir_np(actions, folder);
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  if (!failed) failed = posix_spawnattr_setsigdefault(attributes, &all);
  if (!failed) failed = posix_spawnattr_setsigmask(attributes, &none);
  if (!failed) {
    failed = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  return failed;
}

int expunge_program_start(
    const char *program, char *const arguments[], char *const environment[], const char *folder,
    int input, int output, pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int failed = posix_spawn_file_actions_init(&actions);
  if (failed) return failed;
  failed = posix_spawnattr_init(&attributes);
  if (!failed) {
    failed = prepare(&actions, &attributes, folder, input, output);
    // A path with a slash is taken as it is.
    if (!failed) {
      failed = posix_spawnp(process, program, &actions, &attributes, arguments, environment);
    }
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return failed;
}
