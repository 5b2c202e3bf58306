// Taking the terminal and giving it back. One string and one tcsetattr do it, whoever asks.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "include/cncurses.h"
#include "internal.h"

// term.h has them, and with them macros for words such as "columns" and "lines".
extern int setupterm(const char *name, int descriptor, int *problem);
extern char *tigetstr(const char *name);

struct nabla_terminal nabla_terminal = {.standard_error = -1, .captured = -1, .drawing = -1};

void nabla_open_standard_streams(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++)
    if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) {
      int opened = open("/dev/null", O_RDWR);
      if (opened >= 0 && opened != descriptor) dup2(opened, descriptor), close(opened);
    }
}

// Whether the surroundings ask for UTF-8, by the first of their variables that says anything.
static int asks_for_utf8(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value == NULL || *value == 0) continue;
    return strcasestr(value, "utf-8") != NULL || strcasestr(value, "utf8") != NULL;
  }
  return 0;
}

int nabla_set_locale(void) {
  // A locale that is not installed says nothing of the terminal but that it takes UTF-8.
  if (setlocale(LC_ALL, "") == NULL && asks_for_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  setlocale(LC_NUMERIC, "C");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// Writes without ever waiting for a terminal that does not read: a handler must come to its end.
static void send(const char *bytes, size_t count) {
  int flags = fcntl(1, F_GETFL);
  if (flags >= 0) fcntl(1, F_SETFL, flags | O_NONBLOCK);
  while (count > 0) {
    ssize_t written = write(1, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    bytes += written, count -= (size_t)written;
  }
  if (flags >= 0) fcntl(1, F_SETFL, flags);
}

void nabla_leave(void) {
  if (!nabla_terminal.claimed) return;
  int before = errno;
  send(nabla_terminal.leave, nabla_terminal.leave_length);
  tcsetattr(0, TCSANOW, &nabla_terminal.before);
  nabla_release_errors();
  // Last: a deadly signal that comes in between does all of it again, which harms nothing.
  nabla_terminal.claimed = 0;
  errno = before;
}

// Takes the terminal; `is_again` where curses does not open the alternate screen by itself.
static void enter(int is_again) {
  while (tcsetattr(0, TCSANOW, &nabla_terminal.raw) < 0 && errno == EINTR) {
  }
  nabla_terminal.claimed = 1;
  size_t first = is_again ? 0 : nabla_terminal.enter_screen;
  send(nabla_terminal.enter + first, nabla_terminal.enter_length - first);
  nabla_capture_errors();
}

// What is printed to standard error would spoil the screen and go with it (Swift's own words on a
// trap, say). A file in memory keeps it until the screen is given back.
void nabla_capture_errors(void) {
  if (nabla_terminal.standard_error >= 0 || !isatty(2)) return;
  if (nabla_terminal.captured < 0)
    nabla_terminal.captured = memfd_create("nabla-standard-error", MFD_CLOEXEC);
  if (nabla_terminal.captured < 0) return;
  nabla_terminal.standard_error = fcntl(2, F_DUPFD_CLOEXEC, 3);
  if (nabla_terminal.standard_error >= 0) dup2(nabla_terminal.captured, 2);
}

void nabla_release_errors(void) {
  if (nabla_terminal.standard_error < 0) return;
  dup2(nabla_terminal.standard_error, 2);
  close(nabla_terminal.standard_error);
  nabla_terminal.standard_error = -1;
  char bytes[4096];
  ssize_t count;
  lseek(nabla_terminal.captured, 0, SEEK_SET);
  while ((count = read(nabla_terminal.captured, bytes, sizeof bytes)) > 0)
    if (write(2, bytes, (size_t)count) < 0) break;
  if (ftruncate(nabla_terminal.captured, 0) == 0) lseek(nabla_terminal.captured, 0, SEEK_SET);
}

// Adds a terminfo string without its delays ("$<5>"), which no terminal has needed for decades.
static void append(char *buffer, size_t size, size_t *length, const char *text) {
  if (text == NULL || text == (const char *)-1) return;
  for (; *text && *length + 1 < size; text++) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end != NULL) {
        text = end;
        continue;
      }
    }
    buffer[(*length)++] = *text;
  }
}

static const char *capability(const char *name) { return tigetstr(name); }

static int is_there(const char *text) { return text != NULL && text != (const char *)-1; }

static void prepare_strings(void) {
  struct nabla_terminal *t = &nabla_terminal;
  // Terminals that have a mouse know the private modes of xterm; older ones might print them.
  int is_modern = is_there(capability("kmous"));
  t->enter_length = t->leave_length = 0;
#define ENTER(text) append(t->enter, sizeof t->enter, &t->enter_length, text)
#define LEAVE(text) append(t->leave, sizeof t->leave, &t->leave_length, text)
  ENTER(capability("smcup"));
  ENTER(capability("civis"));
  t->enter_screen = t->enter_length;
  if (is_modern) ENTER("\033[?1000h\033[?1006h\033[?2004h");
  if (is_modern) LEAVE("\033[?2004l\033[?1006l\033[?1000l");
  LEAVE(capability("sgr0"));
  LEAVE(capability("op"));
  LEAVE(capability("cnorm"));
  LEAVE(is_there(capability("rmcup")) ? capability("rmcup") : capability("clear"));
#undef ENTER
#undef LEAVE
}

static int set_up(const char *name) {
  int problem = 0;
  if (setupterm(name, 1, &problem) != OK)
    return problem == 1 ? NABLA_UNSUITABLE_TERM : NABLA_UNKNOWN_TERM;
  if (!is_there(capability("cup"))) return NABLA_UNSUITABLE_TERM;
  if (tcgetattr(0, &nabla_terminal.before) < 0) return NABLA_INPUT_IS_NO_TERMINAL;
  prepare_strings();
  nabla_install_handlers();
  // newterm returns where initscr would print its own message and exit.
  nabla_terminal.claimed = 1;
  // A descriptor of its own, so that what curses draws can be collected (nabla_collect_drawing).
  nabla_terminal.drawing = fcntl(1, F_DUPFD_CLOEXEC, 3);
  FILE *drawing = nabla_terminal.drawing < 0 ? NULL : fdopen(nabla_terminal.drawing, "w");
  if (drawing == NULL) nabla_terminal.drawing = -1;
  if (newterm(name, drawing ? drawing : stdout, stdin) != NULL) return NABLA_CLAIMED;
  nabla_leave();
  return NABLA_UNSUITABLE_TERM;
}

// curses is told the description and the size through the environment, while it is set up: the size
// that it would find by itself can be larger than its numbers, or nothing.
static char *kept(const char *name) {
  const char *value = getenv(name);
  return value ? strdup(value) : NULL;
}

static void give_back(const char *name, char *value) {
  if (value)
    setenv(name, value, 1);
  else
    unsetenv(name);
  free(value);
}

static void set_number(const char *name, int number) {
  char text[16];
  snprintf(text, sizeof text, "%d", number);
  setenv(name, text, 1);
}

int nabla_claim(void) {
  if (!isatty(0)) return NABLA_INPUT_IS_NO_TERMINAL;
  if (!isatty(1)) return NABLA_OUTPUT_IS_NO_TERMINAL;
  const char *name = getenv("TERM");
  if (name == NULL || *name == 0) return NABLA_NO_TERM;
  char *before[] = {kept("TERMINFO"), kept("LINES"), kept("COLUMNS")};
  int columns, rows;
  nabla_size(&columns, &rows);
  set_number("LINES", rows);
  set_number("COLUMNS", columns);
  nabla_hand_on_description(name);
  int result = set_up(name);
  give_back("TERMINFO", before[0]);
  give_back("LINES", before[1]);
  give_back("COLUMNS", before[2]);
  if (result != NABLA_CLAIMED) return result;
  raw();
  noecho();
  nonl();
  typeahead(-1);  // keys are read by us, so curses must not look for them while it draws
  start_color();
  use_default_colors();
  curs_set(0);
  tcgetattr(0, &nabla_terminal.raw);
  enter(0);
  nabla_collect_drawing();
  return NABLA_CLAIMED;
}

void nabla_restore(void) { nabla_leave(); }

void nabla_resume(void) {
  enter(1);
  nabla_hide_cursor();
  clearok(curscr, TRUE);
}

void nabla_suspend(void) {
  nabla_leave();
  nabla_stop();
  nabla_resume();
}
