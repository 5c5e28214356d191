#include "CKernels.h"

#include <string.h>

static int is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// Length of the valid sequence at the start of `bytes`, or 0.
static size_t sequence_length(const uint8_t *bytes, size_t count) {
  uint8_t lead = bytes[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || count < 2) return 0;
  uint8_t second = bytes[1];
  if (lead < 0xE0) return is_continuation(second) ? 2 : 0;
  if (count < 3 || !is_continuation(bytes[2])) return 0;
  if (lead < 0xF0) {
    uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;
    uint8_t high = lead == 0xED ? 0x9F : 0xBF;
    return second >= low && second <= high ? 3 : 0;
  }
  if (lead > 0xF4 || count < 4 || !is_continuation(bytes[3])) return 0;
  uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;
  return second >= low && second <= high ? 4 : 0;
}

size_t expunge_utf8_valid_prefix(const uint8_t *bytes, size_t count) {
  size_t offset = 0;
  while (offset < count) {
    // Plain ASCII, 32 bytes at a time.
    while (offset + 32 <= count) {
      uint64_t words[4];
      memcpy(words, bytes + offset, sizeof words);
      if ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) break;
      offset += 32;
    }
    if (offset == count) break;
    size_t length = sequence_length(bytes + offset, count - offset);
    if (length == 0) return offset;
    offset += length;
    // Up to the next 32 bytes that may be skipped, or through a stretch of other scripts.
    while (offset < count && bytes[offset] >= 0x80) {
      length = sequence_length(bytes + offset, count - offset);
      if (length == 0) return offset;
      offset += length;
    }
  }
  return offset;
}
