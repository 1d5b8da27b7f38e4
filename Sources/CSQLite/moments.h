#pragma once
#include <stdint.h>

// The civil calendar on microseconds since 1970, all in UTC.

#define MICROSECONDS_PER_DAY INT64_C(86400000000)

typedef struct {
  int year, month, day;
} bs_civil;

// Days since 1970-01-01 of a day that exists.
int64_t bs_days(int year, int month, int day);
bs_civil bs_civil_of_days(int64_t days);
int bs_month_length(int year, int month);

// The day of a moment, rounded down.
static inline int64_t bs_day_of(int64_t microseconds) {
  const int64_t days = microseconds / MICROSECONDS_PER_DAY;
  return microseconds % MICROSECONDS_PER_DAY < 0 ? days - 1 : days;
}

// 1 for Monday to 7 for Sunday.
static inline int bs_weekday(int64_t days) { return (int)(((days + 3) % 7 + 7) % 7) + 1; }

// Writes YYYY-MM-DD (10 bytes), or with a clock (19, or 26 where there is a fraction); returns the
// length.
int bs_write_date(int64_t days, char *text);
int bs_write_moment(int64_t microseconds, char *text);

// Whether the moment lies in the years 1 to 9999.
int bs_is_in_calendar(int64_t microseconds);
