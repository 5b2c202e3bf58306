// Cells to curses: sizes, styles, rows.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#include <wchar.h>

#include "include/cncurses.h"
#include "internal.h"

enum { STYLES = 64, ATTRIBUTES = 32, LONGEST = 16384 };

// A cell of each style without its character: setcchar for every cell would cost half of a frame.
static cchar_t templates[STYLES][ATTRIBUTES];
static int style_attributes[STYLES];
static int cursor_is_shown;
static int is_collecting;

int nabla_colours(void) { return !has_colors() ? 0 : COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0; }

static attr_t curses_attributes(int bits) {
  attr_t found = 0;
  if (bits & NABLA_BOLD) found |= WA_BOLD;
  if (bits & NABLA_UNDERLINE) found |= WA_UNDERLINE;
  if (bits & NABLA_REVERSE) found |= WA_REVERSE;
  if (bits & NABLA_ITALIC) found |= WA_ITALIC;
  if (bits & NABLA_FAINT) found |= WA_DIM;
  return found;
}

void nabla_set_style(int slot, int foreground, int background, int attributes) {
  if (slot < 0 || slot >= STYLES) return;
  style_attributes[slot] = attributes;
  short pair = 0;
  if (has_colors() && (foreground >= 0 || background >= 0) &&
      init_pair((short)(slot + 1), (short)foreground, (short)background) == OK)
    pair = (short)(slot + 1);
  for (int bits = 0; bits < ATTRIBUTES; bits++) {
    wchar_t space[] = L" ";
    setcchar(&templates[slot][bits], space, curses_attributes(bits | attributes), pair, NULL);
  }
}

static int number_from(const char *name) {
  const char *text = getenv(name);
  int value = text == NULL ? 0 : atoi(text);
  return value > 0 && value < LONGEST ? value : 0;
}

void nabla_size(int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(1, TIOCGWINSZ, &size) < 0) size.ws_col = size.ws_row = 0;
  *columns = size.ws_col ? size.ws_col : number_from("COLUMNS");
  *rows = size.ws_row ? size.ws_row : number_from("LINES");
  if (*columns == 0) *columns = 80;
  if (*rows == 0) *rows = 24;
  if (*columns > LONGEST) *columns = LONGEST;
  // A size nobody can see must not cost all the memory there is.
  int most = 2000000 / *columns;
  if (*rows > most) *rows = most;
}

void nabla_resize(int columns, int rows) {
  // resizeterm would put a key of its own into the queue; resize_term does not.
  if (columns != COLS || rows != LINES) resize_term(rows, columns);
  clearok(curscr, TRUE);
}

void nabla_put_row(int row, const nabla_cell *cells, int count) {
  static cchar_t *line;
  static int room;
  if (count > room) {
    cchar_t *larger = realloc(line, (size_t)count * sizeof *line);
    if (larger == NULL) return;
    line = larger, room = count;
  }
  int used = 0;
  for (int i = 0; i < count; i++) {
    const nabla_cell *cell = &cells[i];
    if (cell->columns == 0) continue;
    cchar_t *out = &line[used++];
    *out = templates[cell->style % STYLES][cell->attributes % ATTRIBUTES];
    if (cell->scalar >= 0x20 && cell->scalar < 0x7F) {
      out->chars[0] = (wchar_t)cell->scalar;
    } else if (wcwidth((wchar_t)cell->scalar) == cell->columns) {
      // The C library's table is the one curses counts columns by, and it may be older than ours.
      out->chars[0] = (wchar_t)cell->scalar;
    } else {
      out->chars[0] = L'?';
      if (cell->columns == 2 && used < count) line[used] = *out, used++;
    }
    if (cell->mark && wcwidth((wchar_t)cell->mark) == 0) out->chars[1] = (wchar_t)cell->mark;
  }
  mvwadd_wchnstr(stdscr, row, 0, line, used);
}

// The bytes of a frame on the largest screen there may be, by far.
enum { LONGEST_FRAME = 1 << 26 };

// curses writes a frame in dozens of pieces, one each time it moves the cursor. Collected in a
// memory file it goes to the terminal in one write, so that no frame is ever seen half drawn.
void nabla_collect_drawing(void) {
  if (nabla_terminal.drawing < 0) return;
  // A limit on the length of files holds for one in memory too, and would cut frames.
  struct rlimit limit;
  if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur < LONGEST_FRAME) return;
  int collected = memfd_create("nabla-frame", MFD_CLOEXEC);
  if (collected < 0) return;
  is_collecting = dup3(collected, nabla_terminal.drawing, O_CLOEXEC) >= 0;
  close(collected);
}

static void write_all(const char *bytes, ssize_t count) {
  while (count > 0) {
    ssize_t written = write(1, bytes, (size_t)count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      struct pollfd watched = {.fd = 1, .events = POLLOUT};
      poll(&watched, 1, -1);
      continue;
    }
    if (written <= 0) return;
    bytes += written, count -= written;
  }
}

static void hand_over(void) {
  static char bytes[65536];
  if (!is_collecting) return;
  off_t end = lseek(nabla_terminal.drawing, 0, SEEK_CUR);
  for (off_t at = 0; at < end;) {
    size_t wanted = end - at < (off_t)sizeof bytes ? (size_t)(end - at) : sizeof bytes;
    ssize_t count = pread(nabla_terminal.drawing, bytes, wanted, at);
    if (count <= 0) break;
    write_all(bytes, count);
    at += count;
  }
  lseek(nabla_terminal.drawing, 0, SEEK_SET);
}

void nabla_hide_cursor(void) {
  curs_set(1);  // curses remembers what it set last, and the terminal has forgotten
  curs_set(0);
  cursor_is_shown = 0;
}

void nabla_flush(int column, int row) {
  int is_shown = column >= 0;
  leaveok(stdscr, !is_shown);
  if (is_shown) wmove(stdscr, row, column);
  if (is_shown != cursor_is_shown) {
    curs_set(is_shown);
    cursor_is_shown = is_shown;
  }
  wnoutrefresh(stdscr);
  doupdate();
  hand_over();
}

void nabla_bell(void) {
  beep();
  hand_over();
}
