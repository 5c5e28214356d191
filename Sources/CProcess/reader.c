#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int expunge_reader_start(
    const char *path, char *const arguments[], int socket, pid_t *process) {
  char *const environment[] = {NULL};
  return expunge_program_start(path, arguments, environment, NULL, socket, -1, process);
}

int64_t expunge_process_time(pid_t process) {
  clockid_t clock;
  struct timespec time;
  if (clock_getcpuclockid(process, &clock) != 0) return -1;
  if (clock_gettime(clock, &time) != 0) return -1;
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int expunge_sealed_file(const void *bytes, size_t count) {
  int descriptor = memfd_create("expunge", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -1;
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      int reason = written == 0 ? EIO : errno;
      close(descriptor);
      errno = reason;
      return -1;
    }
    rest += written;
    count -= (size_t)written;
  }
  if (fcntl(descriptor, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
    int reason = errno;
    close(descriptor);
    errno = reason;
    return -1;
  }
  return descriptor;
}

union control {
  struct cmsghdr header;
  char space[CMSG_SPACE(sizeof(int))];
};

int expunge_send_descriptor(int socket, const void *bytes, size_t count, int descriptor) {
  struct iovec vector = {(void *)bytes, count};
  union control control;
  memset(&control, 0, sizeof control);
  struct msghdr message = {
      .msg_iov = &vector,
      .msg_iovlen = 1,
      .msg_control = control.space,
      .msg_controllen = sizeof control.space,
  };
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  ssize_t sent;
  do {
    sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  if (sent < 0) return -1;
  if ((size_t)sent != count) {
    errno = EIO;
    return -1;
  }
  return 0;
}

int expunge_receive_descriptor(int socket, void *bytes, size_t count, int *descriptor) {
  struct iovec vector = {bytes, count};
  union control control;
  struct msghdr message = {
      .msg_iov = &vector,
      .msg_iovlen = 1,
      .msg_control = control.space,
      .msg_controllen = sizeof control.space,
  };
  ssize_t received;
  do {
    received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  } while (received < 0 && errno == EINTR);
  if (received <= 0) return (int)received;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if ((size_t)received != count || !header || header->cmsg_level != SOL_SOCKET ||
      header->cmsg_type != SCM_RIGHTS || header->cmsg_len != CMSG_LEN(sizeof(int))) {
    errno = EPROTO;
    return -1;
  }
  memcpy(descriptor, CMSG_DATA(header), sizeof *descriptor);
  return 1;
}
