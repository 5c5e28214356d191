#ifndef EXPUNGE_PROCESS_H
#define EXPUNGE_PROCESS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// First act of the process: descriptors 0 to 2 taken, fatal signals to their default (Swift's crash
/// report prints memory), no core dump, not dumpable, no new privileges. Returns 0, or -1 with errno.
int expunge_process_harden(void);

// Temporary files that a signal must not leave behind.

/// From now on SIGINT, SIGHUP and SIGTERM remove the live temporaries and what is provisional, and end
/// the process with 130, 129 and 143; a closed pipe and a file grown over its allowed size are errors of write().
/// Returns 0, or -1 with errno.
int expunge_signals_install(void);

/// Enters a temporary's path; returns its slot, or -1 when the path is too long or the table full.
int expunge_temporary_add(const char *path);

/// Forgets a temporary that was renamed or removed.
void expunge_temporary_remove(int slot);

// What a run has made under its own name and keeps only when it finishes.

struct provisional;

/// Comes before something is made: signals wait until `settle`. NULL when there is no memory.
struct provisional *expunge_provisional_hold(const char *path, int is_folder);

/// Comes after: enters it, or forgets what could not be made.
void expunge_provisional_settle(struct provisional *entry, int is_made);

/// Keeps everything that was entered.
void expunge_provisional_keep(void);

/// Removes everything that was entered, the newest first; returns how much could not be removed.
/// Async-signal-safe.
int expunge_provisional_remove(void);

/// Renames within or between folders unless the new name exists already (then -1 and EEXIST).
int expunge_rename_new(int from_folder, const char *from, int to_folder, const char *to);

// Programs that are started: only descriptors 0 to 2 are open there, and the last leads nowhere.

/// Starts `program`, looked for in PATH unless it has a slash, in `folder` (NULL for here); a descriptor
/// of -1 is /dev/null. Returns 0 or an errno.
int expunge_program_start(
    const char *program, char *const arguments[], char *const environment[], const char *folder,
    int input, int output, pid_t *process);

// The reader: started with one socket as its standard input, nothing else open, no environment.

/// Starts `path` with `socket` as descriptor 0, and /dev/null as 1 and 2. Returns 0 or an errno.
int expunge_reader_start(
    const char *path, char *const arguments[], int socket, pid_t *process);

/// Processor time that a process has used, in nanoseconds; -1 when that cannot be told.
int64_t expunge_process_time(pid_t process);

/// A sealed, nameless file in memory that holds a copy of the bytes; -1 with errno.
int expunge_sealed_file(const void *bytes, size_t count);

/// Sends one message with a descriptor beside it. Returns 0, or -1 with errno.
int expunge_send_descriptor(int socket, const void *bytes, size_t count, int descriptor);

/// Receives exactly `count` bytes and the one descriptor beside them.
/// Returns 1, 0 at the end of the stream, or -1 with errno.
int expunge_receive_descriptor(int socket, void *bytes, size_t count, int *descriptor);

enum {
  EXPUNGE_CONFINED_LIMITS = 1,
  EXPUNGE_CONFINED_SYSTEM_CALLS = 2,
};

/// Confines the calling process for good: processor seconds, memory, no files, no processes, and,
/// where the kernel has it, a filter that refuses every system call that parsing does not need.
/// Returns what is in force (EXPUNGE_CONFINED_…), or -1 with errno.
int expunge_confine_reader(uint64_t processor_seconds, uint64_t memory_bytes);

#endif
