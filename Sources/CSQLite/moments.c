#include "moments.h"
#include "functions.h"

#include <stdio.h>
#include <string.h>

typedef enum { MICROSECOND, MILLISECOND, SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR } unit;

static const struct {
  const char *name;
  // Months, or else microseconds.
  int64_t length;
  // How much of YYYY-MM-DD HH:MM:SS is kept; 0 where truncation is not that simple.
  int kept;
} units[] = {{"microsecond", 1, 0},      {"millisecond", 1000, 0},
             {"second", 1000000, 19},    {"minute", 60000000, 16},
             {"hour", 3600000000, 13},   {"day", MICROSECONDS_PER_DAY, 10},
             {"week", 7 * MICROSECONDS_PER_DAY, 0}, {"month", 1, 7},
             {"quarter", 3, 0},          {"year", 12, 4}};

// What a function is told beside its arguments: its unit, and whether its result is a date.
static void *user_data(size_t kind, int is_date) { return (void *)(kind << 1 | (size_t)is_date); }
static unit unit_of(sqlite3_context *context) { return (size_t)sqlite3_user_data(context) >> 1; }
static int is_date(sqlite3_context *context) { return (size_t)sqlite3_user_data(context) & 1; }

// Whether the value is a moment; null gives null, anything else an error.
static int read_moment(sqlite3_context *context, sqlite3_value *value, int64_t *moment) {
  int is_moment = 0;
  switch (sqlite3_value_type(value)) {
    case SQLITE_NULL: return 0;
    case SQLITE_TEXT: {
      const unsigned char *text = sqlite3_value_text(value);
      is_moment = text && bs_parse_moment(text, sqlite3_value_bytes(value), moment);
      break;
    }
    case SQLITE_INTEGER:
      is_moment = bs_moment_of_integer(sqlite3_value_int64(value), moment);
      break;
    case SQLITE_FLOAT: is_moment = bs_moment_of_real(sqlite3_value_double(value), moment); break;
    default: break;
  }
  if (is_moment) return 1;
  char *message = sqlite3_mprintf("'%.60s' is not a date or timestamp", sqlite3_value_text(value));
  sqlite3_result_error(context, message, -1);
  sqlite3_free(message);
  return 0;
}

static void give(sqlite3_context *context, int64_t moment) {
  char text[26];
  if (!bs_is_in_calendar(moment)) return;
  const int length =
      is_date(context) ? bs_write_date(bs_day_of(moment), text) : bs_write_moment(moment, text);
  bs_result_text(context, text, length);
}

// The first day of the week, month, quarter or year.
static int64_t begin(unit of, int64_t days) {
  if (of == WEEK) return days - bs_weekday(days) + 1;
  const bs_civil civil = bs_civil_of_days(days);
  switch (of) {
    case YEAR: return bs_days(civil.year, 1, 1);
    case QUARTER: return bs_days(civil.year, (civil.month - 1) / 3 * 3 + 1, 1);
    default: return bs_days(civil.year, civil.month, 1);
  }
}

static int64_t truncated(unit to, int64_t moment) {
  if (to >= WEEK) return begin(to, bs_day_of(moment)) * MICROSECONDS_PER_DAY;
  const int64_t rest = moment % units[to].length;
  return moment - (rest < 0 ? rest + units[to].length : rest);
}

static void date_trunc(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  int64_t moment;
  if (!read_moment(context, values[0], &moment)) return;
  const unit to = unit_of(context);
  // The common case needs no arithmetic: the text's own beginning, without a zone behind.
  if (units[to].kept > 0 && sqlite3_value_type(values[0]) == SQLITE_TEXT) {
    const int length = sqlite3_value_bytes(values[0]);
    const unsigned char *text = sqlite3_value_text(values[0]);
    if (length == 19 && text[16] == ':') {
      char begun[] = "0000-01-01 00:00:00";
      memcpy(begun, text, units[to].kept);
      begun[10] = ' ';
      bs_result_text(context, begun, is_date(context) ? 10 : 19);
      return;
    }
  }
  give(context, truncated(to, moment));
}

static void date_add(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  int64_t moment, span, sum;
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  if (!read_moment(context, values[1], &moment)) return;
  const unit of = unit_of(context);
  if (__builtin_mul_overflow(sqlite3_value_int64(values[0]), units[of].length, &span)) return;
  if (of >= MONTH) {
    if (span > 200000 || span < -200000) return;
    const bs_civil civil = bs_civil_of_days(bs_day_of(moment));
    const int months = civil.year * 12 + civil.month - 1 + (int)span;
    if (months < 12) return;
    const int year = months / 12, month = months % 12 + 1, last = bs_month_length(year, month);
    const int64_t day = bs_days(year, month, civil.day < last ? civil.day : last);
    give(context, moment + (day - bs_day_of(moment)) * MICROSECONDS_PER_DAY);
  } else if (!__builtin_add_overflow(moment, span, &sum)) {
    give(context, sum);
  }
}

// How many borders of the unit lie before a moment, from some fixed one on.
static int64_t borders(unit of, int64_t moment) {
  if (of >= MONTH) {
    const bs_civil civil = bs_civil_of_days(bs_day_of(moment));
    return (civil.year * 12 + civil.month - 1) / units[of].length;
  }
  // 1970-01-01 was a Thursday.
  const int64_t shifted = of == WEEK ? moment + 3 * MICROSECONDS_PER_DAY : moment;
  const int64_t quotient = shifted / units[of].length;
  return shifted % units[of].length < 0 ? quotient - 1 : quotient;
}

static void date_diff(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  int64_t from, to;
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  if (sqlite3_value_type(values[1]) == SQLITE_NULL) return;
  if (!read_moment(context, values[0], &from) || !read_moment(context, values[1], &to)) return;
  const unit of = unit_of(context);
  sqlite3_result_int64(context, borders(of, to) - borders(of, from));
}

// The week of the year that has the week's Thursday.
static int iso_week(int64_t days) {
  const int64_t thursday = days - bs_weekday(days) + 4;
  return (int)(thursday - bs_days(bs_civil_of_days(thursday).year, 1, 1)) / 7 + 1;
}

typedef enum { PART_YEAR, PART_QUARTER, PART_MONTH, PART_WEEK, PART_DAY, PART_WEEKDAY, PART_HOUR,
               PART_MINUTE } part;
static const char *const parts[] = {"bs_year", "bs_quarter", "bs_month", "bs_week",
                                    "bs_day",  "bs_weekday", "bs_hour",  "bs_minute"};

static int part_of(part wanted, int64_t moment) {
  const int64_t days = bs_day_of(moment);
  const int64_t rest = moment - days * MICROSECONDS_PER_DAY;
  switch (wanted) {
    case PART_YEAR: return bs_civil_of_days(days).year;
    case PART_QUARTER: return (bs_civil_of_days(days).month + 2) / 3;
    case PART_MONTH: return bs_civil_of_days(days).month;
    case PART_WEEK: return iso_week(days);
    case PART_DAY: return bs_civil_of_days(days).day;
    case PART_WEEKDAY: return bs_weekday(days);
    case PART_HOUR: return (int)(rest / 3600000000);
    default: return (int)(rest / 60000000 % 60);
  }
}

static void date_part(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  int64_t moment;
  if (!read_moment(context, values[0], &moment)) return;
  sqlite3_result_int(context, part_of((part)(size_t)sqlite3_user_data(context), moment));
}

// Casts, and the one form in which moments are compared.
static void normalise(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  int64_t moment;
  if (read_moment(context, values[0], &moment)) give(context, moment);
}

typedef void (*scalar)(sqlite3_context *, int, sqlite3_value **);

static int add(sqlite3 *connection, const char *name, int count, void *data, scalar function) {
  return sqlite3_create_function_v2(connection, name, count, BS_FLAGS, data, function, NULL, NULL,
                                    NULL);
}

static int add_unit(sqlite3 *connection, unit of) {
  const struct {
    const char *prefix;
    int count, is_date;
    scalar function;
  } kinds[] = {{"date_trunc", 1, 1, date_trunc}, {"time_trunc", 1, 0, date_trunc},
               {"date_add", 2, 1, date_add},     {"time_add", 2, 0, date_add},
               {"date_diff", 2, 0, date_diff}};
  int code = SQLITE_OK;
  for (size_t index = 0; index < sizeof kinds / sizeof *kinds; index += 1) {
    char name[40];
    snprintf(name, sizeof name, "bs_%s_%s", kinds[index].prefix, units[of].name);
    code |= add(connection, name, kinds[index].count, user_data(of, kinds[index].is_date),
                kinds[index].function);
  }
  return code;
}

int bs_register_moments(sqlite3 *connection) {
  int code = SQLITE_OK;
  for (unit of = MICROSECOND; of <= YEAR; of += 1) code |= add_unit(connection, of);
  for (size_t index = 0; index < sizeof parts / sizeof *parts; index += 1) {
    code |= add(connection, parts[index], 1, (void *)index, date_part);
  }
  code |= add(connection, "bs_date", 1, user_data(0, 1), normalise);
  code |= add(connection, "bs_time", 1, user_data(0, 0), normalise);
  return code;
}
