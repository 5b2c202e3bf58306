import Lessons
import Testing

@testable import TutorUI

/// A play: keys go in, screens come out, and a course held in memory answers the effects.
struct Play {
  var app: App
  var room = TestRoom()
  var recorded: [LessonEvent] = []
  var hasQuit = false

  init(_ columns: Int = 80, _ rows: Int = 24, language: CourseLanguage = .english) {
    app = App(
      size: Size(columns: columns, rows: rows), language: language,
      course: TestRoom().list(in: language))
  }

  /// Sends a message, and performs what comes of it.
  mutating func send(_ message: AppMessage) {
    var effects = app.update(message)
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      if case .quit = effect { hasQuit = true }
      if case .record(let event) = effect { recorded.append(event) }
      for answer in room.perform(effect, app.language) { effects += app.update(answer) }
    }
  }

  /// Presses keys: words for those with a name, single characters, and `"…"` for typed text.
  mutating func press(_ keys: String) {
    for key in Self.parse(keys) { send(.key(key)) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.resized(Size(columns: columns, rows: rows)))
  }

  /// The screen as text, trailing blanks dropped.
  var screen: String {
    var lines = app.render().picture
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static let names: [String: Key] = [
    "space": .character(" "), "enter": .enter, "esc": .escape, "tab": .tab, "s-tab": .backTab,
    "bs": .backspace, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home,
    "end": .end, "pgup": .pageUp, "pgdn": .pageDown, "f1": .function(1), "f2": .function(2),
    "^c": .control("c"), "^r": .control("r"), "^d": .control("d"), "s-up": .shift(.up),
    "s-down": .shift(.down),
  ]

  static func parse(_ keys: String) -> [Key] {
    keys.split(separator: " ").flatMap { word -> [Key] in
      if let key = names[String(word)] { return [key] }
      if word.hasPrefix("\""), word.hasSuffix("\""), word.count > 1 {
        return word.dropFirst().dropLast().map { .character($0) }
      }
      return word.map { .character($0) }
    }
  }
}

/// Compares a screen with the picture it should be, row by row.
func expect(
  _ screen: String, _ picture: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard screen != picture else { return }
  let got = screen.split(separator: "\n", omittingEmptySubsequences: false)
  let wanted = picture.split(separator: "\n", omittingEmptySubsequences: false)
  var report = ""
  for row in 0..<max(got.count, wanted.count) {
    let left = row < wanted.count ? String(wanted[row]) : "(none)"
    let right = row < got.count ? String(got[row]) : "(none)"
    if left != right { report += "\n\(row): - │\(left)│\n\(row): + │\(right)│" }
  }
  Issue.record("the screen differs:\(report)\n\(screen)", sourceLocation: sourceLocation)
}
