#pragma once
#include "include/CSQLite.h"

// The SQL functions of the expression language that SQLite lacks or means otherwise.
//
// numbers.c  bs_sqrt bs_exp bs_ln bs_log10 bs_power bs_floor bs_ceil bs_sign bs_round bs_remainder
//            bs_least bs_greatest bs_integer bs_double
// decimals.c bs_decimal_add bs_decimal_subtract bs_decimal_multiply bs_decimal_remainder
// texts.c    bs_like bs_starts_with bs_substr
// moments.c  bs_date_trunc_UNIT bs_time_trunc_UNIT bs_date_add_UNIT bs_time_add_UNIT
//            bs_date_diff_UNIT bs_year bs_quarter bs_month bs_week bs_day bs_weekday bs_hour
//            bs_minute bs_date bs_time
// bags.c     bs_median bs_quantile bs_stddev bs_variance bs_skewness bs_kurtosis bs_corr
//            bs_covariance
// sums.c     bs_sum bs_string_agg bs_string_agg_distinct
//
// A null argument gives null, save in bs_least and bs_greatest, which pass nulls over.

#define BS_FLAGS (SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS)

int bs_register_numbers(sqlite3 *connection);
int bs_register_decimals(sqlite3 *connection);
int bs_register_texts(sqlite3 *connection);
int bs_register_moments(sqlite3 *connection);
int bs_register_bags(sqlite3 *connection);
int bs_register_sums(sqlite3 *connection);

// The digits after the point of the decimal of at most 15 digits that a double stands for; -1 where
// it stands for none.
int bs_decimal_scale(double x);
