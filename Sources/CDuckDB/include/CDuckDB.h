#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Our own declarations of the part of DuckDB's C API that we call (DuckDB 1.2 to 2.0). The library
// is loaded when the program runs, so that the command works where there is no DuckDB.

// Objects of DuckDB's; each has a function that destroys it.
typedef struct bs_duck_database *bs_duck_database;
typedef struct bs_duck_connection *bs_duck_connection;
typedef struct bs_duck_config *bs_duck_config;
typedef struct bs_duck_cache *bs_duck_cache;
typedef struct bs_duck_prepared *bs_duck_prepared;
typedef struct bs_duck_pending *bs_duck_pending;
typedef struct bs_duck_type *bs_duck_type;
typedef struct bs_duck_chunk *bs_duck_chunk;
typedef struct bs_duck_vector *bs_duck_vector;
typedef struct bs_duck_appender *bs_duck_appender;

// 0 where a call went well.
typedef int32_t bs_duck_state;

// The result of a statement; all of it belongs to DuckDB.
typedef struct {
  uint64_t counts[3];
  void *_Nullable columns;
  char *_Nullable message;
  void *_Nullable data;
} bs_duck_result;

// Moments and days as DuckDB passes them, a structure around one number.
typedef struct {
  int32_t days;
} bs_duck_date;

typedef struct {
  int64_t microseconds;
} bs_duck_timestamp;

// A whole number of 128 bits, its sign in the upper half.
typedef struct {
  uint64_t lower;
  int64_t upper;
} bs_duck_hugeint;

typedef struct {
  uint8_t width;
  uint8_t scale;
  bs_duck_hugeint value;
} bs_duck_decimal;

// The type of a column, as DuckDB numbers it.
enum {
  BS_DUCK_BOOLEAN = 1,
  BS_DUCK_TINYINT = 2,
  BS_DUCK_SMALLINT = 3,
  BS_DUCK_INTEGER = 4,
  BS_DUCK_BIGINT = 5,
  BS_DUCK_UTINYINT = 6,
  BS_DUCK_USMALLINT = 7,
  BS_DUCK_UINTEGER = 8,
  BS_DUCK_UBIGINT = 9,
  BS_DUCK_FLOAT = 10,
  BS_DUCK_DOUBLE = 11,
  BS_DUCK_TIMESTAMP = 12,
  BS_DUCK_DATE = 13,
  BS_DUCK_HUGEINT = 16,
  BS_DUCK_VARCHAR = 17,
  BS_DUCK_DECIMAL = 19,
  BS_DUCK_TIMESTAMP_S = 20,
  BS_DUCK_TIMESTAMP_MS = 21,
  BS_DUCK_TIMESTAMP_NS = 22,
  BS_DUCK_ENUM = 23,
  BS_DUCK_UUID = 27,
  BS_DUCK_TIMESTAMP_TZ = 31,
  BS_DUCK_UHUGEINT = 32,
  BS_DUCK_SQLNULL = 36,
};

// The kind of a statement that gives rows and changes nothing.
enum { BS_DUCK_SELECT = 1 };

// Each function of DuckDB's that we call: result, name without 'duckdb_', parameters.
#define BS_DUCK_FUNCTIONS(X) \
  X(const char *_Nullable, library_version, (void)) \
  X(void, free, (void *_Nullable)) \
  X(bs_duck_state, create_config, (bs_duck_config _Nullable *_Nonnull)) \
  X(bs_duck_state, set_config, \
    (bs_duck_config _Nullable, const char *_Nonnull, const char *_Nonnull)) \
  X(void, destroy_config, (bs_duck_config _Nullable *_Nonnull)) \
  X(bs_duck_cache _Nullable, create_instance_cache, (void)) \
  X(bs_duck_state, get_or_create_from_cache, \
    (bs_duck_cache _Nonnull, const char *_Nonnull, bs_duck_database _Nullable *_Nonnull, \
     bs_duck_config _Nullable, char *_Nullable *_Nonnull)) \
  X(bs_duck_state, open_ext, \
    (const char *_Nullable, bs_duck_database _Nullable *_Nonnull, bs_duck_config _Nullable, \
     char *_Nullable *_Nonnull)) \
  X(void, close, (bs_duck_database _Nullable *_Nonnull)) \
  X(bs_duck_state, connect, \
    (bs_duck_database _Nonnull, bs_duck_connection _Nullable *_Nonnull)) \
  X(void, disconnect, (bs_duck_connection _Nullable *_Nonnull)) \
  X(void, interrupt, (bs_duck_connection _Nonnull)) \
  X(bs_duck_state, query, \
    (bs_duck_connection _Nonnull, const char *_Nonnull, bs_duck_result *_Nullable)) \
  X(bs_duck_state, prepare, \
    (bs_duck_connection _Nonnull, const char *_Nonnull, bs_duck_prepared _Nullable *_Nonnull)) \
  X(const char *_Nullable, prepare_error, (bs_duck_prepared _Nullable)) \
  X(void, destroy_prepare, (bs_duck_prepared _Nullable *_Nonnull)) \
  X(int32_t, prepared_statement_type, (bs_duck_prepared _Nonnull)) \
  X(uint64_t, nparams, (bs_duck_prepared _Nonnull)) \
  X(bs_duck_state, bind_null, (bs_duck_prepared _Nonnull, uint64_t)) \
  X(bs_duck_state, bind_boolean, (bs_duck_prepared _Nonnull, uint64_t, bool)) \
  X(bs_duck_state, bind_int64, (bs_duck_prepared _Nonnull, uint64_t, int64_t)) \
  X(bs_duck_state, bind_double, (bs_duck_prepared _Nonnull, uint64_t, double)) \
  X(bs_duck_state, bind_decimal, (bs_duck_prepared _Nonnull, uint64_t, bs_duck_decimal)) \
  X(bs_duck_state, bind_date, (bs_duck_prepared _Nonnull, uint64_t, bs_duck_date)) \
  X(bs_duck_state, bind_timestamp, (bs_duck_prepared _Nonnull, uint64_t, bs_duck_timestamp)) \
  X(bs_duck_state, bind_varchar_length, \
    (bs_duck_prepared _Nonnull, uint64_t, const char *_Nonnull, uint64_t)) \
  X(bs_duck_state, pending_prepared_streaming, \
    (bs_duck_prepared _Nonnull, bs_duck_pending _Nullable *_Nonnull)) \
  X(const char *_Nullable, pending_error, (bs_duck_pending _Nullable)) \
  X(bs_duck_state, execute_pending, (bs_duck_pending _Nonnull, bs_duck_result *_Nonnull)) \
  X(void, destroy_pending, (bs_duck_pending _Nullable *_Nonnull)) \
  X(const char *_Nullable, result_error, (bs_duck_result *_Nonnull)) \
  X(uint64_t, column_count, (bs_duck_result *_Nonnull)) \
  X(const char *_Nullable, column_name, (bs_duck_result *_Nonnull, uint64_t)) \
  X(bs_duck_type _Nullable, column_logical_type, (bs_duck_result *_Nonnull, uint64_t)) \
  X(bs_duck_chunk _Nullable, fetch_chunk, (bs_duck_result)) \
  X(void, destroy_result, (bs_duck_result *_Nonnull)) \
  X(int32_t, get_type_id, (bs_duck_type _Nonnull)) \
  X(int32_t, decimal_internal_type, (bs_duck_type _Nonnull)) \
  X(uint8_t, decimal_scale, (bs_duck_type _Nonnull)) \
  X(int32_t, enum_internal_type, (bs_duck_type _Nonnull)) \
  X(uint32_t, enum_dictionary_size, (bs_duck_type _Nonnull)) \
  X(char *_Nullable, enum_dictionary_value, (bs_duck_type _Nonnull, uint64_t)) \
  X(bs_duck_type _Nullable, create_logical_type, (int32_t)) \
  X(bs_duck_type _Nullable, create_decimal_type, (uint8_t, uint8_t)) \
  X(void, destroy_logical_type, (bs_duck_type _Nullable *_Nonnull)) \
  X(uint64_t, vector_size, (void)) \
  X(bs_duck_chunk _Nullable, create_data_chunk, \
    (bs_duck_type _Nullable *_Nonnull, uint64_t)) \
  X(void, data_chunk_reset, (bs_duck_chunk _Nonnull)) \
  X(void, data_chunk_set_size, (bs_duck_chunk _Nonnull, uint64_t)) \
  X(uint64_t, data_chunk_get_size, (bs_duck_chunk _Nonnull)) \
  X(bs_duck_vector _Nullable, data_chunk_get_vector, (bs_duck_chunk _Nonnull, uint64_t)) \
  X(void, destroy_data_chunk, (bs_duck_chunk _Nullable *_Nonnull)) \
  X(void *_Nullable, vector_get_data, (bs_duck_vector _Nonnull)) \
  X(uint64_t *_Nullable, vector_get_validity, (bs_duck_vector _Nonnull)) \
  X(void, vector_ensure_validity_writable, (bs_duck_vector _Nonnull)) \
  X(void, vector_assign_string_element_len, \
    (bs_duck_vector _Nonnull, uint64_t, const char *_Nonnull, uint64_t)) \
  X(bs_duck_state, appender_create, \
    (bs_duck_connection _Nonnull, const char *_Nullable, const char *_Nonnull, \
     bs_duck_appender _Nullable *_Nonnull)) \
  X(const char *_Nullable, appender_error, (bs_duck_appender _Nullable)) \
  X(bs_duck_state, append_data_chunk, (bs_duck_appender _Nonnull, bs_duck_chunk _Nonnull)) \
  X(bs_duck_state, appender_close, (bs_duck_appender _Nonnull)) \
  X(bs_duck_state, appender_destroy, (bs_duck_appender _Nullable *_Nonnull))

// DuckDB's functions, each under its name without 'duckdb_'.
typedef struct {
#define BS_DUCK_FIELD(result, name, parameters) result(*_Nonnull name) parameters;
  BS_DUCK_FUNCTIONS(BS_DUCK_FIELD)
#undef BS_DUCK_FIELD
} bs_duckdb;

// Loads a shared library that other libraries then find their symbols in; false where it cannot.
bool bs_load_globally(const char *_Nonnull path);

// Loads DuckDB from a shared library, once and for as long as the program runs.
//
// Gives null and a message, to be freed, where the library cannot be loaded or lacks a function.
const bs_duckdb *_Nullable bs_duckdb_load(
    const char *_Nonnull path, char *_Nullable *_Nonnull message);
