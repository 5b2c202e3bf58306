// Bytes from the terminal. They are decoded in Swift: curses knows neither pastes nor a sequence
// that arrives in two parts.
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "include/cncurses.h"
#include "internal.h"

// What was typed during a computation and is not yet read.
static uint8_t kept[65536];
static int kept_count;

int64_t nabla_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int nabla_wait(int milliseconds) {
  struct pollfd watched[] = {{.fd = 0, .events = POLLIN},
                             {.fd = nabla_wake_descriptor(), .events = POLLIN}};
  if (kept_count > 0) milliseconds = 0;
  poll(watched, 2, milliseconds);
  int found = nabla_take_flags();
  if (kept_count > 0 || watched[0].revents & POLLIN) found |= NABLA_INPUT;
  else if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= NABLA_HUNG_UP;
  return found;
}

static int read_now(uint8_t *bytes, int count) {
  struct pollfd watched = {.fd = 0, .events = POLLIN};
  if (poll(&watched, 1, 0) <= 0) return 0;
  ssize_t got = read(0, bytes, (size_t)count);
  if (got > 0) return (int)got;
  // In raw mode a read of nothing means that the terminal was closed.
  return got < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

int nabla_read(uint8_t *bytes, int count) {
  if (kept_count == 0) return read_now(bytes, count);
  int taken = kept_count < count ? kept_count : count;
  memcpy(bytes, kept, (size_t)taken);
  memmove(kept, kept + taken, (size_t)(kept_count - taken));
  kept_count -= taken;
  return taken;
}

int nabla_look(void) {
  int found = nabla_take_flags();
  int room = (int)sizeof kept - kept_count;
  int got = room > 0 ? read_now(kept + kept_count, room) : 0;
  if (got < 0) return found | NABLA_HUNG_UP;
  int end = kept_count + got;
  for (int i = 0; i < end; i++) {
    if (kept[i] == 0x1C) raise(SIGQUIT);
    if (kept[i] != 0x03) continue;
    // As the terminal itself does for Ctrl-C: what was typed before it is void.
    memmove(kept, kept + i + 1, (size_t)(end - i - 1));
    kept_count = end - i - 1;
    return found | NABLA_INTERRUPTED;
  }
  kept_count = end;
  return found;
}

int nabla_is_interrupted(void) {
  if (!nabla_terminal.claimed) return nabla_output_is_interrupted();
  int room = (int)sizeof kept - kept_count;
  int got = room > 0 ? read_now(kept + kept_count, room) : 0;
  if (got < 0) return 1;
  kept_count += got;
  return nabla_sees_interrupt() || memchr(kept, 0x03, (size_t)kept_count) != NULL;
}
