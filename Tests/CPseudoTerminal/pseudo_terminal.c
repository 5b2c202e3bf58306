#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

void pseudo_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(master, TIOCSWINSZ, &size);
}

int pseudo_modes(int descriptor, unsigned *modes, int room) {
  struct termios t;
  if (room < 4 + NCCS || tcgetattr(descriptor, &t) < 0) return 0;
  modes[0] = t.c_iflag, modes[1] = t.c_oflag, modes[2] = t.c_cflag, modes[3] = t.c_lflag;
  for (int i = 0; i < NCCS; i++) modes[4 + i] = t.c_cc[i];
  return 4 + NCCS;
}

void pseudo_cook(int descriptor) {
  struct termios t;
  if (tcgetattr(descriptor, &t) < 0) return;
  t.c_iflag |= ICRNL | IXON;
  t.c_oflag |= OPOST | ONLCR;
  t.c_lflag |= ICANON | ECHO | ISIG | IEXTEN;
  tcsetattr(descriptor, TCSANOW, &t);
}

const char *pseudo_library(void) {
  Dl_info found;
  return dladdr((void *)pseudo_library, &found) ? found.dli_fname : "";
}

static void set_stream(int descriptor, const char *what, int slave, int flags) {
  if (what == NULL) {
    dup2(slave, descriptor);
  } else if (strcmp(what, "-") == 0) {
    close(descriptor);
  } else {
    int opened = open(what, flags, 0600);
    if (opened < 0) _exit(126);
    dup2(opened, descriptor);
    close(opened);
  }
}

static void run(int slave, const char *path, char *const arguments[], char *const environment[],
                pseudo_streams streams) {
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  // A thread of the tests has signals blocked, and a program would inherit that.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (streams.ignores_hangup) signal(SIGHUP, SIG_IGN);
  set_stream(0, streams.input, slave, O_RDONLY);
  set_stream(1, streams.output, slave, O_WRONLY | O_CREAT | O_TRUNC);
  set_stream(2, streams.error, slave, O_WRONLY | O_CREAT | O_TRUNC);
  close_range(3, ~0u, 0);
  execve(path, arguments, environment);
  _exit(127);
}

static void say(int reports, int number) {
  while (write(reports, &number, sizeof number) < 0 && errno == EINTR) {
  }
}

// The leader: takes the terminal back when its job stops, and gives it again when ordered to.
static void lead(int slave, int reports, int orders, pid_t job) {
  struct termios modes;
  tcgetattr(slave, &modes);
  say(reports, job);
  for (;;) {
    int status;
    pid_t changed = waitpid(job, &status, WUNTRACED);
    if (changed < 0 && errno == EINTR) continue;
    if (changed < 0) _exit(1);
    say(reports, status);
    if (!WIFSTOPPED(status)) break;
    tcsetpgrp(slave, getpgrp());
    char order;
    if (read(orders, &order, 1) <= 0) kill(job, SIGKILL);
    if (order == 'c') tcsetattr(slave, TCSANOW, &modes);
    tcsetpgrp(slave, job);
    kill(-job, SIGCONT);
  }
  // The terminal stays this session's until the test has looked at it.
  char order;
  while (read(orders, &order, 1) < 0 && errno == EINTR) {
  }
  _exit(0);
}

int pseudo_open(pseudo_terminal *t, int columns, int rows) {
  if (openpty(&t->master, &t->slave, NULL, NULL, NULL) < 0) return -1;
  fcntl(t->master, F_SETFD, FD_CLOEXEC);
  fcntl(t->slave, F_SETFD, FD_CLOEXEC);
  fcntl(t->master, F_SETFL, O_NONBLOCK);
  pseudo_resize(t->master, columns, rows);
  return 0;
}

int pseudo_start(pseudo_terminal *t, const char *path, char *const arguments[],
                 char *const environment[], pseudo_streams streams) {
  int reports[2], orders[2];
  if (pipe2(reports, O_CLOEXEC) < 0 || pipe2(orders, O_CLOEXEC) < 0) return -1;
  t->leader = fork();
  if (t->leader < 0) return -1;
  if (t->leader == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setsid();
    ioctl(t->slave, TIOCSCTTY, 0);
    close(t->master), close(reports[0]), close(orders[1]);
    signal(SIGTTOU, SIG_IGN), signal(SIGHUP, SIG_IGN), signal(SIGPIPE, SIG_IGN);
    pid_t job = fork();
    if (job == 0) {
      setpgid(0, 0);
      tcsetpgrp(t->slave, getpid());
      run(t->slave, path, arguments, environment, streams);
    }
    setpgid(job, job);
    lead(t->slave, reports[1], orders[0], job);
  }
  close(reports[1]), close(orders[0]);
  t->reports = reports[0], t->orders = orders[1];
  int program = 0;
  if (read(t->reports, &program, sizeof program) != sizeof program) return -1;
  t->program = program;
  return 0;
}

void pseudo_close(pseudo_terminal *t) {
  kill(t->program, SIGKILL);
  close(t->orders);
  close(t->reports);
  close(t->master);
  close(t->slave);
  kill(t->leader, SIGKILL);
  while (waitpid(t->leader, NULL, 0) < 0 && errno == EINTR) {
  }
}
