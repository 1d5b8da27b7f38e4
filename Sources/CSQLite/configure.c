#include <pthread.h>

#include "CSQLite.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void configure(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

void bs_configure(void) { pthread_once(&once, configure); }
