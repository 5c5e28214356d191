#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static int limit(int resource, uint64_t value) {
  const struct rlimit both = {value, value};
  return setrlimit(resource, &both);
}

#ifdef OUR_ARCHITECTURE

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define LOAD_ARGUMENT(number) \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[number]))
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, (action))
#define REFUSE ANSWER(SECCOMP_RET_ERRNO | EPERM)
/// Runs the next statement if the accumulator equals the value, else skips it.
#define IF_EQUAL(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, 1)
#define ALLOW(name) IF_EQUAL(__NR_##name), ANSWER(SECCOMP_RET_ALLOW)
/// Memory may be had, but none that can be executed.
#define ALLOW_UNLESS_EXECUTABLE(name)                                      \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 4), LOAD_ARGUMENT(2), \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1), REFUSE,        \
      ANSWER(SECCOMP_RET_ALLOW)

static int filter_system_calls(void) {
  struct sock_filter statements[] = {
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCHITECTURE, 1, 0),
      ANSWER(SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
      ALLOW(read),
      ALLOW(write),
      ALLOW(recvmsg),
      ALLOW(sendmsg),
      ALLOW(close),
      ALLOW(lseek),
      ALLOW(brk),
      ALLOW(munmap),
      ALLOW(mremap),
      ALLOW(madvise),
      ALLOW(futex),
      ALLOW(rt_sigreturn),
      ALLOW(rt_sigprocmask),
      ALLOW(getrandom),
      ALLOW(clock_gettime),
      ALLOW(sched_yield),
      ALLOW(gettid),
      ALLOW(getpid),
      ALLOW(restart_syscall),
      ALLOW(exit),
      ALLOW(exit_group),
      ALLOW_UNLESS_EXECUTABLE(mmap),
      ALLOW_UNLESS_EXECUTABLE(mprotect),
      // abort() signals its own process and no other.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_tgkill, 0, 3),
      LOAD_ARGUMENT(0),
      IF_EQUAL((uint32_t)getpid()),
      ANSWER(SECCOMP_RET_ALLOW),
      REFUSE,
  };
  const struct sock_fprog program = {
      .len = sizeof statements / sizeof statements[0],
      .filter = statements,
  };
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

#else

static int filter_system_calls(void) {
  errno = ENOSYS;
  return -1;
}

#endif

int expunge_confine_reader(uint64_t processor_seconds, uint64_t memory_bytes) {
  if (limit(RLIMIT_CPU, processor_seconds) != 0) return -1;
  if (limit(RLIMIT_AS, memory_bytes) != 0) return -1;
  if (limit(RLIMIT_FSIZE, 0) != 0) return -1;
  if (limit(RLIMIT_NOFILE, 8) != 0) return -1;
  if (limit(RLIMIT_NPROC, 0) != 0) return -1;
  if (limit(RLIMIT_CORE, 0) != 0) return -1;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  int in_force = EXPUNGE_CONFINED_LIMITS;
  if (filter_system_calls() == 0) in_force |= EXPUNGE_CONFINED_SYSTEM_CALLS;
  return in_force;
}
