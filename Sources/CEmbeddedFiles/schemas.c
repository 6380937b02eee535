#include "table.h"

static const unsigned char notes_schema_json[] = {
#embed "../SessionStore/Schemas/notes.schema.json"
};
static const unsigned char session_schema_json[] = {
#embed "../SessionStore/Schemas/session.schema.json"
};

static const NamedFile files[] = {
  {"notes.schema.json", {notes_schema_json, sizeof notes_schema_json}},
  {"session.schema.json", {session_schema_json, sizeof session_schema_json}},
  {NULL, {NULL, 0}},
};

EmbeddedFile embedded_schema(const char *name) { return find(files, name); }
