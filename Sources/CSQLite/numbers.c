#include "functions.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// NaN becomes null on its way out of SQLite anyway; the language has null for undefined results.
static void give(sqlite3_context *context, double result) {
  if (isnan(result)) {
    sqlite3_result_null(context);
  } else {
    sqlite3_result_double(context, result);
  }
}

static int is_null(sqlite3_value *value) { return sqlite3_value_type(value) == SQLITE_NULL; }

static double positive_log(double x) { return x > 0 ? log(x) : NAN; }
static double positive_log10(double x) { return x > 0 ? log10(x) : NAN; }

typedef double (*curve)(double);
static const struct {
  const char *name;
  curve function;
} curves[] = {{"bs_sqrt", sqrt}, {"bs_exp", exp}, {"bs_ln", positive_log},
              {"bs_log10", positive_log10}};

static void apply_curve(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (is_null(values[0])) return;
  const size_t index = (size_t)sqlite3_user_data(context);
  give(context, curves[index].function(sqlite3_value_double(values[0])));
}

static void power(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (is_null(values[0]) || is_null(values[1])) return;
  give(context, pow(sqlite3_value_double(values[0]), sqlite3_value_double(values[1])));
}

// Whole numbers stay what they are; user data 1 rounds up.
static void whole(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (is_null(values[0])) return;
  if (sqlite3_value_type(values[0]) == SQLITE_INTEGER) {
    sqlite3_result_value(context, values[0]);
    return;
  }
  const double x = sqlite3_value_double(values[0]);
  give(context, sqlite3_user_data(context) ? ceil(x) : floor(x));
}

static void sign(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (is_null(values[0])) return;
  const double x = sqlite3_value_double(values[0]);
  sqlite3_result_int(context, (x > 0) - (x < 0));
}

// Rounds half away from zero. A product within some units of the last place of a half is a half:
// 2.675 has no exact double, and its hundredfold is 267.49999999999997.
static double rounded(double x, int digits) {
  if (!isfinite(x) || digits > 300) return x;
  const double scale = pow(10, abs(digits));
  const double scaled = digits < 0 ? x / scale : x * scale;
  if (fabs(scaled) >= 0x1p52) return x;
  const double size = fabs(scaled);
  double result = floor(size);
  if (size - result >= 0.5 - 4 * (nextafter(size, INFINITY) - size)) result += 1;
  result = copysign(result, scaled);
  return digits < 0 ? result * scale : result / scale;
}

static void round_whole(sqlite3_context *context, sqlite3_int64 x, int digits) {
  if (digits < -18) x = 0;
  __int128 step = 1;
  for (; digits < 0 && digits >= -18; digits += 1) step *= 10;
  const __int128 result = (x + (x < 0 ? -step : step) / 2) / step * step;
  if (result > INT64_MAX || result < INT64_MIN) {
    sqlite3_result_error(context, "a rounded number does not fit 64 bits", -1);
  } else {
    sqlite3_result_int64(context, (sqlite3_int64)result);
  }
}

static void round_to(sqlite3_context *context, int count, sqlite3_value **values) {
  if (is_null(values[0]) || (count > 1 && is_null(values[1]))) return;
  const sqlite3_int64 wanted = count > 1 ? sqlite3_value_int64(values[1]) : 0;
  const int digits = wanted < -300 ? -300 : wanted > 400 ? 400 : (int)wanted;
  if (sqlite3_value_type(values[0]) == SQLITE_INTEGER) {
    round_whole(context, sqlite3_value_int64(values[0]), digits);
  } else {
    give(context, rounded(sqlite3_value_double(values[0]), digits));
  }
}

// The remainder has the sign of the dividend; by zero it is null.
static void divide_remainder(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (is_null(values[0]) || is_null(values[1])) return;
  give(context, fmod(sqlite3_value_double(values[0]), sqlite3_value_double(values[1])));
}

static int order(sqlite3_value *a, sqlite3_value *b) {
  if (sqlite3_value_type(a) == SQLITE_TEXT && sqlite3_value_type(b) == SQLITE_TEXT) {
    const unsigned char *x = sqlite3_value_text(a), *y = sqlite3_value_text(b);
    const int m = sqlite3_value_bytes(a), n = sqlite3_value_bytes(b);
    const int common = memcmp(x, y, m < n ? m : n);
    return common ? common : (m > n) - (m < n);
  }
  if (sqlite3_value_type(a) == SQLITE_INTEGER && sqlite3_value_type(b) == SQLITE_INTEGER) {
    const sqlite3_int64 x = sqlite3_value_int64(a), y = sqlite3_value_int64(b);
    return (x > y) - (x < y);
  }
  const double x = sqlite3_value_double(a), y = sqlite3_value_double(b);
  return (x > y) - (x < y);
}

// User data 1 wants the greatest.
static void extreme(sqlite3_context *context, int count, sqlite3_value **values) {
  sqlite3_value *best = NULL;
  const int wanted = sqlite3_user_data(context) ? 1 : -1;
  for (int index = 0; index < count; index += 1) {
    if (is_null(values[index])) continue;
    if (!best || order(values[index], best) * wanted > 0) best = values[index];
  }
  if (best) sqlite3_result_value(context, best);
}

// Casts that refuse what is no number, where SQLite's own make 0 of it; user data 1 wants a double.
static void number(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (is_null(values[0])) return;
  const int wants_double = sqlite3_user_data(context) != NULL;
  const int type = sqlite3_value_numeric_type(values[0]);
  if (type == SQLITE_INTEGER && !wants_double) {
    sqlite3_result_int64(context, sqlite3_value_int64(values[0]));
    return;
  }
  const double x = sqlite3_value_double(values[0]);
  const int is_number = type == SQLITE_INTEGER || type == SQLITE_FLOAT;
  if (is_number && wants_double) {
    sqlite3_result_double(context, x);
  } else if (is_number && fabs(round(x)) < 0x1p63) {
    sqlite3_result_int64(context, (sqlite3_int64)round(x));
  } else {
    char *message = sqlite3_mprintf("cannot cast '%.60s' to %s", sqlite3_value_text(values[0]),
                                    wants_double ? "double" : "integer");
    sqlite3_result_error(context, message, -1);
    sqlite3_free(message);
  }
}

typedef void (*scalar)(sqlite3_context *, int, sqlite3_value **);

static int add(sqlite3 *connection, const char *name, int count, size_t data, scalar function) {
  return sqlite3_create_function_v2(connection, name, count, BS_FLAGS, (void *)data, function, NULL,
                                    NULL, NULL);
}

int bs_register_numbers(sqlite3 *connection) {
  int code = SQLITE_OK;
  for (size_t index = 0; index < sizeof curves / sizeof *curves; index += 1) {
    code |= add(connection, curves[index].name, 1, index, apply_curve);
  }
  code |= add(connection, "bs_power", 2, 0, power);
  code |= add(connection, "bs_floor", 1, 0, whole);
  code |= add(connection, "bs_ceil", 1, 1, whole);
  code |= add(connection, "bs_sign", 1, 0, sign);
  code |= add(connection, "bs_round", 1, 0, round_to);
  code |= add(connection, "bs_round", 2, 0, round_to);
  code |= add(connection, "bs_remainder", 2, 0, divide_remainder);
  code |= add(connection, "bs_least", -1, 0, extreme);
  code |= add(connection, "bs_greatest", -1, 1, extreme);
  code |= add(connection, "bs_integer", 1, 0, number);
  code |= add(connection, "bs_double", 1, 1, number);
  return code;
}
