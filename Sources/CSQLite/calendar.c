#include "include/CSQLite.h"
#include "moments.h"

#include <math.h>
#include <stddef.h>

// Howard Hinnant, "chrono-compatible low-level date algorithms": years start in March, so that the
// leap day is the last of its year.
int64_t bs_days(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return (int64_t)era * 146097 + day_of_era - 719468;
}

bs_civil bs_civil_of_days(int64_t days) {
  const int64_t z = days + 719468;
  const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = (int)(z - era * 146097);
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  const int year = year_of_era + (int)era * 400 + (month <= 2);
  return (bs_civil){year, month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

int bs_month_length(int year, int month) {
  if (month == 2) return 28 + ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0);
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int bs_is_in_calendar(int64_t microseconds) {
  // 0001-01-01 and 10000-01-01.
  return microseconds >= INT64_C(-62135596800000000) && microseconds < INT64_C(253402300800000000);
}

// Reads so many digits; -1 where one is none.
static inline int digits(const unsigned char *text, int count) {
  int value = 0;
  for (int index = 0; index < count; index += 1) {
    const unsigned digit = (unsigned)text[index] - '0';
    if (digit > 9) return -1;
    value = value * 10 + (int)digit;
  }
  return value;
}

// Reads Z or ±HH[[:]MM] up to the end.
static int parse_zone(const unsigned char *text, const unsigned char *end, int64_t *offset) {
  *offset = 0;
  if (text == end) return 1;
  if (*text == 'Z') return text + 1 == end;
  if (*text != '+' && *text != '-') return 0;
  const int sign = *text == '-' ? -1 : 1;
  const int length = (int)(end - text);
  const int minute_at = length == 6 && text[3] == ':' ? 4 : 3;
  const int hour = length >= 3 ? digits(text + 1, 2) : -1;
  const int minute = length == 3 ? 0 : length == minute_at + 2 ? digits(text + minute_at, 2) : -1;
  if (hour < 0 || hour > 15 || minute < 0 || minute > 59) return 0;
  *offset = (int64_t)sign * (hour * 60 + minute) * 60000000;
  return 1;
}

static const unsigned char *parse_fraction(const unsigned char *text, const unsigned char *end,
                                           int64_t *microseconds) {
  int64_t scale = 100000;
  const unsigned char *start = text;
  for (; text < end && (unsigned)*text - '0' <= 9; text += 1, scale /= 10) {
    *microseconds += (*text - '0') * scale;
  }
  return text == start ? NULL : text;
}

// Reads HH:MM[:SS[.f…]] and the zone.
static int parse_clock(const unsigned char *text, const unsigned char *end, int64_t *microseconds) {
  if (end - text < 5 || text[2] != ':') return 0;
  const int hour = digits(text, 2), minute = digits(text + 3, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return 0;
  *microseconds = (int64_t)(hour * 60 + minute) * 60000000;
  text += 5;
  if (end - text >= 3 && *text == ':') {
    const int second = digits(text + 1, 2);
    if (second < 0 || second > 59) return 0;
    *microseconds += (int64_t)second * 1000000;
    text += 3;
    if (text < end && *text == '.') text = parse_fraction(text + 1, end, microseconds);
    if (!text) return 0;
  }
  int64_t zone;
  if (!parse_zone(text, end, &zone)) return 0;
  *microseconds -= zone;
  return 1;
}

int bs_parse_moment(const unsigned char *text, int length, int64_t *microseconds) {
  if (length < 10 || text[4] != '-' || text[7] != '-') return 0;
  const int year = digits(text, 4), month = digits(text + 5, 2), day = digits(text + 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > bs_month_length(year, month)) {
    return 0;
  }
  int64_t clock = 0;
  if (length > 10) {
    if (text[10] != ' ' && text[10] != 'T') return 0;
    if (!parse_clock(text + 11, text + length, &clock)) return 0;
  }
  *microseconds = bs_days(year, month, day) * MICROSECONDS_PER_DAY + clock;
  return 1;
}

int bs_moment_of_integer(int64_t seconds, int64_t *microseconds) {
  if (seconds < INT64_C(-62135596800) || seconds >= INT64_C(253402300800)) return 0;
  *microseconds = seconds * 1000000;
  return 1;
}

int bs_moment_of_real(double number, int64_t *microseconds) {
  const int is_julian = number >= 0 && number < 5373484.5;
  const double seconds = is_julian ? (number - 2440587.5) * 86400 : number;
  if (!(fabs(seconds) < 3e11)) return 0;
  // A Julian day of today is exact to some 40 microseconds: milliseconds are all that it tells.
  *microseconds = is_julian ? llround(seconds * 1e3) * 1000 : llround(seconds * 1e6);
  return bs_is_in_calendar(*microseconds);
}

static void write_digits(char *text, int value, int count) {
  for (int index = count - 1; index >= 0; index -= 1, value /= 10) text[index] = '0' + value % 10;
}

int bs_write_date(int64_t days, char *text) {
  const bs_civil civil = bs_civil_of_days(days);
  write_digits(text, civil.year, 4);
  text[4] = text[7] = '-';
  write_digits(text + 5, civil.month, 2);
  write_digits(text + 8, civil.day, 2);
  return 10;
}

int bs_write_moment(int64_t microseconds, char *text) {
  const int64_t days = bs_day_of(microseconds);
  const int64_t rest = microseconds - days * MICROSECONDS_PER_DAY;
  const int seconds = (int)(rest / 1000000), fraction = (int)(rest % 1000000);
  bs_write_date(days, text);
  text[10] = ' ';
  write_digits(text + 11, seconds / 3600, 2);
  write_digits(text + 14, seconds / 60 % 60, 2);
  write_digits(text + 17, seconds % 60, 2);
  text[13] = text[16] = ':';
  if (fraction == 0) return 19;
  text[19] = '.';
  write_digits(text + 20, fraction, 6);
  return 26;
}
