#include "CKernels.h"
#include "wide.h"

typedef int64_t flags __attribute__((vector_size(32)));

static double across(const double lane[4]) { return (lane[0] + lane[1]) + (lane[2] + lane[3]); }

#define ACROSS(sum) across((const double *)&(sum))

static inline INLINE bs_line_sums line_loop(
    const double *x, const double *y, const double *robust, size_t n, double place, double reach) {
  lanes w = ALL(0), wx = ALL(0), wxx = ALL(0), wy = ALL(0), wxy = ALL(0);
  flags above = {0, 0, 0, 0};
  double inverse = 1 / reach;
  for (size_t i = 0; i < n; i += 4) {
    lanes xs = ALL(place), ys = ALL(0), rs = ALL(0);
    if (i + 4 <= n) {
      xs = LOAD(x + i);
      ys = LOAD(y + i);
      rs = LOAD(robust + i);
    } else {
      for (size_t lane = 0; i + lane < n; lane++) {
        xs[lane] = x[i + lane];
        ys[lane] = y[i + lane];
        rs[lane] = robust[i + lane];
      }
    }
    lanes dx = xs - place;
    lanes distance = (lanes)((flags)dx & INT64_MAX) * inverse;
    lanes rest = 1 - distance * distance * distance;
    rest = (lanes)((flags)rest & (rest > 0));
    lanes weight = rs * (rest * rest * rest);
    lanes weighted = weight * dx;
    w += weight;
    wx += weighted;
    wxx += weighted * dx;
    wy += weight * ys;
    wxy += weighted * ys;
    above -= weight > 1e-12;
  }
  return (bs_line_sums){ACROSS(w),  ACROSS(wx),  ACROSS(wxx),
                        ACROSS(wy), ACROSS(wxy), (double)(above[0] + above[1] + above[2] + above[3])};
}

DISPATCH(bs_line_sums, bs_local_line, line_loop,
         (const double *x, const double *y, const double *robust, size_t n, double place,
          double reach),
         (x, y, robust, n, place, reach))
