#include "functions.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// Aggregates that need all values at once: they keep them, so that two passes can be made and a
// window can drop the oldest. One pass would cancel where the mean dwarfs the spread.

typedef struct {
  double *values;  // one or two for each row
  size_t first, end, capacity;
  double share;  // of a quantile
} bag;

typedef struct {
  const char *name;
  int columns, arguments;
  // Whether there is a result; the rows lie at `values`, which it may reorder.
  int (*result)(double *values, size_t rows, double share, double *result);
} statistic;

static double mean(const double *values, size_t rows, int stride) {
  double sum = 0, rest = 0;
  for (size_t row = 0; row < rows; row += 1) sum += values[row * stride];
  const double first = sum / rows;
  // A second look takes away what the sum's rounding left.
  for (size_t row = 0; row < rows; row += 1) rest += values[row * stride] - first;
  return isfinite(first) ? first + rest / rows : first;
}

typedef struct {
  double second, third, fourth;
} moments;

static moments central_moments(const double *values, size_t rows) {
  const double center = mean(values, rows, 1);
  moments sums = {0, 0, 0};
  for (size_t row = 0; row < rows; row += 1) {
    const double x = values[row] - center, square = x * x;
    sums.second += square;
    sums.third += square * x;
    sums.fourth += square * square;
  }
  return (moments){sums.second / rows, sums.third / rows, sums.fourth / rows};
}

static int variance(double *values, size_t rows, double share, double *result) {
  (void)share;
  if (rows < 2) return 0;
  *result = central_moments(values, rows).second * rows / (rows - 1);
  return 1;
}

static int stddev(double *values, size_t rows, double share, double *result) {
  if (!variance(values, rows, share, result)) return 0;
  *result = sqrt(*result);
  return 1;
}

// G1 of D. N. Joanes and C. A. Gill, The Statistician 47 (1998), 183-189.
static int skewness(double *values, size_t rows, double share, double *result) {
  (void)share;
  if (rows < 3) return 0;
  const moments m = central_moments(values, rows);
  const double n = (double)rows;
  if (m.second == 0) return 0;
  *result = m.third / pow(m.second, 1.5) * sqrt(n * (n - 1)) / (n - 2);
  return 1;
}

// G2 of the same source.
static int kurtosis(double *values, size_t rows, double share, double *result) {
  (void)share;
  if (rows < 4) return 0;
  const moments m = central_moments(values, rows);
  const double n = (double)rows;
  if (m.second == 0) return 0;
  const double excess = m.fourth / (m.second * m.second) - 3;
  *result = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
  return 1;
}

typedef struct {
  double xx, xy, yy;
} products;

static products central_products(const double *pairs, size_t rows) {
  const double x_mean = mean(pairs, rows, 2), y_mean = mean(pairs + 1, rows, 2);
  products sums = {0, 0, 0};
  for (size_t row = 0; row < rows; row += 1) {
    const double x = pairs[2 * row] - x_mean, y = pairs[2 * row + 1] - y_mean;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
  }
  return sums;
}

static int covariance(double *pairs, size_t rows, double share, double *result) {
  (void)share;
  if (rows < 2) return 0;
  *result = central_products(pairs, rows).xy / (rows - 1);
  return 1;
}

static int corr(double *pairs, size_t rows, double share, double *result) {
  (void)share;
  if (rows < 2) return 0;
  const products sums = central_products(pairs, rows);
  if (sums.xx == 0 || sums.yy == 0) return 0;
  const double r = sums.xy / (sqrt(sums.xx) * sqrt(sums.yy));
  *result = r > 1 ? 1 : r < -1 ? -1 : r;
  return 1;
}

// Brings the value of a rank to its place: none before it is larger, none after it smaller
// (C. A. R. Hoare, "Find", Communications of the ACM 4 (1961), 321; pivot: the median of three).
static double select_rank(double *values, ptrdiff_t rows, ptrdiff_t rank) {
  ptrdiff_t low = 0, high = rows - 1;
  while (low < high) {
    const double a = values[low], b = values[low + (high - low) / 2], c = values[high];
    const double pivot = a < b ? (b < c ? b : a < c ? c : a) : (a < c ? a : b < c ? c : b);
    ptrdiff_t i = low, j = high;
    while (i <= j) {
      while (values[i] < pivot) i += 1;
      while (pivot < values[j]) j -= 1;
      if (i > j) break;
      const double swapped = values[i];
      values[i++] = values[j];
      values[j--] = swapped;
    }
    if (rank <= j) {
      high = j;
    } else if (rank >= i) {
      low = i;
    } else {
      break;
    }
  }
  return values[rank];
}

// between the two values beside (n - 1) q.
static int quantile(double *values, size_t rows, double share, double *result) {
  if (rows == 0 || !(share >= 0 && share <= 1)) return 0;
  const double place = (rows - 1) * share;
  const size_t rank = (size_t)place;
  const double below = select_rank(values, (ptrdiff_t)rows, (ptrdiff_t)rank);
  const double part = place - rank;
  if (part == 0) {
    *result = below;
    return 1;
  }
  double above = INFINITY;
  for (size_t row = rank + 1; row < rows; row += 1) {
    if (values[row] < above) above = values[row];
  }
  *result = below == above ? below : below + part * (above - below);
  return 1;
}

static int median(double *values, size_t rows, double share, double *result) {
  (void)share;
  return quantile(values, rows, 0.5, result);
}

static const statistic statistics[] = {
    {"bs_median", 1, 1, median},     {"bs_quantile", 1, 2, quantile}, {"bs_stddev", 1, 1, stddev},
    {"bs_variance", 1, 1, variance}, {"bs_skewness", 1, 1, skewness}, {"bs_kurtosis", 1, 1, kurtosis},
    {"bs_corr", 2, 2, corr},         {"bs_covariance", 2, 2, covariance}};

static int is_counted(const statistic *of, sqlite3_value **values) {
  for (int column = 0; column < of->columns; column += 1) {
    if (sqlite3_value_type(values[column]) == SQLITE_NULL) return 0;
  }
  return 1;
}

static int make_room(bag *all, size_t count) {
  if (all->end + count <= all->capacity) return 1;
  // What a window has dropped is room again.
  if (all->first > all->capacity / 2) {
    memmove(all->values, all->values + all->first, (all->end - all->first) * sizeof(double));
    all->end -= all->first;
    all->first = 0;
    return 1;
  }
  const size_t wanted = all->capacity ? all->capacity * 2 : 16;
  double *grown = sqlite3_realloc64(all->values, wanted * sizeof(double));
  if (!grown) return 0;
  all->values = grown;
  all->capacity = wanted;
  return 1;
}

static void step(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const statistic *of = sqlite3_user_data(context);
  bag *all = sqlite3_aggregate_context(context, sizeof(bag));
  if (!all || !is_counted(of, values)) return;
  if (of->arguments > of->columns) all->share = sqlite3_value_double(values[of->columns]);
  if (!make_room(all, of->columns)) {
    sqlite3_result_error_nomem(context);
    return;
  }
  for (int column = 0; column < of->columns; column += 1) {
    all->values[all->end++] = sqlite3_value_double(values[column]);
  }
}

static void drop(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const statistic *of = sqlite3_user_data(context);
  bag *all = sqlite3_aggregate_context(context, sizeof(bag));
  if (all && is_counted(of, values)) all->first += of->columns;
}

static void tell(sqlite3_context *context, const statistic *of, const bag *all, double *values) {
  double result;
  if (of->result(values, (all->end - all->first) / of->columns, all->share, &result) &&
      !isnan(result)) {
    sqlite3_result_double(context, result);
  } else {
    sqlite3_result_null(context);
  }
}

// The value of a window is told on a copy, since a quantile reorders and the oldest must stay first.
static void tell_window(sqlite3_context *context) {
  const statistic *of = sqlite3_user_data(context);
  const bag *all = sqlite3_aggregate_context(context, sizeof(bag));
  const size_t size = all ? (all->end - all->first) * sizeof(double) : 0;
  if (size == 0) {
    sqlite3_result_null(context);
    return;
  }
  double *copy = sqlite3_malloc64(size);
  if (!copy) {
    sqlite3_result_error_nomem(context);
    return;
  }
  memcpy(copy, all->values + all->first, size);
  tell(context, of, all, copy);
  sqlite3_free(copy);
}

static void finish(sqlite3_context *context) {
  const statistic *of = sqlite3_user_data(context);
  bag *all = sqlite3_aggregate_context(context, 0);
  if (!all || all->end == all->first) {
    sqlite3_result_null(context);
  } else {
    tell(context, of, all, all->values + all->first);
  }
  if (all) sqlite3_free(all->values);
}

int bs_register_bags(sqlite3 *connection) {
  int code = SQLITE_OK;
  for (size_t index = 0; index < sizeof statistics / sizeof *statistics; index += 1) {
    const statistic *of = &statistics[index];
    code |= sqlite3_create_window_function(connection, of->name, of->arguments, BS_FLAGS,
                                           (void *)of, step, finish, tell_window, drop, NULL);
  }
  return code;
}
