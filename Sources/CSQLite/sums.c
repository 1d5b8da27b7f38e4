#include "functions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// A sum whose error does not grow with the rows (Neumaier), so that a sum of decimals held as
// doubles still rounds to the decimal that it is.
typedef struct {
  double sum, rest;
  sqlite3_int64 rows;
  // The most digits after the point so far; -1 once a value was no decimal.
  int scale;
} total;

static void add_to(total *all, double x) {
  const double sum = all->sum + x;
  if (isfinite(sum)) {
    all->rest += fabs(all->sum) >= fabs(x) ? (all->sum - sum) + x : (x - sum) + all->sum;
  }
  all->sum = sum;
}

static void sum_step(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  total *all = sqlite3_aggregate_context(context, sizeof(total));
  if (!all) return;
  const double x = sqlite3_value_double(values[0]);
  add_to(all, x);
  all->rows += 1;
  if (all->scale < 0) return;
  const int scale = bs_decimal_scale(x);
  if (scale < 0 || scale > all->scale) all->scale = scale;
}

static void sum_drop(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  total *all = sqlite3_aggregate_context(context, sizeof(total));
  if (!all) return;
  add_to(all, -sqlite3_value_double(values[0]));
  all->rows -= 1;
}

// The nearest double to the decimal that a sum of decimals is, so that it equals that decimal.
static double as_decimal(double sum, int scale) {
  if (scale < 0) return sum;
  const double power = pow(10, scale), unscaled = rint(sum * power);
  return fabs(unscaled) < 0x1p53 ? unscaled / power : sum;
}

static void sum_tell(sqlite3_context *context) {
  const total *all = sqlite3_aggregate_context(context, 0);
  if (all && all->rows > 0) {
    sqlite3_result_double(context, as_decimal(all->sum + all->rest, all->scale));
  } else {
    sqlite3_result_null(context);
  }
}

// Texts to be joined in the order of their bytes, so that the result does not depend on the plan.
typedef struct {
  char *text;
  int length;
} piece;

typedef struct {
  piece *pieces;
  size_t count, capacity;
  char *separator;
  int separator_length;
} list;

static int compare(const void *a, const void *b) {
  const piece *x = a, *y = b;
  const int common = x->length < y->length ? x->length : y->length;
  const int order = memcmp(x->text, y->text, common);
  return order ? order : (x->length > y->length) - (x->length < y->length);
}

static char *copied(sqlite3_value *value, int *length) {
  const unsigned char *text = sqlite3_value_text(value);
  *length = sqlite3_value_bytes(value);
  char *copy = sqlite3_malloc(*length + 1);
  if (copy && text) memcpy(copy, text, *length);
  return text ? copy : NULL;
}

static void list_step(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  list *all = sqlite3_aggregate_context(context, sizeof(list));
  if (!all) return;
  if (all->count == all->capacity) {
    const size_t wanted = all->capacity ? all->capacity * 2 : 8;
    piece *grown = sqlite3_realloc64(all->pieces, wanted * sizeof(piece));
    if (!grown) goto no_memory;
    all->pieces = grown;
    all->capacity = wanted;
  }
  if (!all->separator) all->separator = copied(values[1], &all->separator_length);
  piece *next = &all->pieces[all->count];
  next->text = copied(values[0], &next->length);
  if (!next->text) goto no_memory;
  all->count += 1;
  return;
no_memory:
  sqlite3_result_error_nomem(context);
}

static char *joined(const list *all, int is_distinct, size_t *length) {
  size_t room = 1;
  for (size_t index = 0; index < all->count; index += 1) {
    room += (size_t)all->pieces[index].length + (size_t)all->separator_length;
  }
  char *text = sqlite3_malloc64(room), *end = text;
  if (!text) return NULL;
  for (size_t index = 0; index < all->count; index += 1) {
    const piece *one = &all->pieces[index];
    if (index > 0 && is_distinct && compare(one, one - 1) == 0) continue;
    if (index > 0 && all->separator) {
      memcpy(end, all->separator, all->separator_length);
      end += all->separator_length;
    }
    memcpy(end, one->text, one->length);
    end += one->length;
  }
  *length = (size_t)(end - text);
  return text;
}

// User data 1 leaves out what comes twice.
static void list_finish(sqlite3_context *context) {
  list *all = sqlite3_aggregate_context(context, 0);
  if (!all) {
    sqlite3_result_null(context);
    return;
  }
  size_t length = 0;
  qsort(all->pieces, all->count, sizeof(piece), compare);
  char *text = joined(all, sqlite3_user_data(context) != NULL, &length);
  if (text) {
    sqlite3_result_text64(context, text, length, sqlite3_free, SQLITE_UTF8);
  } else {
    sqlite3_result_error_nomem(context);
  }
  for (size_t index = 0; index < all->count; index += 1) sqlite3_free(all->pieces[index].text);
  sqlite3_free(all->pieces);
  sqlite3_free(all->separator);
}

int bs_register_sums(sqlite3 *connection) {
  int code = sqlite3_create_window_function(connection, "bs_sum", 1, BS_FLAGS, NULL, sum_step,
                                            sum_tell, sum_tell, sum_drop, NULL);
  code |= sqlite3_create_function_v2(connection, "bs_string_agg", 2, BS_FLAGS, NULL, NULL,
                                     list_step, list_finish, NULL);
  code |= sqlite3_create_function_v2(connection, "bs_string_agg_distinct", 2, BS_FLAGS, (void *)1,
                                     NULL, list_step, list_finish, NULL);
  return code;
}
