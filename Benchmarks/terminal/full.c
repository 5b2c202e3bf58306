// The yardstick: a C program over ncursesw that paints a whole new coloured screen for every key.
// It does nothing else, so it is about as fast as curses lets a program be.
//
//   cc -O2 full.c -o full -lncursesw && ./full
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>

static void paint(int key, int number) {
  int rows, columns;
  getmaxyx(stdscr, rows, columns);
  for (int row = 0; row < rows; row++) {
    move(row, 0);
    for (int column = 0; column < columns - 1; column++) {
      int value = row * 7 + column * 3 + number * 11;
      attrset(COLOR_PAIR(1 + (column / 8 + row + number) % 7));
      addch((chtype)('a' + value % 26));
    }
  }
  attrset(A_BOLD);
  mvprintw(0, 0, " key %d, frame %d ", key, number);
  refresh();
}

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  curs_set(0);
  start_color();
  use_default_colors();
  for (short pair = 1; pair <= 7; pair++) init_pair(pair, pair, -1);
  int key = 0, number = 0;
  do {
    paint(key, number++);
    key = getch();
  } while (key != 'q' && key != ERR);
  endwin();
  return 0;
}
