import Lessons

/// Something on a page that the cursor can be on or the mouse can press.
enum Spot: Sendable, Hashable {
  case cell(CellPlace)
  case input(InputID, element: Int)
  case choice(quiz: String, index: Int)
  case field(quiz: String)
  case blank(quiz: String, index: Int)
  case code(quiz: String)
  /// A film, by the number of its program.
  case film(Int)
}

/// A number in a derivation or a table of a step.
struct CellPlace: Sendable, Hashable {
  /// The program's number in the lesson.
  var program: Int
  /// The part of a `compare`; 0 elsewhere.
  var part: Int
  /// The step of the derivation, or nil for the program's value.
  var step: Int?
  /// The element in row-major order.
  var element: Int
}

/// Where a question stands within lines laid out.
struct QuestionRows: Sendable, Hashable {
  /// The question's name.
  var quiz: String
  /// All its lines.
  var rows: Range<Int>
  /// What was thought of the answer, or the answer itself, with its reasons.
  var verdict: Range<Int>?
  /// The last hint.
  var hint: Range<Int>?

  /// The same some lines below.
  func moved(by lines: Int) -> QuestionRows {
    let move = { (rows: Range<Int>) in rows.lowerBound + lines..<rows.upperBound + lines }
    return QuestionRows(
      quiz: quiz, rows: move(rows), verdict: verdict.map(move), hint: hint.map(move))
  }
}

/// Where a spot stands within lines laid out.
struct Target: Sendable, Hashable {
  /// What stands there.
  var spot: Spot
  /// The line, counted from 0.
  var row: Int
  /// The first column.
  var column: Int
  /// How many columns it takes.
  var columns: Int
}
