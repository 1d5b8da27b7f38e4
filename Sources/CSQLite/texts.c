#include "functions.h"

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

int bs_register_texts(sqlite3 *connection) {
  int code = sqlite3_create_function_v2(connection, "bs_like", 2, BS_FLAGS, NULL, like, NULL, NULL,
                                        NULL);
  if (code != SQLITE_OK) return code;
  return sqlite3_create_function_v2(connection, "bs_starts_with", 2, BS_FLAGS, NULL, starts_with,
                                    NULL, NULL, NULL);
}
