// The terminal's description without the capabilities that terminals promise and do not all keep:
// repeating a character (REP), and scrolling a part of the screen, which would drag along a panel
// that stands beside it. curses has no switch for them, but it takes a compiled description from
// the environment (TERMINFO=hex:...), so the one on the disk is read and handed on without them.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

// Places in the table of strings, as terminfo(5) and term.h number them.
static const int avoided[] = {
    3 /* csr */,   22 /* dl1 */,  53 /* il1 */, 106 /* dl */, 109 /* indn */,
    110 /* il */, 113 /* rin */, 121 /* rep */, 130 /* ri */,
};

enum { LONGEST = 32768, HEADER = 12 };

static int number_at(const uint8_t *bytes) { return bytes[0] | bytes[1] << 8; }

static ssize_t read_entry(const char *folder, size_t length, const char *name, uint8_t *bytes) {
  char path[1024];
  for (int is_hex = 0; is_hex < 2; is_hex++) {
    int count = is_hex ? snprintf(path, sizeof path, "%.*s/%02x/%s", (int)length, folder, name[0], name)
                       : snprintf(path, sizeof path, "%.*s/%c/%s", (int)length, folder, name[0], name);
    if (count < 0 || (size_t)count >= sizeof path) continue;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) continue;
    ssize_t got = read(file, bytes, LONGEST);
    close(file);
    if (got >= HEADER && got < LONGEST) return got;
  }
  return -1;
}

// Looks where ncurses looks.
static ssize_t find_entry(const char *name, uint8_t *bytes) {
  char folders[4096];
  const char *own = getenv("TERMINFO"), *home = getenv("HOME"), *more = getenv("TERMINFO_DIRS");
  int count = snprintf(folders, sizeof folders, "%s:%s/.terminfo:%s:/etc/terminfo:/lib/terminfo:/usr/share/terminfo:/usr/lib/terminfo",
                       own ? own : "", home ? home : "", more ? more : "");
  if (count < 0 || (size_t)count >= sizeof folders) return -1;
  for (const char *at = folders; *at;) {
    size_t length = strcspn(at, ":");
    ssize_t got = length ? read_entry(at, length, name, bytes) : -1;
    if (got > 0) return got;
    at += length + (at[length] == ':');
  }
  return -1;
}

static int remove_avoided(uint8_t *bytes, ssize_t size) {
  int magic = number_at(bytes);
  if (magic != 0x011A && magic != 0x021E) return 0;
  int names = number_at(bytes + 2), flags = number_at(bytes + 4), numbers = number_at(bytes + 6);
  int strings = number_at(bytes + 8);
  long start = HEADER + (long)names + flags;
  start += start % 2;
  start += (long)numbers * (magic == 0x011A ? 2 : 4);
  if (start + 2L * strings > size) return 0;
  for (size_t i = 0; i < sizeof avoided / sizeof *avoided; i++)
    if (avoided[i] < strings) bytes[start + 2 * avoided[i]] = bytes[start + 2 * avoided[i] + 1] = 0xFF;
  return 1;
}

void nabla_hand_on_description(const char *name) {
  static uint8_t bytes[LONGEST];
  static char text[2 * LONGEST + 8];
  const char *own = getenv("TERMINFO");
  if (own && (strncmp(own, "hex:", 4) == 0 || strncmp(own, "b64:", 4) == 0)) return;
  if (strchr(name, '/') != NULL) return;
  ssize_t size = find_entry(name, bytes);
  if (size < 0 || !remove_avoided(bytes, size)) return;
  char *out = stpcpy(text, "hex:");
  for (ssize_t i = 0; i < size; i++) {
    *out++ = "0123456789ABCDEF"[bytes[i] >> 4];
    *out++ = "0123456789ABCDEF"[bytes[i] & 15];
  }
  *out = 0;
  setenv("TERMINFO", text, 1);
}
