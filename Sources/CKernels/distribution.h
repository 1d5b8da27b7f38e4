// A sort by distribution, for one type of element: define ELEMENT, KEY(element) and NAME(word), then
// include this file.
//
// The range of the keys is cut into equal parts, and each element is put into its part; parts are
// sorted in the same way until they are small. The place of a key, (key − low) · scale cut to a whole
// number, never falls where the key rises, so that rounding cannot harm the order. What resists
// (keys in ever narrower clusters, ranges beyond the doubles) is merged instead, in O(n log n).
// Equal keys keep their order throughout.

enum { NAME(small) = 24, NAME(most_parts) = 2048, NAME(most_levels) = 4 };

/// Where the parts end, and how many elements the largest has.
typedef struct {
  size_t parts;
  uint32_t largest;
  uint32_t ends[NAME(most_parts)];
} NAME(parting);

static inline void NAME(insert)(ELEMENT *elements, size_t n) {
  for (size_t i = 1; i < n; i++) {
    ELEMENT moved = elements[i];
    size_t j = i;
    for (; j > 0 && KEY(elements[j - 1]) > KEY(moved); j--) elements[j] = elements[j - 1];
    elements[j] = moved;
  }
}

/// Sorts what is in `from` into `to`, for elements that are nearly in order.
static inline void NAME(insert_across)(const ELEMENT *from, ELEMENT *to, size_t n) {
  for (size_t i = 0; i < n; i++) {
    ELEMENT moved = from[i];
    size_t j = i;
    for (; j > 0 && KEY(to[j - 1]) > KEY(moved); j--) to[j] = to[j - 1];
    to[j] = moved;
  }
}

/// Merges runs of `small`, then runs twice as long, between the two arrays; the result is in `to`.
static void NAME(merge)(ELEMENT *from, ELEMENT *to, size_t n) {
  for (size_t i = 0; i < n; i += NAME(small)) {
    NAME(insert)(from + i, n - i < NAME(small) ? n - i : NAME(small));
  }
  ELEMENT *a = from, *b = to;
  for (size_t width = NAME(small); width < n; width *= 2) {
    for (size_t start = 0; start < n; start += 2 * width) {
      size_t middle = start + width < n ? start + width : n;
      size_t end = start + 2 * width < n ? start + 2 * width : n;
      size_t left = start, right = middle;
      for (size_t i = start; i < end; i++) {
        int takes_right = left == middle || (right < end && KEY(a[right]) < KEY(a[left]));
        b[i] = takes_right ? a[right++] : a[left++];
      }
    }
    ELEMENT *swapped = a;
    a = b;
    b = swapped;
  }
  if (a != to) memcpy(to, a, n * sizeof(ELEMENT));
}

/// The places of the first elements among the parts, as many as there may be parts; NaN has the first,
/// so that none lies outside.
static inline size_t NAME(places)(
    const ELEMENT *from, size_t n, double low, double scale, int32_t *places) {
  size_t count = n < NAME(most_parts) ? n : NAME(most_parts);
  for (size_t i = 0; i < count; i++) {
    double place = (KEY(from[i]) - low) * scale;
    places[i] = (int32_t)(place > 0 ? place : 0);
  }
  return count;
}

/// Puts the elements into parts; gives no parts where the keys cannot be parted.
static void NAME(part)(
    const ELEMENT *from, ELEMENT *to, size_t n, int level, NAME(parting) *parting) {
  int32_t places[NAME(most_parts)];
  uint32_t *ends = parting->ends;
  // Four ranges side by side, since each comparison waits for the one before.
  double lows[4], highs[4];
  for (int lane = 0; lane < 4; lane++) lows[lane] = highs[lane] = KEY(from[0]);
  for (size_t i = 0; i + 4 <= n; i += 4) {
    for (int lane = 0; lane < 4; lane++) {
      double key = KEY(from[i + lane]);
      lows[lane] = key < lows[lane] ? key : lows[lane];
      highs[lane] = key > highs[lane] ? key : highs[lane];
    }
  }
  double low = lows[0], high = highs[0];
  for (int lane = 1; lane < 4; lane++) {
    low = lows[lane] < low ? lows[lane] : low;
    high = highs[lane] > high ? highs[lane] : high;
  }
  for (size_t i = n & ~(size_t)3; i < n; i++) {
    double key = KEY(from[i]);
    low = key < low ? key : low;
    high = key > high ? key : high;
  }
  size_t parts = NAME(most_parts);
  while (parts > 16 && parts > (n > 65536 ? n / 256 : n)) parts /= 2;
  double scale = (double)(parts - 1) / (high - low);
  parting->parts = 0;
  if (level == NAME(most_levels) || !(scale > 0 && scale <= 0x1p1000) || n > UINT32_MAX) return;
  memset(ends, 0, parts * sizeof(uint32_t));
  for (size_t start = 0; start < n;) {
    size_t count = NAME(places)(from + start, n - start, low, scale, places);
    for (size_t i = 0; i < count; i++) ends[places[i]]++;
    start += count;
  }
  uint32_t next = 0, largest = 0;
  for (size_t i = 0; i < parts; i++) {
    uint32_t count = ends[i];
    largest = count > largest ? count : largest;
    ends[i] = next;
    next += count;
  }
  if (n <= NAME(most_parts)) {
    // The places of a part this small are all at hand from counting.
    for (size_t i = 0; i < n; i++) to[ends[places[i]]++] = from[i];
  } else {
    for (size_t start = 0; start < n;) {
      size_t count = NAME(places)(from + start, n - start, low, scale, places);
      for (size_t i = 0; i < count; i++) to[ends[places[i]]++] = from[start + i];
      start += count;
    }
  }
  parting->parts = parts;
  parting->largest = largest;
}

static int NAME(is_constant)(const ELEMENT *elements, size_t n) {
  for (size_t i = 1; i < n; i++) {
    if (KEY(elements[i]) != KEY(elements[0])) return 0;
  }
  return 1;
}

static void NAME(sort_in_place)(ELEMENT *elements, ELEMENT *buffer, size_t n, int level);

/// Sorts what is in `from` into `to`; `from` is overwritten.
static void NAME(sort_across)(ELEMENT *from, ELEMENT *to, size_t n, int level) {
  if (n <= NAME(small)) {
    NAME(insert_across)(from, to, n);
    return;
  }
  if (NAME(is_constant)(from, n)) {
    memcpy(to, from, n * sizeof(ELEMENT));
    return;
  }
  NAME(parting) parting;
  NAME(part)(from, to, n, level, &parting);
  if (parting.parts == 0) {
    NAME(merge)(from, to, n);
    return;
  }
  if (parting.largest <= NAME(small)) {
    NAME(insert)(to, n);
    return;
  }
  for (size_t i = 0, start = 0; i < parting.parts; start = parting.ends[i++]) {
    size_t count = parting.ends[i] - start;
    if (count > 1) NAME(sort_in_place)(to + start, from + start, count, level + 1);
  }
}

/// Sorts the elements where they are.
static void NAME(sort_in_place)(ELEMENT *elements, ELEMENT *buffer, size_t n, int level) {
  if (n <= NAME(small)) {
    NAME(insert)(elements, n);
    return;
  }
  if (NAME(is_constant)(elements, n)) return;
  NAME(parting) parting;
  NAME(part)(elements, buffer, n, level, &parting);
  if (parting.parts == 0) {
    NAME(merge)(elements, buffer, n);
    memcpy(elements, buffer, n * sizeof(ELEMENT));
    return;
  }
  if (parting.largest <= NAME(small)) {
    NAME(insert_across)(buffer, elements, n);
    return;
  }
  for (size_t i = 0, start = 0; i < parting.parts; start = parting.ends[i++]) {
    NAME(sort_across)(buffer + start, elements + start, parting.ends[i] - start, level + 1);
  }
}

#undef ELEMENT
#undef KEY
#undef NAME
