// nabla's terminal in a dozen functions. Swift sees no curses macro, variadic function or global:
// Swift 6 refuses curses' globals, cannot call its variadic functions, and loses its cast macros.
#ifndef NABLA_CNCURSES_H
#define NABLA_CNCURSES_H

#include <stddef.h>
#include <stdint.h>

/// One place on the screen as it is sent to curses. `style` is a slot filled by nabla_set_style.
typedef struct {
  uint32_t scalar;
  uint32_t mark;
  uint8_t columns;
  uint8_t style;
  uint8_t attributes;
} nabla_cell;

/// Why the terminal could not be claimed.
enum {
  NABLA_CLAIMED = 0,
  NABLA_INPUT_IS_NO_TERMINAL,
  NABLA_OUTPUT_IS_NO_TERMINAL,
  NABLA_NO_TERM,
  NABLA_UNKNOWN_TERM,
  NABLA_UNSUITABLE_TERM,
};

/// What nabla_wait found, as bits.
enum {
  NABLA_INPUT = 1,
  NABLA_RESIZED = 2,
  NABLA_INTERRUPTED = 4,
  NABLA_SUSPENDED = 8,
  NABLA_CONTINUED = 16,
  NABLA_ENDED = 32,
  NABLA_HUNG_UP = 64,
};

/// Bits of nabla_cell.attributes and of nabla_set_style.
enum {
  NABLA_BOLD = 1,
  NABLA_UNDERLINE = 2,
  NABLA_REVERSE = 4,
  NABLA_ITALIC = 8,
  NABLA_FAINT = 16,
};

// Opens descriptors 0 to 2 on /dev/null where they are closed, so that no file of ours becomes one.
void nabla_open_standard_streams(void);

// Takes the user's locale for characters and leaves numbers as in C; says whether it is UTF-8.
int nabla_set_locale(void);

// Takes the terminal over, with handlers that give it back on every signal that can end a program.
int nabla_claim(void);

// Gives the terminal back exactly as it was, and prints what went to standard error meanwhile.
void nabla_restore(void);

// Stops this process as Ctrl-Z would, with the terminal given back, and takes it again afterwards.
void nabla_suspend(void);

// Takes the terminal again after a stop that could not be caught (SIGSTOP), and forgets its cells.
void nabla_resume(void);

// How many colours there are: 0, 8, 16 or 256. (COLORS is a global.)
int nabla_colours(void);

// Fills a style's slot with colours (-1 is the terminal's own) and attributes. (Pairs are a global table.)
void nabla_set_style(int slot, int foreground, int background, int attributes);

// Asks the terminal for its size; the environment's or 80x24 where it says 0x0.
void nabla_size(int *columns, int *rows);

// Tells curses the size and that nothing on the screen can be relied upon.
void nabla_resize(int columns, int rows);

// Sets one row's cells. (cchar_t is opaque to Swift.)
void nabla_put_row(int row, const nabla_cell *cells, int count);

// Sends what changed, and places the cursor; a negative column hides it. (stdscr is a global.)
void nabla_flush(int column, int row);

void nabla_bell(void);

// Waits in one poll for keys, signals and time (milliseconds, negative: for ever).
int nabla_wait(int milliseconds);

// Reads what has been typed without waiting; -1 when the terminal is gone.
int nabla_read(uint8_t *bytes, int count);

// Looks, during a computation, for Ctrl-C among what was typed and for signals, as nabla_wait's bits.
int nabla_look(void);

// Whether nabla_look would find Ctrl-C; leaves everything for it to find. Cheap, and touches no state of Swift's.
int nabla_is_interrupted(void);

// Makes ready to print without a screen: a signal that ends the program then writes first what was printed.
void nabla_begin_output(void);

// Prints, at once where somebody watches; 0 where the other side is gone.
int nabla_print(const uint8_t *bytes, size_t count);

// Writes what still waits, and takes back the deadline that Ctrl-C set.
int nabla_end_output(void);

// Whether Ctrl-C came since nabla_begin_output.
int nabla_output_is_interrupted(void);

// The signal behind NABLA_ENDED, or 0.
int nabla_ending(void);

// Ends this process by a signal, so that its parent sees the truth.
void nabla_die(int signal);

// Milliseconds on a clock that never goes back.
int64_t nabla_milliseconds(void);

#endif
