#include "CKernels.h"

#include <string.h>

static void unpack_portable(const uint8_t *characters, size_t groups, uint8_t *bytes) {
  for (size_t group = 0; group < groups; group++) {
    uint64_t six;
    memcpy(&six, characters + 8 * group, sizeof six);
    six -= 0x3030303030303030u;
    // Pairs, pairs of pairs, and the two halves.
    uint64_t twelve = (six & 0x003F003F003F003Fu) | ((six >> 2) & 0x0FC00FC00FC00FC0u);
    uint64_t half = (twelve & 0x00000FFF00000FFFu) | ((twelve >> 4) & 0x00FFF00000FFF000u);
    uint64_t value = (half & 0xFFFFFFu) | ((half >> 8) & 0xFFFFFF000000u);
    // Two bytes too many, which the next group replaces.
    memcpy(bytes + 6 * group, &value, sizeof value);
  }
}

#if defined(__x86_64__)

#include <immintrin.h>

/// Four groups at a time; returns how many were done.
__attribute__((target("avx2"))) static size_t unpack_avx2(const uint8_t *characters, size_t groups,
                                                          uint8_t *bytes) {
  const __m256i zero = _mm256_set1_epi8('0');
  const __m256i pairs = _mm256_set1_epi16(1 | 64 << 8);
  const __m256i quads = _mm256_set1_epi32(1 | 4096 << 16);
  const __m256i pack = _mm256_setr_epi8(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1, 0, 1,
                                        2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1);
  const __m256i join = _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 7, 7);
  size_t group = 0;
  // Eight bytes too many are written, which the next groups replace: never by the last ones.
  while (group + 8 <= groups) {
    __m256i six = _mm256_sub_epi8(
        _mm256_loadu_si256((const __m256i *)(const void *)(characters + 8 * group)), zero);
    __m256i twelve = _mm256_maddubs_epi16(six, pairs);
    __m256i half = _mm256_madd_epi16(twelve, quads);
    __m256i joined = _mm256_permutevar8x32_epi32(_mm256_shuffle_epi8(half, pack), join);
    _mm256_storeu_si256((__m256i *)(void *)(bytes + 6 * group), joined);
    group += 4;
  }
  return group;
}

#endif

void expunge_unpack(const uint8_t *characters, size_t groups, expunge_kernel kernel, uint8_t *bytes) {
  size_t done = 0;
#if defined(__x86_64__)
  if (kernel != EXPUNGE_KERNEL_PORTABLE && expunge_kernel_is_available(EXPUNGE_KERNEL_AVX2)) {
    done = unpack_avx2(characters, groups, bytes);
  }
#else
  (void)kernel;
#endif
  unpack_portable(characters + 8 * done, groups - done, bytes + 6 * done);
}
