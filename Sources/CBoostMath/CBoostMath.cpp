#include "CBoostMath.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/non_central_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cerrno>
#include <limits>

namespace {

using namespace boost::math::policies;

// Errors end in NaN or infinity and errno: an exception must not cross into Swift.
using Quiet = policy<
    domain_error<errno_on_error>, pole_error<errno_on_error>, overflow_error<errno_on_error>,
    underflow_error<ignore_error>, denorm_error<ignore_error>, rounding_error<errno_on_error>,
    evaluation_error<errno_on_error>, indeterminate_result_error<errno_on_error>>;

using boost::math::cdf;
using boost::math::complement;
using boost::math::quantile;
using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using ChiSquared = boost::math::chi_squared_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;
using NoncentralT = boost::math::non_central_t_distribution<double, Quiet>;
using NoncentralChiSquared = boost::math::non_central_chi_squared_distribution<double, Quiet>;
using NoncentralF = boost::math::non_central_f_distribution<double, Quiet>;

// A series that stops early reports through errno alone and still answers a number, which would
// pass for a result; whatever else throws (memory) ends as NaN too.
template <typename Work>
double quietly(Work work) noexcept {
  const int before = errno;
  errno = 0;
  double answer = std::numeric_limits<double>::quiet_NaN();
  try {
    answer = work();
  } catch (...) {
  }
  if (errno == EDOM) answer = std::numeric_limits<double>::quiet_NaN();
  errno = before;
  return answer;
}

}  // namespace

extern "C" {

double bs_normal_cdf(double x) {
  return quietly([=] { return cdf(Normal(), x); });
}

double bs_normal_survival(double x) {
  return quietly([=] { return cdf(complement(Normal(), x)); });
}

double bs_normal_quantile(double p) {
  return quietly([=] { return quantile(Normal(), p); });
}

double bs_normal_upper_quantile(double p) {
  return quietly([=] { return quantile(complement(Normal(), p)); });
}

double bs_student_t_cdf(double x, double degrees_of_freedom) {
  return quietly([=] { return cdf(StudentT(degrees_of_freedom), x); });
}

double bs_student_t_survival(double x, double degrees_of_freedom) {
  return quietly([=] { return cdf(complement(StudentT(degrees_of_freedom), x)); });
}

double bs_student_t_quantile(double p, double degrees_of_freedom) {
  return quietly([=] { return quantile(StudentT(degrees_of_freedom), p); });
}

double bs_student_t_upper_quantile(double p, double degrees_of_freedom) {
  return quietly([=] { return quantile(complement(StudentT(degrees_of_freedom), p)); });
}

double bs_chi_squared_cdf(double x, double degrees_of_freedom) {
  return quietly([=] { return cdf(ChiSquared(degrees_of_freedom), x); });
}

double bs_chi_squared_survival(double x, double degrees_of_freedom) {
  return quietly([=] { return cdf(complement(ChiSquared(degrees_of_freedom), x)); });
}

double bs_chi_squared_quantile(double p, double degrees_of_freedom) {
  return quietly([=] { return quantile(ChiSquared(degrees_of_freedom), p); });
}

double bs_chi_squared_upper_quantile(double p, double degrees_of_freedom) {
  return quietly([=] { return quantile(complement(ChiSquared(degrees_of_freedom), p)); });
}

double bs_fisher_f_cdf(double x, double numerator, double denominator) {
  return quietly([=] { return cdf(FisherF(numerator, denominator), x); });
}

double bs_fisher_f_survival(double x, double numerator, double denominator) {
  return quietly([=] { return cdf(complement(FisherF(numerator, denominator), x)); });
}

double bs_fisher_f_quantile(double p, double numerator, double denominator) {
  return quietly([=] { return quantile(FisherF(numerator, denominator), p); });
}

double bs_fisher_f_upper_quantile(double p, double numerator, double denominator) {
  return quietly([=] { return quantile(complement(FisherF(numerator, denominator), p)); });
}

double bs_noncentral_t_cdf(double x, double degrees_of_freedom, double noncentrality) {
  return quietly([=] { return cdf(NoncentralT(degrees_of_freedom, noncentrality), x); });
}

double bs_noncentral_t_survival(double x, double degrees_of_freedom, double noncentrality) {
  return quietly([=] {
    return cdf(complement(NoncentralT(degrees_of_freedom, noncentrality), x));
  });
}

double bs_noncentral_chi_squared_cdf(double x, double degrees_of_freedom, double noncentrality) {
  return quietly([=] { return cdf(NoncentralChiSquared(degrees_of_freedom, noncentrality), x); });
}

double bs_noncentral_chi_squared_survival(
    double x, double degrees_of_freedom, double noncentrality) {
  return quietly([=] {
    return cdf(complement(NoncentralChiSquared(degrees_of_freedom, noncentrality), x));
  });
}

double bs_noncentral_f_cdf(double x, double numerator, double denominator, double noncentrality) {
  return quietly([=] { return cdf(NoncentralF(numerator, denominator, noncentrality), x); });
}

double bs_noncentral_f_survival(
    double x, double numerator, double denominator, double noncentrality) {
  return quietly([=] {
    return cdf(complement(NoncentralF(numerator, denominator, noncentrality), x));
  });
}

double bs_gamma_half_ratio(double x) {
  return quietly([=] { return boost::math::tgamma_delta_ratio(x, 0.5, Quiet()); });
}

}  // extern "C"
