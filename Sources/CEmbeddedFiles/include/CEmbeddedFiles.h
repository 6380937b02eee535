#pragma once

#include <stddef.h>

// Files that are part of the program: what people read on screen, the templates of reports, and the
// schemas of session files. C23's #embed compiles hundreds of kilobytes in a moment, where an array
// literal of Swift takes most of a minute, and a changed file compiles one file of C again.

/// The bytes of a file, which last as long as the program; none if there is no such file.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} EmbeddedFile;

/// A file of `WorkshopContent/Resources`, by its name.
EmbeddedFile embedded_resource(const char *name);

/// A file of `WorkshopReport/Templates`, by its name.
EmbeddedFile embedded_template(const char *name);

/// A file of `SessionStore/Schemas`, by its name.
EmbeddedFile embedded_schema(const char *name);
