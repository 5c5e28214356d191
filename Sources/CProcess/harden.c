#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/// Fills 0, 1 and 2 where they are closed: the next file opened would take the free number, and what
/// is meant for a person would be written into it.
static int occupy_standard_descriptors(void) {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
    if (fcntl(descriptor, F_GETFD) != -1) continue;
    if (errno != EBADF) return -1;
    // The lowest free number is this one, because those below it are taken.
    if (open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY) != descriptor) return -1;
  }
  return 0;
}

int expunge_process_harden(void) {
  if (occupy_standard_descriptors() != 0) return -1;
  static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV, SIGQUIT, SIGSYS};
  for (size_t index = 0; index < sizeof fatal / sizeof fatal[0]; index++) {
    if (signal(fatal[index], SIG_DFL) == SIG_ERR) return -1;
  }
  const struct rlimit none = {0, 0};
  if (setrlimit(RLIMIT_CORE, &none) != 0) return -1;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}
