#include <stdlib.h>
#include <string.h>

#include "CSQLite.h"

// A batch ends early when its texts pass this many bytes, so that it stays in the processor's cache
// and long texts are not held twice.
enum { TEXT_LIMIT = 1 << 20 };

bs_batch *bs_batch_new(int columns, int capacity) {
  bs_batch *batch = calloc(1, sizeof *batch);
  if (!batch) return NULL;
  size_t cells = (size_t)columns * (size_t)capacity;
  batch->columns = columns;
  batch->capacity = capacity;
  batch->kinds = malloc(cells);
  batch->payloads = malloc(cells * sizeof *batch->payloads);
  batch->lengths = malloc(cells * sizeof *batch->lengths);
  if (cells && (!batch->kinds || !batch->payloads || !batch->lengths)) {
    bs_batch_free(batch);
    return NULL;
  }
  return batch;
}

void bs_batch_free(bs_batch *batch) {
  if (!batch) return;
  free(batch->kinds);
  free(batch->payloads);
  free(batch->lengths);
  free(batch->texts);
  free(batch);
}

static int keep_text(bs_batch *batch, const void *text, int length, size_t cell) {
  size_t needed = batch->used + (size_t)length;
  if (needed > batch->room) {
    size_t room = needed > 2 * batch->room ? needed : 2 * batch->room;
    unsigned char *texts = realloc(batch->texts, room);
    if (!texts) return 0;
    batch->texts = texts;
    batch->room = room;
  }
  if (length) memcpy(batch->texts + batch->used, text, (size_t)length);
  batch->payloads[cell] = (int64_t)batch->used;
  batch->lengths[cell] = length;
  batch->used = needed;
  return 1;
}

int bs_is_utf8(const unsigned char *text, int length) {
  const unsigned char *end = text + length;
  while (text < end) {
    uint64_t eight;
    while (end - text >= 8 && (memcpy(&eight, text, 8), !(eight & 0x8080808080808080))) text += 8;
    if (text == end) break;
    unsigned char first = *text++;
    if (first < 0x80) continue;
    int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4 || end - text < more) return 0;
    // No longer form than needed, no surrogates, nothing beyond U+10FFFF.
    unsigned char low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    unsigned char high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (*text < low || *text > high) return 0;
    for (int i = 1; i < more; i++) {
      if ((text[i] & 0xc0) != 0x80) return 0;
    }
    text += more;
  }
  return 1;
}

static int keep_row(sqlite3_stmt *statement, bs_batch *batch) {
  for (int column = 0; column < batch->columns; column++) {
    size_t cell = (size_t)column * (size_t)batch->capacity + (size_t)batch->rows;
    // A statement's values are its connection's, which one thread uses at a time: that is all the
    // protection that reading them without the calls for columns needs.
    sqlite3_value *value = sqlite3_column_value(statement, column);
    int kind = sqlite3_value_type(value);
    batch->kinds[cell] = (unsigned char)kind;
    switch (kind) {
      case SQLITE_INTEGER: batch->payloads[cell] = sqlite3_value_int64(value); break;
      case SQLITE_FLOAT: {
        double number = sqlite3_value_double(value);
        memcpy(&batch->payloads[cell], &number, sizeof number);
        break;
      }
      case SQLITE_TEXT: {
        // The text first: asking for it may change its encoding and so its length.
        const void *text = sqlite3_value_text(value);
        if (!keep_text(batch, text, sqlite3_value_bytes(value), cell)) return 0;
        break;
      }
      default: batch->payloads[cell] = sqlite3_value_bytes(value);
    }
  }
  batch->rows++;
  return 1;
}

int bs_batch_fill(bs_batch *batch, sqlite3_stmt *statement) {
  batch->rows = 0;
  batch->used = 0;
  while (batch->rows < batch->capacity && batch->used < TEXT_LIMIT) {
    int code = sqlite3_step(statement);
    if (code != SQLITE_ROW) return code;
    if (!keep_row(statement, batch)) return SQLITE_NOMEM;
  }
  return SQLITE_ROW;
}
