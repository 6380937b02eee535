#include "table.h"

static const unsigned char block_html[] = {
#embed "../WorkshopReport/Templates/block.html"
};
static const unsigned char cards_html[] = {
#embed "../WorkshopReport/Templates/cards.html"
};
static const unsigned char list_html[] = {
#embed "../WorkshopReport/Templates/list.html"
};
static const unsigned char report_css[] = {
#embed "../WorkshopReport/Templates/report.css"
};
static const unsigned char report_html[] = {
#embed "../WorkshopReport/Templates/report.html"
};
static const unsigned char script_html[] = {
#embed "../WorkshopReport/Templates/script.html"
};
static const unsigned char table_html[] = {
#embed "../WorkshopReport/Templates/table.html"
};
static const unsigned char wall_html[] = {
#embed "../WorkshopReport/Templates/wall.html"
};

static const NamedFile files[] = {
  {"block.html", {block_html, sizeof block_html}},
  {"cards.html", {cards_html, sizeof cards_html}},
  {"list.html", {list_html, sizeof list_html}},
  {"report.css", {report_css, sizeof report_css}},
  {"report.html", {report_html, sizeof report_html}},
  {"script.html", {script_html, sizeof script_html}},
  {"table.html", {table_html, sizeof table_html}},
  {"wall.html", {wall_html, sizeof wall_html}},
  {NULL, {NULL, 0}},
};

EmbeddedFile embedded_template(const char *name) { return find(files, name); }
