#include "CBoostMath.h"

#include <boost/math/distributions/students_t.hpp>

extern "C" double bs_student_t_survival(double t, double degrees_of_freedom) {
  boost::math::students_t distribution(degrees_of_freedom);
  return boost::math::cdf(boost::math::complement(distribution, t));
}
