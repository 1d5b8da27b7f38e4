#include "functions.h"

#include <math.h>
#include <stdint.h>

// Exact arithmetic on decimals, which SQLite holds as doubles.
//
// A double is read as the shortest decimal that it stands for, up to 15 digits; the operation is
// done on whole numbers, and its result is the double nearest to the exact decimal. So 0.1 + 0.2 is
// 0.3, and equal to it. What has more digits is computed as doubles are.

typedef struct {
  __int128 unscaled;
  int scale;
} decimal;

#define MOST_DIGITS 15

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

int bs_decimal_scale(double x) {
  for (int scale = 0; scale <= MOST_DIGITS; scale += 1) {
    const double unscaled = rint(x * powers[scale]);
    // Beyond 2^53 a double's digits are not its own.
    if (!(fabs(unscaled) < 0x1p53)) return -1;
    // Both are exact, so that their quotient is the nearest double to the decimal.
    if (unscaled / powers[scale] == x) return scale;
  }
  return -1;
}

static int read_decimal(sqlite3_value *value, decimal *result) {
  if (sqlite3_value_type(value) == SQLITE_INTEGER) {
    *result = (decimal){sqlite3_value_int64(value), 0};
    return 1;
  }
  const double x = sqlite3_value_double(value);
  const int scale = bs_decimal_scale(x);
  if (scale < 0) return 0;
  *result = (decimal){(__int128)rint(x * powers[scale]), scale};
  return 1;
}

static double nearest(decimal number) {
  while (number.scale > 0 && number.unscaled % 10 == 0) {
    number.unscaled /= 10;
    number.scale -= 1;
  }
  // Beyond 22 a power of ten has no exact double; scales are at most twice 15, and then the whole
  // number is beyond 2^53 too.
  for (; number.scale > 22; number.scale -= 1) number.unscaled /= 10;
  return (double)((long double)number.unscaled / (long double)powers[number.scale]);
}

static void align(decimal *a, decimal *b) {
  for (; a->scale < b->scale; a->scale += 1) a->unscaled *= 10;
  for (; b->scale < a->scale; b->scale += 1) b->unscaled *= 10;
}

typedef enum { ADD, SUBTRACT, MULTIPLY, REMAINDER } operation;

static double of_doubles(operation what, double x, double y) {
  switch (what) {
    case ADD: return x + y;
    case SUBTRACT: return x - y;
    case MULTIPLY: return x * y;
    default: return fmod(x, y);
  }
}

static double of_decimals(operation what, decimal a, decimal b) {
  if (what == MULTIPLY) return nearest((decimal){a.unscaled * b.unscaled, a.scale + b.scale});
  align(&a, &b);
  switch (what) {
    case ADD: return nearest((decimal){a.unscaled + b.unscaled, a.scale});
    case SUBTRACT: return nearest((decimal){a.unscaled - b.unscaled, a.scale});
    default: return b.unscaled == 0 ? NAN : nearest((decimal){a.unscaled % b.unscaled, a.scale});
  }
}

static void compute(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  if (sqlite3_value_type(values[1]) == SQLITE_NULL) return;
  const operation what = (operation)(size_t)sqlite3_user_data(context);
  decimal a, b;
  const double result =
      read_decimal(values[0], &a) && read_decimal(values[1], &b)
          ? of_decimals(what, a, b)
          : of_doubles(what, sqlite3_value_double(values[0]), sqlite3_value_double(values[1]));
  // By zero there is no remainder.
  if (!isnan(result)) sqlite3_result_double(context, result);
}

int bs_register_decimals(sqlite3 *connection) {
  static const char *const names[] = {"bs_decimal_add", "bs_decimal_subtract",
                                      "bs_decimal_multiply", "bs_decimal_remainder"};
  int code = SQLITE_OK;
  for (size_t what = ADD; what <= REMAINDER; what += 1) {
    code |= sqlite3_create_function_v2(connection, names[what], 2, BS_FLAGS, (void *)what, compute,
                                       NULL, NULL, NULL);
  }
  return code;
}
