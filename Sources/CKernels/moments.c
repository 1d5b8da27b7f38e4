#include "CKernels.h"
#include "wide.h"

// Adds x to a sum kept in two doubles (Knuth's TwoSum), in four lanes.
#define ADD(high, low, x)                         \
  do {                                            \
    lanes addend_ = (x), sum_ = (high) + addend_; \
    lanes part_ = sum_ - (high);                  \
    (low) += ((high) - (sum_ - part_)) + (addend_ - part_); \
    (high) = sum_;                                \
  } while (0)

static void add(bs_pair *sum, double x) {
  double high = sum->high + x, part = high - sum->high;
  sum->low += (sum->high - (high - part)) + (x - part);
  sum->high = high;
}

static bs_pair total(const double high[4], const double low[4]) {
  bs_pair sum = {0, 0};
  for (int lane = 0; lane < 4; lane++) {
    add(&sum, high[lane]);
    add(&sum, low[lane]);
  }
  return sum;
}

#define TOTAL(high, low) total((const double *)&(high), (const double *)&(low))

static inline INLINE bs_pair sum_loop(const double *values, size_t n, double scale) {
  lanes high = ALL(0), low = ALL(0);
  size_t i = 0;
  for (; i + 4 <= n; i += 4) ADD(high, low, LOAD(values + i) * scale);
  if (i < n) {
    lanes last = ALL(0);
    for (int lane = 0; i < n; i++, lane++) last[lane] = values[i] * scale;
    ADD(high, low, last);
  }
  return TOTAL(high, low);
}

static inline INLINE void power_loop(
    const double *values, size_t n, double scale, double centre, bs_pair sums[4]) {
  lanes high[4] = {ALL(0), ALL(0), ALL(0), ALL(0)}, low[4] = {ALL(0), ALL(0), ALL(0), ALL(0)};
  for (size_t i = 0; i < n; i += 4) {
    lanes d = ALL(0);
    if (i + 4 <= n) {
      d = LOAD(values + i) * scale - centre;
    } else {
      for (size_t lane = 0; i + lane < n; lane++) {
        d[lane] = values[i + lane] * scale - centre;
      }
    }
    lanes square = d * d;
    ADD(high[0], low[0], d);
    ADD(high[1], low[1], square);
    ADD(high[2], low[2], square * d);
    ADD(high[3], low[3], square * square);
  }
  for (int power = 0; power < 4; power++) sums[power] = TOTAL(high[power], low[power]);
}

DISPATCH(bs_pair, bs_sum, sum_loop, (const double *values, size_t n, double scale),
         (values, n, scale))

DISPATCH(void, bs_power_sums, power_loop,
         (const double *values, size_t n, double scale, double centre,
          bs_pair sums[4]),
         (values, n, scale, centre, sums))
