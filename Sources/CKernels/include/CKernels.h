#ifndef EXPUNGE_KERNELS_H
#define EXPUNGE_KERNELS_H
#include <stddef.h>
#include <stdint.h>
int expunge_kernels_placeholder(void);
#endif
