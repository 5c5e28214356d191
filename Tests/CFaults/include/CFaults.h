#ifndef EXPUNGE_FAULTS_H
#define EXPUNGE_FAULTS_H

/// Whether the calling process could be dumped or traced by its owner: 1, 0, or -1 with errno.
int faults_is_dumpable(void);

/// Whether a program that the calling process starts may gain privileges: 1, 0, or -1 with errno.
int faults_may_gain_privileges(void);

#endif
