/// Everything a key can ask for.
public enum Command: String, Sendable, Hashable, CaseIterable {
  // Everywhere.
  case help, language, quit, close, repaint, stop
  // Lists and scrolling.
  case up, down, pageUp, pageDown, top, bottom
  // Home.
  case open
  // A lesson.
  case next, back, nextStep, contents, inspect, openRow, closeRow, showAllRows, edit, playground
  case play
  case home, digits, search, nextFocus, previousFocus
  // A question.
  case answer, hint, reveal, skip, fresh, replay, toggle, check, leave, run
  // An order.
  case hold, raise, lower
  // The drill.
  case drill, accept, rateAgain, rateHard, rateGood, rateEasy, undo, postpone, suspendCard, teach
  case finish, drillMisses, statistics, resumeSuspended
  // In front of a class.
  case previousStep, blank, tally, footer
  // The REPL.
  case complete, explain, table, newLine, clearLine, clear
  // Cells.
  case left, right, openCell, parent
  // Inputs.
  case increase, decrease, increaseMuch, decreaseMuch, reset, confirm, nextCell, previousCell
}
