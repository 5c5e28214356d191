#ifndef EXPUNGE_KERNELS_H
#define EXPUNGE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// A set of bytes, laid out for a table look-up by halves of a byte.
///
/// Bit h of `low[n]` says whether byte h * 16 + n is a member; `high` is the same for bytes from
/// 128 on, less 128.
typedef struct {
  uint8_t low[16];
  uint8_t high[16];
} expunge_byte_set;

/// What makes a byte a candidate.
typedef struct {
  /// Candidates where a run of ASCII letters and digits begins.
  expunge_byte_set at_word_start;
  /// Candidates where a run of digits begins.
  expunge_byte_set at_digit_start;
  /// Candidates everywhere.
  expunge_byte_set anywhere;
  /// Bytes reported in `breaks`.
  expunge_byte_set breaks;
} expunge_byte_classes;

typedef enum {
  EXPUNGE_KERNEL_AUTOMATIC = 0,
  EXPUNGE_KERNEL_PORTABLE = 1,
  EXPUNGE_KERNEL_AVX2 = 2,
} expunge_kernel;

/// Whether this processor can run a kernel.
int expunge_kernel_is_available(expunge_kernel kernel);

/// Classifies `count` bytes: bit i of word w speaks of byte 64 * w + i; bits past the end are zero.
///
/// `previous` is the byte before the first, or 0 at the start of a text. Each output has
/// (count + 63) / 64 words. A kernel that the processor lacks is replaced by the portable one.
void expunge_classify(const uint8_t *bytes, size_t count, uint8_t previous,
                      const expunge_byte_classes *classes, expunge_kernel kernel,
                      uint64_t *candidates, uint64_t *word_starts, uint64_t *breaks);

/// How many leading bytes are valid UTF-8 (Unicode 15, table 3-7): `count` when all are.
size_t expunge_utf8_valid_prefix(const uint8_t *bytes, size_t count);

/// Unpacks groups of eight characters, six bits each from '0' on and the lowest first, into six bytes
/// each. `bytes` has room for 6 * groups and two more, which may be written.
void expunge_unpack(const uint8_t *characters, size_t groups, expunge_kernel kernel, uint8_t *bytes);

#endif
