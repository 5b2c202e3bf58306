// Signals: the ones the loop acts on become bytes in a pipe; the deadly ones give the terminal back
// and kill. Everything a handler calls is async-signal-safe.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#include "include/cncurses.h"
#include "internal.h"

static int wake[2] = {-1, -1};
static volatile sig_atomic_t resized, interrupted, suspended, continued, ending;
static char alternate_stack[65536];

static const int deadly[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGTRAP, SIGFPE,    SIGABRT, SIGSYS,
                             SIGPIPE, SIGXCPU, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGIO};

// How long the loop may take to act on a signal that ends the program. A computation that does not
// look, or a terminal that does not read, must not keep it alive.
// Once it has noticed, it has a second for saving.
enum { PATIENCE_MICROSECONDS = 60000, SAVING_MICROSECONDS = 999999 };

void nabla_die(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(number, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
  _exit(128 + number);
}

static void on_deadly(int number) {
  nabla_leave();
  nabla_die(number);
}

static void awaken(void) {
  int before = errno;
  if (write(wake[1], "", 1) < 0) { /* full: the loop will wake anyway */
  }
  errno = before;
}

static void set_alarm(int microseconds) {
  struct itimerval timer = {.it_value = {.tv_usec = microseconds}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

static void on_end(int number) {
  if (!nabla_terminal.claimed) on_deadly(number);
  if (ending) return;
  ending = number;
  set_alarm(PATIENCE_MICROSECONDS);
  awaken();
}

static void on_alarm(int number) { on_deadly(ending ? ending : number); }

static void on_notice(int number) {
  switch (number) {
    case SIGWINCH: resized = 1; break;
    case SIGINT: interrupted = 1; break;
    case SIGTSTP: suspended = 1; break;
    case SIGCONT: continued = 1; break;
  }
  awaken();
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction before, action = {.sa_handler = handler, .sa_flags = flags};
  // All others are held back, SIGTTOU too: tcsetattr from the background must not stop a handler.
  sigfillset(&action.sa_mask);
  sigaction(number, NULL, &before);
  int is_wish = number == SIGHUP || number == SIGINT || number == SIGQUIT || number == SIGTERM;
  if (is_wish && before.sa_handler == SIG_IGN) return;  // nohup, or a shell's background job
  sigaction(number, &action, NULL);
}

void nabla_install_handlers(void) {
  if (wake[0] < 0 && pipe2(wake, O_NONBLOCK | O_CLOEXEC) < 0) wake[0] = wake[1] = -1;
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
    handle(deadly[i], on_deadly, SA_ONSTACK | SA_NODEFER);
  handle(SIGTERM, on_end, SA_RESTART | SA_ONSTACK);
  handle(SIGHUP, on_end, SA_RESTART | SA_ONSTACK);
  handle(SIGQUIT, on_end, SA_RESTART | SA_ONSTACK);
  handle(SIGALRM, on_alarm, SA_RESTART | SA_ONSTACK);
  handle(SIGWINCH, on_notice, SA_RESTART);
  handle(SIGINT, on_notice, SA_RESTART);
  handle(SIGTSTP, on_notice, SA_RESTART);
  handle(SIGCONT, on_notice, SA_RESTART);
  signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of write, not the end
  // Whoever started this program may have had signals blocked.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

int nabla_sees_interrupt(void) { return interrupted || ending; }

int nabla_take_flags(void) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) {
  }
  int found = 0;
  if (resized) resized = 0, found |= NABLA_RESIZED;
  if (interrupted) interrupted = 0, found |= NABLA_INTERRUPTED;
  if (suspended) suspended = 0, found |= NABLA_SUSPENDED;
  if (continued) continued = 0, found |= NABLA_CONTINUED;
  if (ending) set_alarm(SAVING_MICROSECONDS), found |= NABLA_ENDED;
  return found;
}

int nabla_wake_descriptor(void) { return wake[0]; }

int nabla_ending(void) { return ending; }

// Stops the whole job, as the terminal's own Ctrl-Z does, and returns when it is continued.
void nabla_stop(void) {
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &standard, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  suspended = continued = 0;
}
