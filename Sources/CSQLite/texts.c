#include "functions.h"

#include <stdint.h>
#include <string.h>

// The bytes of the character that begins here; a stray byte counts as one character.
static int width(const unsigned char *text, const unsigned char *end) {
  const int wanted = *text < 0xC0 ? 1 : *text < 0xE0 ? 2 : *text < 0xF0 ? 3 : 4;
  return end - text < wanted ? (int)(end - text) : wanted;
}

// Whether the text is like the pattern: % stands for any characters, _ for one, nothing else is
// special. On a mismatch only the last % is tried again one character later, so that the time is
// at most the product of both lengths.
static int is_like(const unsigned char *text, const unsigned char *text_end,
                   const unsigned char *pattern, const unsigned char *pattern_end) {
  const unsigned char *after_percent = NULL, *retry = NULL;
  while (text < text_end) {
    if (pattern < pattern_end && *pattern == '%') {
      after_percent = ++pattern;
      retry = text;
    } else if (pattern < pattern_end && *pattern == '_') {
      pattern += 1;
      text += width(text, text_end);
    } else if (pattern < pattern_end && *pattern == *text) {
      pattern += 1;
      text += 1;
    } else if (after_percent) {
      pattern = after_percent;
      retry += width(retry, text_end);
      text = retry;
    } else {
      return 0;
    }
  }
  while (pattern < pattern_end && *pattern == '%') pattern += 1;
  return pattern == pattern_end;
}

static int any_null(sqlite3_value **values) {
  return sqlite3_value_type(values[0]) == SQLITE_NULL ||
         sqlite3_value_type(values[1]) == SQLITE_NULL;
}

static void like(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (any_null(values)) return;
  const unsigned char *text = sqlite3_value_text(values[0]);
  const unsigned char *pattern = sqlite3_value_text(values[1]);
  if (!text || !pattern) return;
  sqlite3_result_int(context, is_like(text, text + sqlite3_value_bytes(values[0]), pattern,
                                      pattern + sqlite3_value_bytes(values[1])));
}

static void starts_with(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (any_null(values)) return;
  const unsigned char *text = sqlite3_value_text(values[0]);
  const unsigned char *start = sqlite3_value_text(values[1]);
  const int length = sqlite3_value_bytes(values[1]);
  const int fits = length <= sqlite3_value_bytes(values[0]);
  sqlite3_result_int(context, fits && (length == 0 || memcmp(text, start, length) == 0));
}

// How many bytes the first characters of a text take.
static int bytes_of(const unsigned char *text, int length, sqlite3_int64 characters) {
  const unsigned char *at = text, *end = text + length;
  for (; characters > 0 && at < end; characters -= 1) at += width(at, end);
  return (int)(at - text);
}

// Places count from 1, and those before 1 take up length, as in the standard; SQLite's own counts
// them from the end.
static void substring(sqlite3_context *context, int count, sqlite3_value **values) {
  if (any_null(values) || (count > 2 && sqlite3_value_type(values[2]) == SQLITE_NULL)) return;
  const unsigned char *text = sqlite3_value_text(values[0]);
  const int length = sqlite3_value_bytes(values[0]);
  sqlite3_int64 first, end = INT64_MAX;
  if (__builtin_sub_overflow(sqlite3_value_int64(values[1]), 1, &first)) first = INT64_MIN;
  if (count > 2) {
    const sqlite3_int64 wanted = sqlite3_value_int64(values[2]);
    if (__builtin_add_overflow(first, wanted > 0 ? wanted : 0, &end)) end = INT64_MAX;
  }
  const int from = bytes_of(text, length, first);
  const int to = end <= first ? from : from + bytes_of(text + from, length - from, end - (first > 0 ? first : 0));
  sqlite3_result_text(context, (const char *)text + from, to - from, SQLITE_TRANSIENT);
}

int bs_register_texts(sqlite3 *connection) {
  const struct {
    const char *name;
    int count;
    void (*function)(sqlite3_context *, int, sqlite3_value **);
  } all[] = {{"bs_like", 2, like},
             {"bs_starts_with", 2, starts_with},
             {"bs_substr", 2, substring},
             {"bs_substr", 3, substring}};
  int code = SQLITE_OK;
  for (size_t index = 0; index < sizeof all / sizeof *all; index += 1) {
    code |= sqlite3_create_function_v2(connection, all[index].name, all[index].count, BS_FLAGS, NULL,
                                       all[index].function, NULL, NULL, NULL);
  }
  return code;
}
