// Standard output of a program that runs without a screen. What it printed is kept here until it is
// worth a write, and a signal that ends the program writes it out, so that nothing is lost.
#define _GNU_SOURCE
#include <errno.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "include/cncurses.h"
#include "internal.h"

static char waiting[1 << 16];
static volatile size_t filled, written;
static volatile sig_atomic_t interrupted;
static int shows_lines;

// How long a program may take to notice Ctrl-C and to say where it was.
enum { PATIENCE_MICROSECONDS = 30000 };

// Async-signal-safe. Whoever reads too slowly does not keep an interrupted program alive.
static void write_waiting(void) {
  while (written < filled) {
    ssize_t count = write(STDOUT_FILENO, waiting + written, filled - written);
    if (count > 0) written += (size_t)count;
    else if (errno != EINTR || interrupted) break;
  }
  if (written == filled) written = filled = 0;
}

static void give_up(int number) {
  static const char word[] = "KeyboardInterrupt\n";
  struct itimerval timer = {.it_value = {.tv_usec = PATIENCE_MICROSECONDS}};
  // A second alarm ends what this one could not write.
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(SIGALRM, &standard, NULL);
  setitimer(ITIMER_REAL, &timer, NULL);
  write_waiting();
  if (number == SIGINT && write(STDERR_FILENO, word, sizeof word - 1) < 0) { /* nobody reads */
  }
  nabla_die(number);
}

static void on_alarm(int number) {
  (void)number;
  give_up(SIGINT);
}

static void on_interrupt(int number) {
  (void)number;
  if (interrupted) give_up(SIGINT);
  interrupted = 1;
  struct itimerval timer = {.it_value = {.tv_usec = PATIENCE_MICROSECONDS}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

static void handle(int number, void (*handler)(int)) {
  struct sigaction before, action = {.sa_handler = handler};
  sigaction(number, NULL, &before);
  if (before.sa_handler != SIG_IGN) sigaction(number, &action, NULL);
}

void nabla_begin_output(void) {
  shows_lines = isatty(STDOUT_FILENO);
  handle(SIGINT, on_interrupt);
  handle(SIGTERM, give_up);
  handle(SIGHUP, give_up);
  struct sigaction action = {.sa_handler = on_alarm};
  sigaction(SIGALRM, &action, NULL);
  // Whoever started this program may have had signals blocked.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

int nabla_print(const uint8_t *bytes, size_t count) {
  int shows = shows_lines && memchr(bytes, '\n', count) != NULL;
  while (count > 0) {
    size_t room = sizeof waiting - filled;
    if (room == 0) {
      write_waiting();
      room = sizeof waiting - filled;
      if (room == 0) return 0;
    }
    size_t part = count < room ? count : room;
    memcpy(waiting + filled, bytes, part);
    filled += part;
    bytes += part;
    count -= part;
  }
  if (shows) write_waiting();
  return 1;
}

int nabla_end_output(void) {
  struct itimerval none = {0};
  if (interrupted) setitimer(ITIMER_REAL, &none, NULL);
  write_waiting();
  return filled == 0;
}

int nabla_output_is_interrupted(void) { return interrupted; }
