#include "include/CDuckDB.h"
