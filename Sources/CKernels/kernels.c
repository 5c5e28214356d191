#include "CKernels.h"

#include <string.h>

typedef struct {
  uint64_t word;
  uint64_t digit;
  uint64_t at_word_start;
  uint64_t at_digit_start;
  uint64_t anywhere;
  uint64_t breaks;
} block_masks;

/// The bits that cross from one block of 64 bytes into the next.
typedef struct {
  uint64_t word;
  uint64_t digit;
} block_carry;

static int is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

static int is_alphanumeric(uint8_t byte) {
  return is_digit(byte) || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static int contains(const expunge_byte_set *set, uint8_t byte) {
  const uint8_t *half = byte < 128 ? set->low : set->high;
  return (half[byte & 15] >> ((byte >> 4) & 7)) & 1;
}

static inline void finish_block(const block_masks *masks, block_carry *carry, size_t index,
                                uint64_t *candidates, uint64_t *word_starts, uint64_t *breaks) {
  uint64_t words = masks->word & ~((masks->word << 1) | carry->word);
  uint64_t digits = masks->digit & ~((masks->digit << 1) | carry->digit);
  carry->word = masks->word >> 63;
  carry->digit = masks->digit >> 63;
  candidates[index] =
      (words & masks->at_word_start) | (digits & masks->at_digit_start) | masks->anywhere;
  word_starts[index] = words;
  breaks[index] = masks->breaks;
}

static block_masks portable_block(const uint8_t *bytes, const expunge_byte_classes *classes) {
  block_masks masks = {0};
  for (int i = 0; i < 64; i++) {
    uint8_t byte = bytes[i];
    uint64_t bit = (uint64_t)1 << i;
    if (is_alphanumeric(byte)) masks.word |= bit;
    if (is_digit(byte)) masks.digit |= bit;
    if (contains(&classes->at_word_start, byte)) masks.at_word_start |= bit;
    if (contains(&classes->at_digit_start, byte)) masks.at_digit_start |= bit;
    if (contains(&classes->anywhere, byte)) masks.anywhere |= bit;
    if (contains(&classes->breaks, byte)) masks.breaks |= bit;
  }
  return masks;
}

static void portable_blocks(const uint8_t *bytes, size_t blocks,
                            const expunge_byte_classes *classes, block_carry *carry,
                            uint64_t *candidates, uint64_t *word_starts, uint64_t *breaks) {
  for (size_t index = 0; index < blocks; index++) {
    block_masks masks = portable_block(bytes + 64 * index, classes);
    finish_block(&masks, carry, index, candidates, word_starts, breaks);
  }
}

#if defined(__x86_64__)
#include <immintrin.h>
#define HAS_AVX2 1

#define AVX2 __attribute__((target("avx2")))

typedef struct {
  __m256i low;
  __m256i high;
} avx2_set;

AVX2 static inline avx2_set avx2_load(const expunge_byte_set *set) {
  return (avx2_set){
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->low)),
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->high)),
  };
}

/// Members among 32 bytes. A shuffle gives zero where its index has the top bit, so that the low
/// table is silent about bytes from 128 on, and the high table about the others.
AVX2 static inline uint32_t avx2_members(avx2_set set, __m256i bytes, __m256i flipped,
                                         __m256i bits) {
  __m256i rows =
      _mm256_or_si256(_mm256_shuffle_epi8(set.low, bytes), _mm256_shuffle_epi8(set.high, flipped));
  __m256i hits = _mm256_and_si256(rows, bits);
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(hits, bits));
}

/// Bytes between two ASCII bounds, by signed comparison: bytes from 128 on are negative.
AVX2 static inline __m256i avx2_between(__m256i bytes, char low, char high) {
  return _mm256_and_si256(_mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(low - 1)),
                          _mm256_cmpgt_epi8(_mm256_set1_epi8(high + 1), bytes));
}

AVX2 static void avx2_blocks(const uint8_t *bytes, size_t blocks,
                             const expunge_byte_classes *classes, block_carry *carry,
                             uint64_t *candidates, uint64_t *word_starts, uint64_t *breaks) {
  const avx2_set at_word_start = avx2_load(&classes->at_word_start);
  const avx2_set at_digit_start = avx2_load(&classes->at_digit_start);
  const avx2_set anywhere = avx2_load(&classes->anywhere);
  const avx2_set break_set = avx2_load(&classes->breaks);
  const __m256i powers = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 1, 2, 4, 8, 16, 32, 64, (char)128));
  const __m256i top = _mm256_set1_epi8((char)0x80);
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  for (size_t index = 0; index < blocks; index++) {
    block_masks masks = {0};
    for (int half = 0; half < 2; half++) {
      int shift = 32 * half;
      __m256i chunk = _mm256_loadu_si256((const __m256i *)(bytes + 64 * index + shift));
      __m256i flipped = _mm256_xor_si256(chunk, top);
      __m256i upper = _mm256_and_si256(_mm256_srli_epi16(chunk, 4), nibble);
      __m256i bits = _mm256_shuffle_epi8(powers, upper);
      __m256i digits = avx2_between(chunk, '0', '9');
      __m256i letters =
          avx2_between(_mm256_or_si256(chunk, _mm256_set1_epi8(0x20)), 'a', 'z');
      __m256i words = _mm256_or_si256(digits, letters);
      masks.digit |= (uint64_t)(uint32_t)_mm256_movemask_epi8(digits) << shift;
      masks.word |= (uint64_t)(uint32_t)_mm256_movemask_epi8(words) << shift;
      masks.at_word_start |= (uint64_t)avx2_members(at_word_start, chunk, flipped, bits) << shift;
      masks.at_digit_start |= (uint64_t)avx2_members(at_digit_start, chunk, flipped, bits)
                              << shift;
      masks.anywhere |= (uint64_t)avx2_members(anywhere, chunk, flipped, bits) << shift;
      masks.breaks |= (uint64_t)avx2_members(break_set, chunk, flipped, bits) << shift;
    }
    finish_block(&masks, carry, index, candidates, word_starts, breaks);
  }
}
#else
#define HAS_AVX2 0
#endif

int expunge_kernel_is_available(expunge_kernel kernel) {
  if (kernel != EXPUNGE_KERNEL_AVX2) return 1;
#if HAS_AVX2
  return __builtin_cpu_supports("avx2") != 0;
#else
  return 0;
#endif
}

void expunge_classify(const uint8_t *bytes, size_t count, uint8_t previous,
                      const expunge_byte_classes *classes, expunge_kernel kernel,
                      uint64_t *candidates, uint64_t *word_starts, uint64_t *breaks) {
  block_carry carry = {is_alphanumeric(previous), is_digit(previous)};
  size_t blocks = count / 64;
  size_t rest = count % 64;
#if HAS_AVX2
  int wide = kernel != EXPUNGE_KERNEL_PORTABLE &&
             expunge_kernel_is_available(EXPUNGE_KERNEL_AVX2);
  if (wide) {
    avx2_blocks(bytes, blocks, classes, &carry, candidates, word_starts, breaks);
  } else {
    portable_blocks(bytes, blocks, classes, &carry, candidates, word_starts, breaks);
  }
#else
  (void)kernel;
  portable_blocks(bytes, blocks, classes, &carry, candidates, word_starts, breaks);
#endif
  if (rest == 0) return;
  uint8_t last[64] = {0};
  memcpy(last, bytes + 64 * blocks, rest);
  portable_blocks(last, 1, classes, &carry, candidates + blocks, word_starts + blocks,
                  breaks + blocks);
  uint64_t inside = ((uint64_t)1 << rest) - 1;
  candidates[blocks] &= inside;
  word_starts[blocks] &= inside;
  breaks[blocks] &= inside;
}
