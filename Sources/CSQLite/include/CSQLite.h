#pragma once
#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

// Codes that are sums, which Swift cannot import.
enum {
  BS_READONLY_CANTINIT = SQLITE_READONLY_CANTINIT,
  BS_READONLY_DIRECTORY = SQLITE_READONLY_DIRECTORY,
  BS_READONLY_RECOVERY = SQLITE_READONLY_RECOVERY,
  BS_CANTOPEN_DIRTYWAL = SQLITE_CANTOPEN_DIRTYWAL,
};

// Leaves out SQLite's count of all memory in use, whose one lock holds up connections that work side
// by side. Takes effect only before the process's first connection; safe to call any number of times.
void bs_configure(void);

// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift cannot import.
static inline int bs_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

// sqlite3_db_config is variadic, which Swift cannot import. With these off, "no_such_column" is an
// error and not the text 'no_such_column'.
static inline void bs_refuse_quoted_texts(sqlite3 *connection) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
}

// As bs_bind_text, for the result of a function.
static inline void bs_result_text(sqlite3_context *context, const char *text, int length) {
  sqlite3_result_text(context, text, length, SQLITE_TRANSIENT);
}

// Reads YYYY-MM-DD[( |T)HH:MM[:SS[.f…]]][Z|±HH[[:]MM]] as microseconds since 1970 in UTC; digits
// beyond the microsecond are cut. Returns whether the text is one.
int bs_parse_moment(const unsigned char *text, int length, int64_t *microseconds);

// Microseconds since 1970 of a number that a database holds for a moment. Integers are seconds
// since 1970; reals are read as SQLite's 'auto' modifier does: Julian days up to 5373484.5, beyond
// that seconds since 1970. Returns whether it lies in the years 1 to 9999.
int bs_moment_of_integer(int64_t seconds, int64_t *microseconds);
int bs_moment_of_real(double number, int64_t *microseconds);

// Rows of a statement, copied out column by column, so that a reader walks over one column at a
// time. The cell of a row and column is at column * capacity + row.
typedef struct {
  int columns, capacity, rows;
  // SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL.
  unsigned char *kinds;
  // An integer, a double's bits, a text's place in `texts`, or a blob's length.
  int64_t *payloads;
  // Bytes of a text.
  int32_t *lengths;
  unsigned char *texts;
  size_t used, room;
} bs_batch;

// An empty batch; NULL where there is no memory.
bs_batch *bs_batch_new(int columns, int capacity);
void bs_batch_free(bs_batch *batch);

// Steps through a statement and fills the batch anew. Returns SQLITE_ROW where more rows may follow,
// SQLITE_DONE after the last, or the code of what went wrong; the rows before it are there.
int bs_batch_fill(bs_batch *batch, sqlite3_stmt *statement);

// Whether bytes are well-formed UTF-8.
int bs_is_utf8(const unsigned char *text, int length);

// Adds the functions bs_… to a connection; see functions.h for their list. Returns an SQLite code.
int bs_register_functions(sqlite3 *connection);
