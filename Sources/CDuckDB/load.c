#include "include/CDuckDB.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool bs_load_globally(const char *path) {
  return dlopen(path, RTLD_NOW | RTLD_GLOBAL) != NULL;
}

// What is wrong with a library that lacks a function, with its version where it tells it.
static char *missing(void *library, const char *name) {
  const char *(*version)(void) = (const char *(*)(void))dlsym(library, "duckdb_library_version");
  char text[256];
  if (version)
    snprintf(text, sizeof text, "it is DuckDB %s, which has no '%s'", version(), name);
  else
    snprintf(text, sizeof text, "it has no '%s'", name);
  return strdup(text);
}

const bs_duckdb *bs_duckdb_load(const char *path, char **message) {
  *message = NULL;
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char *reason = dlerror();
    *message = strdup(reason ? reason : "it cannot be loaded");
    return NULL;
  }
  bs_duckdb *functions = calloc(1, sizeof *functions);
  if (!functions) {
    *message = strdup("there is no memory left");
    return NULL;
  }
#define BS_DUCK_LOOK_UP(result, name, parameters) \
  *(void **)&functions->name = dlsym(library, "duckdb_" #name); \
  if (!functions->name) { \
    *message = missing(library, "duckdb_" #name); \
    free(functions); \
    return NULL; \
  }
  BS_DUCK_FUNCTIONS(BS_DUCK_LOOK_UP)
#undef BS_DUCK_LOOK_UP
  return functions;
}
