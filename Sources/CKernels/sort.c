#include "CKernels.h"

#include <string.h>

#define ELEMENT double
#define KEY(element) (element)
#define NAME(word) value_##word
#include "distribution.h"

#define ELEMENT bs_entry
#define KEY(element) (element).key
#define NAME(word) entry_##word
#include "distribution.h"

void bs_sort(double *values, double *buffer, size_t n) {
  value_sort_in_place(values, buffer, n, 0);
}

void bs_sort_entries(bs_entry *entries, bs_entry *buffer, size_t n) {
  entry_sort_in_place(entries, buffer, n, 0);
}

static double place_scale(double low, double high) { return 1023 / (high / 2 - low / 2); }

// Half the distance, so that no finite range is beyond the doubles. What is outside the range has an
// outermost place and NaN the first: no value can be counted outside the counts.
static inline size_t place_of(double value, double low, double scale) {
  double place = (value / 2 - low / 2) * scale;
  place = place > 0 ? place : 0;
  return (size_t)(place < 1023 ? place : 1023);
}

void bs_count_places(const double *values, size_t n, double low, double high, intptr_t *counts) {
  double scale = place_scale(low, high);
  for (size_t i = 0; i < n; i++) counts[place_of(values[i], low, scale)]++;
}

size_t bs_collect_place(
    const double *values, size_t n, double low, double high, size_t place, double *out) {
  double scale = place_scale(low, high);
  size_t count = 0;
  for (size_t i = 0; i < n; i++) {
    if (place_of(values[i], low, scale) == place) out[count++] = values[i];
  }
  return count;
}
