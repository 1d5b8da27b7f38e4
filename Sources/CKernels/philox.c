#include "CKernels.h"
#include "wide.h"

// Philox4x32-10: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as
// easy as 1, 2, 3", SC 2011. Four blocks run side by side, each word in the low half of a lane.
typedef uint64_t words __attribute__((vector_size(32)));

#define BOTH(value) ((words){(value), (value), (value), (value)})
#define LOW 0xFFFFFFFFu

static inline INLINE void rounds(words c[4], uint32_t key0, uint32_t key1) {
  for (int round = 0; round < 10; round++) {
    words p0 = (c[0] & LOW) * BOTH(0xD2511F53u), p1 = (c[2] & LOW) * BOTH(0xCD9E8D57u);
    c[0] = (p1 >> 32) ^ c[1] ^ BOTH((uint64_t)key0);
    c[1] = p1 & LOW;
    c[2] = (p0 >> 32) ^ c[3] ^ BOTH((uint64_t)key1);
    c[3] = p0 & LOW;
    key0 += 0x9E3779B9u;
    key1 += 0xBB67AE85u;
  }
}

void bs_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
  words c[4] = {BOTH(counter[0]), BOTH(counter[1]), BOTH(counter[2]), BOTH(counter[3])};
  rounds(c, key[0], key[1]);
  for (int word = 0; word < 4; word++) out[word] = (uint32_t)c[word][0];
}

// Four blocks, from number `block`, as sixteen row numbers.
static inline INLINE void draw(
    uint64_t seed, uint64_t resample, uint32_t rows, uint64_t block, uint32_t out[16]) {
  words number = BOTH(block) + (words){0, 1, 2, 3};
  words c[4] = {number & LOW, number >> 32, BOTH(resample & LOW), BOTH(resample >> 32)};
  rounds(c, (uint32_t)seed, (uint32_t)(seed >> 32));
  for (int word = 0; word < 4; word++) {
    words row = ((c[word] & LOW) * BOTH((uint64_t)rows)) >> 32;
    for (int lane = 0; lane < 4; lane++) out[4 * word + lane] = (uint32_t)row[lane];
  }
}

static inline INLINE void draw_loop(
    uint64_t seed, uint64_t resample, uint32_t rows, uint32_t *out, size_t n) {
  uint32_t drawn[16];
  for (size_t i = 0; i < n; i += 16) {
    draw(seed, resample, rows, i / 4, drawn);
    for (size_t k = 0; k < 16 && i + k < n; k++) out[i + k] = drawn[k];
  }
}

// Plain sums of 512 draws, added up in two doubles.
static inline INLINE double sum_loop(
    const double *values, uint32_t n, uint64_t seed, uint64_t resample) {
  uint32_t rows[512];
  double high = 0, low = 0;
  for (size_t start = 0; start < n; start += 512) {
    size_t count = n - start < 512 ? n - start : 512;
    for (size_t i = 0; i < count; i += 16) draw(seed, resample, n, (start + i) / 4, rows + i);
    double lane[4] = {0, 0, 0, 0};
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
      for (int k = 0; k < 4; k++) lane[k] += values[rows[i + k]];
    }
    for (int k = 0; i < count; i++, k++) lane[k] += values[rows[i]];
    double x = (lane[0] + lane[1]) + (lane[2] + lane[3]), sum = high + x, part = sum - high;
    low += (high - (sum - part)) + (x - part);
    high = sum;
  }
  return high + low;
}

DISPATCH(void, bs_draw_rows, draw_loop,
         (uint64_t seed, uint64_t resample, uint32_t rows, uint32_t *out, size_t n),
         (seed, resample, rows, out, n))

DISPATCH(double, bs_sum_of_draws, sum_loop,
         (const double *values, uint32_t n, uint64_t seed, uint64_t resample),
         (values, n, seed, resample))
