#include "CKernels.h"
#include "wide.h"

enum { BLOCK = 512 };

static inline INLINE void cells_loop(
    const double *x, const double *y, size_t n, bs_cells columns, bs_cells rows,
    const uint32_t *offsets, uint32_t nowhere, uint32_t *counts) {
  int32_t at[BLOCK];
  double right = columns.count - 1, top = rows.count - 1;
  for (size_t start = 0; start < n; start += BLOCK) {
    size_t size = n - start < BLOCK ? n - start : BLOCK;
    for (size_t i = 0; i < size; i++) {
      double column = (x[start + i] * 0.5 - columns.low) * columns.scale;
      double row = (y[start + i] * 0.5 - rows.low) * rows.scale;
      int is_placed = (column == column) & (row == row);
      // A comparison with NaN is false, so that NaN becomes 0 and never an index.
      column = column > 0 ? column : 0;
      row = row > 0 ? row : 0;
      column = column < right ? column : right;
      row = row < top ? row : top;
      at[i] = is_placed ? (int32_t)row * columns.count + (int32_t)column : -1;
    }
    for (size_t i = 0; i < size; i++) {
      uint32_t offset = offsets ? offsets[start + i] : 0;
      counts[at[i] < 0 ? nowhere : offset + (uint32_t)at[i]]++;
    }
  }
}

DISPATCH(
    void, bs_count_cells, cells_loop,
    (const double *x, const double *y, size_t n, bs_cells columns, bs_cells rows,
     const uint32_t *offsets, uint32_t nowhere, uint32_t *counts),
    (x, y, n, columns, rows, offsets, nowhere, counts))
