#include "CKernels.h"
#include "wide.h"

#include <math.h>

// Eight pixels side by side.
typedef float pixels __attribute__((vector_size(32)));
typedef int32_t flags __attribute__((vector_size(32)));
typedef uint8_t bytes __attribute__((vector_size(8)));

#define CHOOSE(mask, a, b) ((pixels)(((flags)(a) & (mask)) | ((flags)(b) & ~(mask))))

// A stretch of line, from `x`, `y` on by `dx`, `dy`.
typedef struct {
  float x, y, dx, dy;
} stretch;

// Raises a row's pixels from `first` to before `end` to their shares of one stretch; eight at a time, so
// that up to seven more are looked at, which lie beyond its reach or hold their own share.
static inline INLINE void cover_row(
    uint8_t *row, int32_t first, int32_t end, float down, stretch s, float inverse, float reach) {
  const pixels middles = {0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f}, none = middles - middles;
  for (int32_t i = first; i < end; i += 8) {
    pixels across = middles + ((float)i - s.x);
    pixels along = (across * s.dx + down * s.dy) * inverse;
    along = CHOOSE(along > 0, along, none);
    along = CHOOSE(along < 1, along, none + 1);
    pixels x = across - along * s.dx, y = down - along * s.dy;
    pixels share = reach - __builtin_elementwise_sqrt(x * x + y * y);
    share = CHOOSE(share > 0, share, none);
    share = CHOOSE(share < 1, share, none + 1);
    bytes held, tone = __builtin_convertvector(share * 255 + 0.5f, bytes);
    __builtin_memcpy(&held, row + i, sizeof held);
    bytes is_more = (bytes)(tone > held);
    held = (tone & is_more) | (held & ~is_more);
    __builtin_memcpy(row + i, &held, sizeof held);
  }
}

// How far a disc of radius `reach` extends on a row that lies `down` below its middle; less than 0 where
// it does not.
static inline INLINE float half_width(float down, float reach) {
  float rest = reach * reach - down * down;
  return rest >= 0 ? __builtin_sqrtf(rest) : -1;
}

static inline INLINE int32_t bound(float place, int32_t most) {
  return place > 0 ? (place < (float)most ? (int32_t)place : most) : 0;
}

static inline INLINE void cover_stretch(stretch s, float radius, bs_mask mask) {
  float length = s.dx * s.dx + s.dy * s.dy, inverse = length > 0 ? 1 / length : 0;
  float reach = radius + 0.5f, size = __builtin_sqrtf(length);
  // From the line to its upper edge where it leaves its first end, if it runs down or level.
  float off_x = size > 0 ? s.dy / size * reach : 0, off_y = size > 0 ? -s.dx / size * reach : 0;
  float top = s.dy < 0 ? s.y + s.dy : s.y, bottom = s.dy < 0 ? s.y : s.y + s.dy;
  int32_t last = bound(bottom + reach + 1, mask.height);
  for (int32_t row = bound(top - reach, mask.height); row < last; row++) {
    float down = (float)row + 0.5f - s.y, left = INFINITY, right = -INFINITY;
    float begin = half_width(down, reach), end = half_width(down - s.dy, reach);
    if (begin >= 0) {
      left = s.x - begin;
      right = s.x + begin;
    }
    if (end >= 0) {
      left = s.x + s.dx - end < left ? s.x + s.dx - end : left;
      right = s.x + s.dx + end > right ? s.x + s.dx + end : right;
    }
    // Where the two long edges cross the row.
    for (int side = -1; side <= 1 && s.dy != 0; side += 2) {
      float share = (down - (float)side * off_y) / s.dy;
      if (share < 0 || share > 1) continue;
      float x = s.x + share * s.dx + (float)side * off_x;
      left = x < left ? x : left;
      right = x > right ? x : right;
    }
    if (left > right) continue;
    cover_row(mask.shares + (size_t)row * mask.stride, bound(left, mask.width),
              bound(right + 1, mask.width), down, s, inverse, reach);
  }
}

static inline INLINE void line_loop(const bs_place *places, size_t n, float radius, bs_mask mask) {
  for (size_t i = 1; i < n; i++) {
    bs_place a = places[i - 1], b = places[i];
    // A comparison with NaN is false.
    if (!(fabsf(a.x) < 1e6f && fabsf(a.y) < 1e6f && fabsf(b.x) < 1e6f && fabsf(b.y) < 1e6f)) continue;
    cover_stretch((stretch){a.x, a.y, b.x - a.x, b.y - a.y}, radius, mask);
  }
}

DISPATCH(void, bs_cover_line, line_loop,
         (const bs_place *places, size_t n, float radius, bs_mask mask), (places, n, radius, mask))
