#pragma once

// Without this the wide-character functions do not exist for Swift.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdint.h>
#include <wchar.h>

// Each accessor is here because Swift cannot reach the thing itself; they hold no state, since a
// variable in the header of a system library does not link.

// Global variables are not concurrency-safe to Swift.
static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline WINDOW *cn_curscr(void) { return curscr; }
static inline int cn_colours(void) { return COLORS; }

// Attributes are macros that compute; Swift imports constants only.
static inline attr_t cn_bold(void) { return A_BOLD; }
static inline attr_t cn_dim(void) { return A_DIM; }
static inline attr_t cn_reverse(void) { return A_REVERSE; }
static inline attr_t cn_underline(void) { return A_UNDERLINE; }

// wcwidth is hidden behind a feature macro that modules do not set.
extern int wcwidth(wchar_t character);
static inline int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// The cell type has an array that arrives in Swift as a tuple; setcchar wants a string.
static inline int cn_set_cell(cchar_t *cell, const uint32_t scalars[6], attr_t attributes, short pair) {
  wchar_t text[6];
  for (int i = 0; i < 6; i++) text[i] = (wchar_t)scalars[i];
  return setcchar(cell, text, attributes, pair, NULL);
}

// Reads a cell back for tests: up to 5 scalars, ended by 0. Returns the number of scalars.
static inline int cn_get_cell(
    WINDOW *window, int row, int column, uint32_t scalars[6], attr_t *attributes, short *pair) {
  cchar_t cell;
  wchar_t text[CCHARW_MAX + 1] = {0};
  if (mvwin_wch(window, row, column, &cell) == ERR) return -1;
  if (getcchar(&cell, text, attributes, pair, NULL) == ERR) return -1;
  int count = 0;
  while (count < 5 && text[count] != 0) {
    scalars[count] = (uint32_t)text[count];
    count++;
  }
  scalars[count] = 0;
  return count;
}

// tigetstr answers (char *)-1 for a name it does not know, which Swift cannot compare with.
static inline int cn_has_string(const char *name) {
  char *value = tigetstr((NCURSES_CONST char *)name);
  return value != NULL && value != (char *)-1;
}
