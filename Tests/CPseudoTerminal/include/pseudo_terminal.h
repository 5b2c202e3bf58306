// A pseudo-terminal with a program in it, and a small session leader that plays the shell: Swift
// cannot fork, and the kernel stops no job that has no shell.
#ifndef NABLA_PSEUDO_TERMINAL_H
#define NABLA_PSEUDO_TERMINAL_H

#include <sys/types.h>

typedef struct {
  int master;   // what a person has: keys go in, bytes come out
  int slave;    // kept open here, so that its modes can be looked at when the program has ended
  int reports;  // the leader's words: the program's number, then a wait status for each change
  int orders;   // a byte: continue the program in the foreground
  pid_t leader;
  pid_t program;
} pseudo_terminal;

// What a standard stream is: the terminal (NULL), nothing ("-"), or a file.
typedef struct {
  const char *input;
  const char *output;
  const char *error;
  int ignores_hangup;
} pseudo_streams;

int pseudo_open(pseudo_terminal *terminal, int columns, int rows);
int pseudo_start(pseudo_terminal *terminal, const char *path, char *const arguments[],
                 char *const environment[], pseudo_streams streams);
void pseudo_resize(int master, int columns, int rows);

// Everything of termios as numbers, to be compared; returns how many there are.
int pseudo_modes(int descriptor, unsigned *modes, int room);

// Makes a terminal behave as a shell's does between commands.
void pseudo_cook(int descriptor);

// Where the library is that this function is in: the program under test lies beside it.
const char *pseudo_library(void);

void pseudo_close(pseudo_terminal *terminal);

#endif
