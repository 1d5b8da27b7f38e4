// A sort by distribution, for one type of element: define ELEMENT, KEY(element) and NAME(word), then
// include this file.
//
// The range of the keys is cut into equal parts, and each element is put into its part; parts are
// sorted in the same way until they are small. The place of a key, (key − low) · scale cut to a whole
// number, never falls where the key rises, so that rounding cannot harm the order. What resists
// (keys in ever narrower clusters, ranges beyond the doubles) is merged instead, in O(n log n).
// Equal keys keep their order throughout.

enum { NAME(small) = 24, NAME(most_parts) = 1024, NAME(most_levels) = 4 };

static inline void NAME(insert)(ELEMENT *elements, size_t n) {
  for (size_t i = 1; i < n; i++) {
    ELEMENT moved = elements[i];
    size_t j = i;
    for (; j > 0 && KEY(elements[j - 1]) > KEY(moved); j--) elements[j] = elements[j - 1];
    elements[j] = moved;
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

/// Puts the elements into parts; `ends` gets where each part ends. Gives the number of parts, or 0
/// where the keys cannot be parted.
static size_t NAME(part)(
    const ELEMENT *from, ELEMENT *to, size_t n, int level, uint32_t ends[NAME(most_parts)]) {
  double low = KEY(from[0]), high = low;
  for (size_t i = 1; i < n; i++) {
    double key = KEY(from[i]);
    low = key < low ? key : low;
    high = key > high ? key : high;
  }
  size_t parts = NAME(most_parts);
  while (parts > 16 && parts > (n > 4096 ? n / 256 : n / 2)) parts /= 2;
  double scale = (double)(parts - 1) / (high - low);
  if (level == NAME(most_levels) || !(scale > 0 && scale <= 0x1p1000) || n > UINT32_MAX) return 0;
  memset(ends, 0, parts * sizeof(uint32_t));
  for (size_t i = 0; i < n; i++) ends[(uint32_t)((KEY(from[i]) - low) * scale)]++;
  uint32_t next = 0;
  for (size_t i = 0; i < parts; i++) {
    uint32_t count = ends[i];
    ends[i] = next;
    next += count;
  }
  for (size_t i = 0; i < n; i++) {
    to[ends[(uint32_t)((KEY(from[i]) - low) * scale)]++] = from[i];
  }
  return parts;
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
  uint32_t ends[NAME(most_parts)];
  if (n <= NAME(small) || NAME(is_constant)(from, n)) {
    memcpy(to, from, n * sizeof(ELEMENT));
    if (n <= NAME(small)) NAME(insert)(to, n);
    return;
  }
  size_t parts = NAME(part)(from, to, n, level, ends);
  if (parts == 0) {
    NAME(merge)(from, to, n);
    return;
  }
  for (size_t i = 0, start = 0; i < parts; start = ends[i++]) {
    size_t count = ends[i] - start;
    if (count > 1) NAME(sort_in_place)(to + start, from + start, count, level + 1);
  }
}

/// Sorts the elements where they are.
static void NAME(sort_in_place)(ELEMENT *elements, ELEMENT *buffer, size_t n, int level) {
  uint32_t ends[NAME(most_parts)];
  if (n <= NAME(small)) {
    NAME(insert)(elements, n);
    return;
  }
  if (NAME(is_constant)(elements, n)) return;
  size_t parts = NAME(part)(elements, buffer, n, level, ends);
  if (parts == 0) {
    NAME(merge)(elements, buffer, n);
    memcpy(elements, buffer, n * sizeof(ELEMENT));
    return;
  }
  for (size_t i = 0, start = 0; i < parts; start = ends[i++]) {
    NAME(sort_across)(buffer + start, elements + start, ends[i] - start, level + 1);
  }
}

#undef ELEMENT
#undef KEY
#undef NAME
