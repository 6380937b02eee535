#pragma once

#include "CEmbeddedFiles.h"

#include <string.h>

/// A file under its name; a table ends with one that has none.
typedef struct {
  const char *name;
  EmbeddedFile file;
} NamedFile;

static inline EmbeddedFile find(const NamedFile *files, const char *name) {
  while (files->name != NULL && strcmp(files->name, name) != 0) files++;
  return files->file;
}
