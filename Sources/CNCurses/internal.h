// What the files of the shim share.
#ifndef NABLA_CNCURSES_INTERNAL_H
#define NABLA_CNCURSES_INTERNAL_H

#include <signal.h>
#include <stddef.h>
#include <termios.h>

// What a signal handler needs to give the terminal back, made before it can be called.
struct nabla_terminal {
  volatile sig_atomic_t claimed;
  struct termios before;
  struct termios raw;
  char enter[512];
  size_t enter_screen;  // how much of `enter` opens the screen, which curses does the first time
  size_t enter_length;
  char leave[512];
  size_t leave_length;
  int standard_error;  // where standard error went before, or -1 when it is not captured
  int captured;        // the memory file that standard error goes to meanwhile
  int drawing;         // the descriptor that curses writes to, or -1 when it is standard output
};
extern struct nabla_terminal nabla_terminal;

void nabla_install_handlers(void);
void nabla_leave(void);           // async-signal-safe
void nabla_collect_drawing(void);
void nabla_hide_cursor(void);      // whatever curses and we believe of it; the next frame shows it again
void nabla_capture_errors(void);
void nabla_release_errors(void);  // async-signal-safe
int nabla_take_flags(void);       // which signals arrived since the last call, as nabla_wait's bits
int nabla_sees_interrupt(void);   // whether SIGINT arrived, or one that ends the process
int nabla_wake_descriptor(void);
void nabla_stop(void);
void nabla_hand_on_description(const char *name);

#endif
