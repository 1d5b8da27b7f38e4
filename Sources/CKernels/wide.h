#pragma once

// How a loop is compiled twice: once for any processor and once for those with AVX2 and FMA.
//
//   static inline INLINE double loop(…) { … }
//   DISPATCH(double, bs_loop, loop, (const double *x, size_t n), (x, n))
//
// Contraction is off, so that both give the same bits: an `a * b + c` rounds twice on either.

#pragma STDC FP_CONTRACT OFF

#define INLINE __attribute__((always_inline))

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,fma")))
#define HAS_WIDE (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))

#define DISPATCH(type, name, loop, parameters, arguments)      \
  WIDE static type name##_wide parameters { return loop arguments; } \
  static type name##_plain parameters { return loop arguments; }     \
  type name parameters {                                             \
    return HAS_WIDE ? name##_wide arguments : name##_plain arguments; \
  }
#else
#define DISPATCH(type, name, loop, parameters, arguments) \
  type name parameters { return loop arguments; }
#endif

/// Four doubles side by side: one register with AVX2, two without.
typedef double lanes __attribute__((vector_size(32)));

#define LOAD(place)                                  \
  ({                                                 \
    lanes loaded_;                                   \
    __builtin_memcpy(&loaded_, (place), sizeof(lanes)); \
    loaded_;                                         \
  })
#define ALL(value) ((lanes){(value), (value), (value), (value)})
