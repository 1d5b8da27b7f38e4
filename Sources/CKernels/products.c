#include "CKernels.h"
#include "wide.h"

enum { ROWS = BS_PRODUCT_ROWS };

static void add(bs_pair *sum, double x) {
  double high = sum->high + x, part = high - sum->high;
  sum->low += (sum->high - (high - part)) + (x - part);
  sum->high = high;
}

static double across(const double lane[4]) { return (lane[0] + lane[1]) + (lane[2] + lane[3]); }

#define ACROSS(sum) across((const double *)&(sum))

// Writes one column's deviations into the block, zeros where the rows end early, and adds them up.
static inline INLINE void fill(
    const bs_axis *axis, size_t start, size_t rows, double *deviations, bs_pair *sum) {
  const double *values = axis->values + start;
  for (size_t i = 0; i < rows; i++) deviations[i] = values[i] * axis->scale - axis->centre;
  for (size_t i = rows; i < ROWS; i++) deviations[i] = 0;
  lanes high = ALL(0), low = ALL(0);
  for (size_t i = 0; i < ROWS; i += 4) {
    lanes x = LOAD(deviations + i), next = high + x, part = next - high;
    low += (high - (next - part)) + (x - part);
    high = next;
  }
  for (int lane = 0; lane < 4; lane++) {
    add(sum, high[lane]);
    add(sum, low[lane]);
  }
}

// Two columns with four: eight sums of four lanes and what they are made of stay in the sixteen
// registers of AVX2.
static inline INLINE void tile(
    const double *deviations, size_t width, size_t i, size_t j, bs_pair *products) {
  const double *a = deviations + i * ROWS, *b = a + ROWS, *c = deviations + j * ROWS;
  lanes a0 = ALL(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  for (size_t row = 0; row < ROWS; row += 4) {
    lanes x = LOAD(a + row), y = LOAD(b + row), z = LOAD(c + row);
    a0 += x * z;
    b0 += y * z;
    z = LOAD(c + ROWS + row);
    a1 += x * z;
    b1 += y * z;
    z = LOAD(c + 2 * ROWS + row);
    a2 += x * z;
    b2 += y * z;
    z = LOAD(c + 3 * ROWS + row);
    a3 += x * z;
    b3 += y * z;
  }
  bs_pair *first = products + i * width + j, *second = first + width;
  add(first, ACROSS(a0));
  add(first + 1, ACROSS(a1));
  add(first + 2, ACROSS(a2));
  add(first + 3, ACROSS(a3));
  add(second, ACROSS(b0));
  add(second + 1, ACROSS(b1));
  add(second + 2, ACROSS(b2));
  add(second + 3, ACROSS(b3));
}

// One column with two, each product kept whole: what the multiplication and the addition round away
// is summed beside.
static inline INLINE void exact_tile(
    const double *deviations, size_t width, size_t i, size_t j, bs_pair *products) {
  const double *a = deviations + i * ROWS, *c = deviations + j * ROWS;
  lanes high[2] = {ALL(0), ALL(0)}, low[2] = {ALL(0), ALL(0)};
  for (size_t row = 0; row < ROWS; row += 4) {
    lanes x = LOAD(a + row);
    for (int k = 0; k < 2; k++) {
      lanes y = LOAD(c + k * ROWS + row), product = x * y;
      lanes rest = __builtin_elementwise_fma(x, y, -product);
      lanes next = high[k] + product, part = next - high[k];
      low[k] += ((high[k] - (next - part)) + (product - part)) + rest;
      high[k] = next;
    }
  }
  for (int k = 0; k < 2; k++) {
    bs_pair *sum = products + i * width + j + k;
    for (int lane = 0; lane < 4; lane++) add(sum, high[k][lane]);
    sum->low += ACROSS(low[k]);
  }
}

static inline INLINE void product_loop(
    const bs_axis *axes, size_t count, size_t start, size_t rows, int is_exact, double *deviations,
    bs_pair *sums, bs_pair *products) {
  size_t width = (count + 3) & ~(size_t)3;
  for (size_t i = count * ROWS; i < width * ROWS; i++) deviations[i] = 0;
  for (size_t done = 0; done < rows; done += ROWS) {
    size_t block = rows - done < ROWS ? rows - done : ROWS;
    for (size_t i = 0; i < count; i++) {
      fill(axes + i, start + done, block, deviations + i * ROWS, sums + i);
    }
    if (is_exact) {
      for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j <= i; j += 2) exact_tile(deviations, width, i, j, products);
      }
    } else {
      for (size_t i = 0; i < width; i += 2) {
        for (size_t j = 0; j <= i + 1; j += 4) tile(deviations, width, i, j, products);
      }
    }
  }
}

DISPATCH(void, bs_cross_products, product_loop,
         (const bs_axis *axes, size_t count, size_t start, size_t rows, int is_exact,
          double *deviations, bs_pair *sums, bs_pair *products),
         (axes, count, start, rows, is_exact, deviations, sums, products))
