/// Every function of the expression language.
package enum Function: String, Hashable, Sendable, CaseIterable {
  // Numbers.
  case abs, round, floor, ceil, sqrt, exp, ln, log10, power, sign, least, greatest
  // Text.
  case lower, upper, trim, length, substr, replace, concat, contains, starts_with
  // Dates.
  case date_trunc, date_add, date_diff, year, quarter, month, week, day, weekday, hour, minute
  case today, now
  // Nulls.
  case coalesce, nullif
  // Aggregates.
  case count, sum, avg, min, max, median, quantile, stddev, variance, skewness, kurtosis
  case corr, covariance, any_value, string_agg
  // Windows.
  case row_number, rank, dense_rank, ntile, lag, lead, first_value, last_value
  case moving_average, ewma, cumulative, change
  // Only in a report's own expressions.
  case missing, missing_share, bin
}
