#pragma once

// Distribution functions of Boost.Math for C callers. No function throws; where an argument is out
// of its domain or a series does not converge the answer is NaN, and where the result is too large
// for a double it is infinite. Every tail has its own function, so that a small probability keeps
// its digits down to 1e-300.

#ifdef __cplusplus
extern "C" {
#endif

/// P(X <= x) of the standard normal distribution.
double bs_normal_cdf(double x);
/// P(X > x) of the standard normal distribution.
double bs_normal_survival(double x);
/// The x with P(X <= x) = p of the standard normal distribution.
double bs_normal_quantile(double p);
/// The x with P(X > x) = p of the standard normal distribution.
double bs_normal_upper_quantile(double p);

/// P(X <= x) of Student's t distribution.
double bs_student_t_cdf(double x, double degrees_of_freedom);
/// P(X > x) of Student's t distribution.
double bs_student_t_survival(double x, double degrees_of_freedom);
/// The x with P(X <= x) = p of Student's t distribution.
double bs_student_t_quantile(double p, double degrees_of_freedom);
/// The x with P(X > x) = p of Student's t distribution.
double bs_student_t_upper_quantile(double p, double degrees_of_freedom);

/// P(X <= x) of the chi-squared distribution.
double bs_chi_squared_cdf(double x, double degrees_of_freedom);
/// P(X > x) of the chi-squared distribution.
double bs_chi_squared_survival(double x, double degrees_of_freedom);
/// The x with P(X <= x) = p of the chi-squared distribution.
double bs_chi_squared_quantile(double p, double degrees_of_freedom);
/// The x with P(X > x) = p of the chi-squared distribution.
double bs_chi_squared_upper_quantile(double p, double degrees_of_freedom);

/// P(X <= x) of Fisher's F distribution.
double bs_fisher_f_cdf(double x, double numerator, double denominator);
/// P(X > x) of Fisher's F distribution.
double bs_fisher_f_survival(double x, double numerator, double denominator);
/// The x with P(X <= x) = p of Fisher's F distribution.
double bs_fisher_f_quantile(double p, double numerator, double denominator);
/// The x with P(X > x) = p of Fisher's F distribution.
double bs_fisher_f_upper_quantile(double p, double numerator, double denominator);

/// P(X <= x) of the noncentral t distribution.
double bs_noncentral_t_cdf(double x, double degrees_of_freedom, double noncentrality);
/// P(X > x) of the noncentral t distribution.
double bs_noncentral_t_survival(double x, double degrees_of_freedom, double noncentrality);

/// P(X <= x) of the noncentral chi-squared distribution.
double bs_noncentral_chi_squared_cdf(double x, double degrees_of_freedom, double noncentrality);
/// P(X > x) of the noncentral chi-squared distribution.
double bs_noncentral_chi_squared_survival(
    double x, double degrees_of_freedom, double noncentrality);

/// P(X <= x) of the noncentral F distribution.
double bs_noncentral_f_cdf(double x, double numerator, double denominator, double noncentrality);
/// P(X > x) of the noncentral F distribution.
double bs_noncentral_f_survival(
    double x, double numerator, double denominator, double noncentrality);

/// Gamma(x) / Gamma(x + 1/2).
double bs_gamma_half_ratio(double x);

#ifdef __cplusplus
}
#endif
