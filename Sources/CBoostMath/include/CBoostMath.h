#pragma once
#ifdef __cplusplus
extern "C" {
#endif
/// Survival function of Student's t, P(T > t).
double bs_student_t_survival(double t, double degrees_of_freedom);
#ifdef __cplusplus
}
#endif
