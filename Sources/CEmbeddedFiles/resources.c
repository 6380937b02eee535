#include "table.h"

static const unsigned char rehearsal_en_json[] = {
#embed "../WorkshopContent/Resources/rehearsal.en.json"
};
static const unsigned char rehearsal_nl_json[] = {
#embed "../WorkshopContent/Resources/rehearsal.nl.json"
};
static const unsigned char texts_en_json[] = {
#embed "../WorkshopContent/Resources/texts.en.json"
};
static const unsigned char texts_nl_json[] = {
#embed "../WorkshopContent/Resources/texts.nl.json"
};
static const unsigned char words_en_json[] = {
#embed "../WorkshopContent/Resources/words.en.json"
};
static const unsigned char words_nl_json[] = {
#embed "../WorkshopContent/Resources/words.nl.json"
};
static const unsigned char workshop_json[] = {
#embed "../WorkshopContent/Resources/workshop.json"
};

static const NamedFile files[] = {
  {"rehearsal.en.json", {rehearsal_en_json, sizeof rehearsal_en_json}},
  {"rehearsal.nl.json", {rehearsal_nl_json, sizeof rehearsal_nl_json}},
  {"texts.en.json", {texts_en_json, sizeof texts_en_json}},
  {"texts.nl.json", {texts_nl_json, sizeof texts_nl_json}},
  {"words.en.json", {words_en_json, sizeof words_en_json}},
  {"words.nl.json", {words_nl_json, sizeof words_nl_json}},
  {"workshop.json", {workshop_json, sizeof workshop_json}},
  {NULL, {NULL, 0}},
};

EmbeddedFile embedded_resource(const char *name) { return find(files, name); }
