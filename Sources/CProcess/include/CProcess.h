#ifndef EXPUNGE_PROCESS_H
#define EXPUNGE_PROCESS_H

/// First act of the process: fatal signals to their default (Swift's crash report prints memory),
/// no core dump, not dumpable, no new privileges. Returns 0, or -1 with errno.
int expunge_process_harden(void);

#endif
