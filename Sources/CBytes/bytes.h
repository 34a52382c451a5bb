// Three loops over bytes for which Swift has no instructions: SHA-256, the ends of cells, and sound UTF-8.
// Every one has its equal in Swift, which is used on processors without these instructions and in the tests.
// At the end, what the system's allocator can be told.
#ifndef CCHC_BYTES_H
#define CCHC_BYTES_H

#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

/// Whether the processor has SSSE3 and SSE4.1, and with them its own SHA-256.
static inline int cchc_has_sha(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & (1u << 29))) return 0;
  return __get_cpuid(1, &a, &b, &c, &d) && (c & (1u << 19)) && (c & (1u << 9));
}

/// Whether the processor has SSSE3, which the check of UTF-8 needs.
static inline int cchc_has_shuffle(void) {
  unsigned a, b, c, d;
  return __get_cpuid(1, &a, &b, &c, &d) && (c & (1u << 9));
}

/// Works blocks of 64 bytes into the 8 words of a SHA-256 state; `k` are its 64 constants.
__attribute__((target("sha,sse4.1,ssse3"))) static inline void cchc_sha256(
    uint32_t *state, const uint8_t *bytes, size_t blocks, const uint32_t *k) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  __m128i t = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i s1 = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i s0 = _mm_alignr_epi8(t, s1, 8);
  s1 = _mm_blend_epi16(s1, t, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    __m128i m[4], before0 = s0, before1 = s1;
    for (int i = 0; i < 4; i++)
      m[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), big_endian);
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      __m128i w = _mm_add_epi32(m[i & 3], _mm_loadu_si128((const __m128i *)(k + 4 * i)));
      s1 = _mm_sha256rnds2_epu32(s1, s0, w);
      s0 = _mm_sha256rnds2_epu32(s0, s1, _mm_shuffle_epi32(w, 0x0E));
      if (i < 12) {
        __m128i x = _mm_sha256msg1_epu32(m[i & 3], m[(i + 1) & 3]);
        x = _mm_add_epi32(x, _mm_alignr_epi8(m[(i + 3) & 3], m[(i + 2) & 3], 4));
        m[i & 3] = _mm_sha256msg2_epu32(x, m[(i + 3) & 3]);
      }
    }
    s0 = _mm_add_epi32(s0, before0);
    s1 = _mm_add_epi32(s1, before1);
  }
  t = _mm_shuffle_epi32(s0, 0x1B);
  s1 = _mm_shuffle_epi32(s1, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(t, s1, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(s1, t, 8));
}

/// A bit for each of 64 bytes that is the delimiter, a quote, LF or CR.
static inline uint64_t cchc_cell_ends(const uint8_t *bytes, uint8_t delimiter) {
  const __m128i d = _mm_set1_epi8((char)delimiter), quote = _mm_set1_epi8('"');
  const __m128i lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
  uint64_t ends = 0;
  for (int i = 0; i < 4; i++) {
    __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    __m128i m = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(v, d), _mm_cmpeq_epi8(v, lf)),
        _mm_or_si128(_mm_cmpeq_epi8(v, cr), _mm_cmpeq_epi8(v, quote)));
    ends |= (uint64_t)(uint16_t)_mm_movemask_epi8(m) << (16 * i);
  }
  return ends;
}

/// Whether blocks of 16 bytes are UTF-8 without NUL, but for a letter that goes on behind them.
///
/// Source: Keiser and Lemire, Validating UTF-8 In Less Than One Instruction Per Byte, 2020.
__attribute__((target("ssse3"))) static inline int cchc_is_text(const uint8_t *bytes, size_t blocks) {
  enum { SHORT = 1, LONG = 2, OVER3 = 4, LARGE = 8, HALF = 16, OVER2 = 32, LARGE4 = 64, OVER4 = 64, TWO = -128 };
  enum { CARRY = SHORT | LONG | TWO };
  const __m128i first_high = _mm_setr_epi8(
      LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, TWO, TWO, TWO, TWO, SHORT | OVER2, SHORT,
      SHORT | OVER3 | HALF, SHORT | LARGE | LARGE4 | OVER4);
  const __m128i first_low = _mm_setr_epi8(
      CARRY | OVER3 | OVER2 | OVER4, CARRY | OVER2, CARRY, CARRY, CARRY | LARGE, CARRY | LARGE | LARGE4,
      CARRY | LARGE | LARGE4, CARRY | LARGE | LARGE4, CARRY | LARGE | LARGE4, CARRY | LARGE | LARGE4,
      CARRY | LARGE | LARGE4, CARRY | LARGE | LARGE4, CARRY | LARGE | LARGE4, CARRY | LARGE | LARGE4 | HALF,
      CARRY | LARGE | LARGE4, CARRY | LARGE | LARGE4);
  const __m128i second_high = _mm_setr_epi8(
      SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, LONG | OVER2 | TWO | OVER3 | LARGE4 | OVER4,
      LONG | OVER2 | TWO | OVER3 | LARGE, LONG | OVER2 | TWO | HALF | LARGE, LONG | OVER2 | TWO | HALF | LARGE,
      SHORT, SHORT, SHORT, SHORT);
  const __m128i nibble = _mm_set1_epi8(0x0F), top = _mm_set1_epi8(-128), zero = _mm_setzero_si128();
  __m128i before = zero, wrong = zero;
  for (; blocks > 0; blocks--, bytes += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)bytes);
    wrong = _mm_or_si128(wrong, _mm_cmpeq_epi8(v, zero));
    __m128i back1 = _mm_alignr_epi8(v, before, 15);
    __m128i special = _mm_and_si128(
        _mm_and_si128(
            _mm_shuffle_epi8(first_high, _mm_and_si128(_mm_srli_epi16(back1, 4), nibble)),
            _mm_shuffle_epi8(first_low, _mm_and_si128(back1, nibble))),
        _mm_shuffle_epi8(second_high, _mm_and_si128(_mm_srli_epi16(v, 4), nibble)));
    __m128i third = _mm_subs_epu8(_mm_alignr_epi8(v, before, 14), _mm_set1_epi8(0xE0 - 0x80));
    __m128i fourth = _mm_subs_epu8(_mm_alignr_epi8(v, before, 13), _mm_set1_epi8(0xF0 - 0x80));
    __m128i goes_on = _mm_and_si128(_mm_or_si128(third, fourth), top);
    wrong = _mm_or_si128(wrong, _mm_xor_si128(goes_on, special));
    before = v;
  }
  return _mm_movemask_epi8(_mm_cmpeq_epi8(wrong, zero)) == 0xFFFF;
}

#else

static inline int cchc_has_sha(void) { return 0; }
static inline int cchc_has_shuffle(void) { return 0; }
static inline void cchc_sha256(uint32_t *state, const uint8_t *bytes, size_t blocks, const uint32_t *k) {}
static inline int cchc_is_text(const uint8_t *bytes, size_t blocks) { return 0; }

static inline uint64_t cchc_cell_ends(const uint8_t *bytes, uint8_t delimiter) {
  uint64_t ends = 0;
  for (int i = 0; i < 64; i++) {
    uint8_t b = bytes[i];
    ends |= (uint64_t)(b == delimiter || b == '"' || b == '\n' || b == '\r') << i;
  }
  return ends;
}

#endif

/// Asks for memory and gives it back; a compiler that sees both would leave them out.
static inline void cchc_touch_heap(size_t size) {
  void *memory = malloc(size);
  __asm__ volatile("" : : "r"(memory) : "memory");
  free(memory);
}

#endif
