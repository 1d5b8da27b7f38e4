#include "CKernels.h"
#include "wide.h"

#include <math.h>

typedef int64_t flags __attribute__((vector_size(32)));

// Lanes of `a` where the mask is set, of `b` elsewhere.
#define CHOOSE(mask, a, b) ((lanes)(((flags)(a) & (mask)) | ((flags)(b) & ~(mask))))

static inline INLINE bs_survey survey_loop(const double *values, size_t n) {
  lanes low = ALL(INFINITY), high = ALL(-INFINITY);
  flags missing = {0, 0, 0, 0}, infinite = {0, 0, 0, 0};
  size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    lanes x = LOAD(values + i), size = (lanes)((flags)x & INT64_MAX);
    flags is_finite = size < INFINITY, is_missing = x != x;
    missing -= is_missing;
    infinite -= ~(is_finite | is_missing);
    flags is_lower = (x < low) & is_finite, is_higher = (x > high) & is_finite;
    low = CHOOSE(is_lower, x, low);
    high = CHOOSE(is_higher, x, high);
  }
  bs_survey survey = {INFINITY, -INFINITY, 0, 0};
  for (int lane = 0; lane < 4; lane++) {
    survey.low = low[lane] < survey.low ? low[lane] : survey.low;
    survey.high = high[lane] > survey.high ? high[lane] : survey.high;
    survey.missing += missing[lane];
    survey.infinite += infinite[lane];
  }
  for (; i < n; i++) {
    if (isnan(values[i])) {
      survey.missing++;
    } else if (isinf(values[i])) {
      survey.infinite++;
    } else {
      survey.low = values[i] < survey.low ? values[i] : survey.low;
      survey.high = values[i] > survey.high ? values[i] : survey.high;
    }
  }
  return survey;
}

DISPATCH(bs_survey, bs_survey_values, survey_loop, (const double *values, size_t n), (values, n))

size_t bs_take_finite(const double *values, size_t n, double *out) {
  size_t count = 0;
  // Every value is written, and the next one over it where it was not finite.
  for (size_t i = 0; i < n; i++) {
    out[count] = values[i];
    count += isfinite(values[i]) ? 1 : 0;
  }
  return count;
}

int bs_is_whole(const double *values, size_t n) {
  int all = 1;
  for (size_t start = 0; start < n && all; start += 1024) {
    size_t end = n - start < 1024 ? n : start + 1024;
    for (size_t i = start; i < end; i++) {
      // Converting and back changes what is no whole number or beyond the range.
      all &= fabs(values[i]) <= 0x1p53 && (double)(int64_t)values[i] == values[i];
    }
  }
  return all;
}

static inline INLINE size_t distinct_loop(const double *values, size_t n) {
  flags steps = {0, 0, 0, 0};
  size_t i = 1, count = n > 0 ? 1 : 0;
  for (; i + 4 <= n; i += 4) steps -= LOAD(values + i) != LOAD(values + i - 1);
  for (; i < n; i++) count += values[i] != values[i - 1];
  return count + (size_t)(steps[0] + steps[1] + steps[2] + steps[3]);
}

DISPATCH(size_t, bs_count_distinct, distinct_loop, (const double *values, size_t n), (values, n))

static inline INLINE bs_product significands_loop(const double *values, size_t n) {
  bs_product product = {0, 1};
  flags exponents = {0, 0, 0, 0};
  lanes rest = ALL(1);
  size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    flags bits = (flags)LOAD(values + i);
    exponents += (bits >> 52) - 1023;
    rest *= (lanes)((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
    // A significand is below 2, so that 512 of them stay in range.
    if ((i & 2044) == 2044) {
      flags held = (flags)rest;
      exponents += (held >> 52) - 1023;
      rest = (lanes)((held & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
    }
  }
  double tail[8] = {rest[0], rest[1], rest[2], rest[3], 1, 1, 1, 1};
  for (int lane = 0; i < n; i++, lane++) tail[4 + lane] = values[i];
  for (int lane = 0; lane < 8; lane++) {
    int exponent;
    product.rest *= frexp(tail[lane], &exponent);
    product.exponent += exponent;
  }
  for (int lane = 0; lane < 4; lane++) product.exponent += exponents[lane];
  return product;
}

DISPATCH(bs_product, bs_product_of, significands_loop, (const double *values, size_t n), (values, n))
