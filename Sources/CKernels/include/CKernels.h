#pragma once

// Inner loops of statistics, charts and pictures. No function allocates, fails or keeps a pointer: the caller owns
// all memory and passes its length.
//
// Every result has the same bits on every machine: sums run over a fixed number of lanes, and no
// compiler may fuse a product with a sum where the text does not say so. Where a processor has
// AVX2 and FMA the same loops run with them.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A number kept as the unevaluated sum of two doubles.
typedef struct {
  double high;
  double low;
} bs_pair;

/// A value and the row, or the group, that it belongs to.
typedef struct {
  double key;
  int32_t row;
} bs_entry;

/// Sorts n doubles ascending; with NaN among them the order is unspecified. `buffer` holds n doubles
/// and is overwritten.
void bs_sort(double *values, double *buffer, size_t n);

/// Sorts n entries by their keys ascending, equal keys in their order; with NaN among the keys the
/// order is unspecified. `buffer` holds n entries and is overwritten.
void bs_sort_entries(bs_entry *entries, bs_entry *buffer, size_t n);

/// Adds to `counts` how many of n values lie in each of 1,024 parts of the range from `low` to
/// `high`, both finite; values beyond it count in the outermost parts, NaN in the first.
void bs_count_places(const double *values, size_t n, double low, double high, intptr_t *counts);

/// Copies the values of one of those parts, in row order, to `out`, which has room for them; gives
/// how many they are.
size_t bs_collect_place(
    const double *values, size_t n, double low, double high, size_t place, double *out);

/// What there is among some values.
typedef struct {
  /// The smallest finite value; infinite without one.
  double low;
  /// The largest finite value; negatively infinite without one.
  double high;
  /// How many are NaN.
  int64_t missing;
  /// How many are infinite.
  int64_t infinite;
} bs_survey;

/// Looks through n values.
bs_survey bs_survey_values(const double *values, size_t n);

/// Copies the finite of n values to `out`, which has room for n; gives how many they are.
size_t bs_take_finite(const double *values, size_t n, double *out);

/// Whether n finite values are whole numbers that doubles hold exactly, none beyond 2⁵³.
int bs_is_whole(const double *values, size_t n);

/// How many distinct values there are among n ascending ones.
size_t bs_count_distinct(const double *values, size_t n);

/// A product: rest · 2^exponent.
typedef struct {
  int64_t exponent;
  double rest;
} bs_product;

/// The product of n normal values above 0.
bs_product bs_product_of(const double *values, size_t n);

/// The sum of value · scale over n values.
bs_pair bs_sum(const double *values, size_t n, double scale);

/// The sums of the first four powers of value · scale − centre over n values, in `sums`.
void bs_power_sums(
    const double *values, size_t n, double scale, double centre, bs_pair sums[4]);

/// How one column is measured while products are summed.
typedef struct {
  const double *values;
  double scale;
  double centre;
} bs_axis;

enum { BS_PRODUCT_ROWS = 128 };

/// Adds, over some rows, each column's deviations value · scale − centre to `sums`, and the products
/// of columns i and j, j not above i, to `products` at i · width + j; width is `count` rounded up to
/// fours, and other places of `products` are written at will.
///
/// `deviations` has room for width · BS_PRODUCT_ROWS doubles, `sums` for `count` and `products` for
/// width². Exact products keep both halves; others are rounded, and so are their sums within a block
/// of rows.
void bs_cross_products(
    const bs_axis *axes, size_t count, size_t start, size_t rows, int is_exact, double *deviations,
    bs_pair *sums, bs_pair *products);

/// The sums behind a straight line through n points, weighted by tricube distance from a place.
typedef struct {
  /// Σw
  double w;
  /// Σw·dx, dx being x − place
  double wx;
  /// Σw·dx²
  double wxx;
  /// Σw·y
  double wy;
  /// Σw·dx·y
  double wxy;
  /// How many weights are above 1e-12.
  double above;
} bs_line_sums;

/// Sums n points with weights robust · (1 − (|x − place| / reach)³)³; `reach` is above 0.
bs_line_sums bs_local_line(
    const double *x, const double *y, const double *robust, size_t n, double place, double reach);

/// A place in pixels from the top left of a mask.
typedef struct {
  float x;
  float y;
} bs_place;

/// The shares of pixels that something covers, 0 to 255; rows have `stride` bytes, at least 7 more than
/// their pixels.
typedef struct {
  uint8_t *shares;
  int32_t width;
  int32_t height;
  int32_t stride;
} bs_mask;

/// Raises the shares of a mask to those of a line with round ends and joins, `radius` being half its
/// width, at least half a pixel. It is broken at places that are no number or more than a million pixels off.
///
/// A pixel's share is told by the distance of its middle from the line's edge.
void bs_cover_line(const bs_place *places, size_t n, float radius, bs_mask mask);

/// One block of Philox4x32-10: four words from a counter of four and a key of two.
void bs_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);

/// Draws n row numbers below `rows` with replacement: those of one resample by its number.
///
/// The words come from Philox4x32-10 with the seed as key and (block, resample) as counter; a word w
/// gives the row (w · rows) / 2³². They stand in groups of four blocks: the first words of the four,
/// then their second words, and so on.
void bs_draw_rows(uint64_t seed, uint64_t resample, uint32_t rows, uint32_t *out, size_t n);

/// The sum of `n` of the values, drawn by the same rule.
double bs_sum_of_draws(const double *values, uint32_t n, uint64_t seed, uint64_t resample);

/// How numbers along one side of a grid fall into its cells.
typedef struct {
  /// Half the number where the first cell begins.
  double low;
  /// Cells for each half unit; halves, since the range of two doubles may be infinite.
  double scale;
  int32_t count;
} bs_cells;

/// Counts n points into a grid: point i adds 1 to `counts` at offsets[i] + row · columns + column, or,
/// where a place is NaN, at `nowhere`. Points beyond the grid count in its outermost cells; without
/// offsets all are 0.
void bs_count_cells(
    const double *x, const double *y, size_t n, bs_cells columns, bs_cells rows,
    const uint32_t *offsets, uint32_t nowhere, uint32_t *counts);

#ifdef __cplusplus
}
#endif
