#include "functions.h"

int bs_register_functions(sqlite3 *connection) {
  int code = bs_register_numbers(connection);
  if (code == SQLITE_OK) code = bs_register_decimals(connection);
  if (code == SQLITE_OK) code = bs_register_texts(connection);
  if (code == SQLITE_OK) code = bs_register_moments(connection);
  if (code == SQLITE_OK) code = bs_register_bags(connection);
  if (code == SQLITE_OK) code = bs_register_sums(connection);
  return code;
}
