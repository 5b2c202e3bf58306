import Lessons
import Math

extension App {
  /// Gives a key to a question that is typed or chosen by letter; nil where it means no text.
  mutating func typeAnswer(_ key: Key, quiz id: String) -> [AppEffect]? {
    guard let quiz = lesson?.step.quiz(id), let state = lesson?.quizzes[id] else { return nil }
    switch quiz.kind {
    case .choice, .choices, .order, .line: return pick(key, quiz)
    case .recall where state.isOpen: return pick(key, quiz)
    case .number, .table, .shape, .text, .recall:
      let context: KeyContext = quiz.kind == .table ? .blanks : .field
      guard KeyTable.command(for: key, in: context) == nil else { return nil }
      let index = quiz.kind == .table ? state.cursor : 0
      guard state.fields.indices.contains(index) else { return nil }
      // A space at the beginning is a wish to go on, not an answer.
      if key == .character(" "), state.fields[index].text.isEmpty { return [] }
      guard lesson?.quizzes[id]?.fields[index].press(key) == true else { return nil }
      if quiz.kind != .table { lesson?.quizzes[id]?.verdict = nil }
      forgetJudgement(of: index, in: id)
    case .code:
      guard KeyTable.command(for: key, in: .code) == nil else { return nil }
      guard lesson?.quizzes[id]?.code?.press(key) == true else { return nil }
    }
    layOut()
    keepCursorSeen()
    return []
  }

  /// A blank that is typed into again is not wrong any more.
  private mutating func forgetJudgement(of blank: Int, in id: String) {
    guard let cells = lesson?.quizzes[id]?.verdict?.cells, cells.indices.contains(blank) else {
      return
    }
    lesson?.quizzes[id]?.verdict?.cells[blank] = nil
  }

  mutating func keepCursorSeen() {
    guard var lesson else { return }
    showFocus(in: &lesson)
    self.lesson = lesson
  }

  /// Gives a key to the number being typed into an input; nil where it means no text.
  mutating func typeInput(_ key: Key) -> [AppEffect]? {
    if lesson?.typing == nil {
      guard case .character(let character) = key, "0123456789.+-".contains(character) else {
        return nil
      }
      lesson?.typing = AnswerField()
    }
    switch key {
    case .enter, .tab, .backTab, .up, .down, .pageUp, .pageDown: return confirmTyped(key)
    case .escape:
      lesson?.typing = nil
    default:
      if lesson?.typing?.press(key) != true { return nil }
    }
    layOut()
    return []
  }

  /// Takes the number that was typed; then enter and tab go to the next one.
  private mutating func confirmTyped(_ key: Key) -> [AppEffect]? {
    guard let typed = lesson?.typing?.text, case .inputs(let id, let element)? = lesson?.focus
    else {
      return nil
    }
    guard let value = Self.number(typed) else {
      notice = Notice(.unreadable)
      return []
    }
    lesson?.typing = nil
    let effects = assign(id, element, value)
    if key == .enter || key == .tab { moveInput(by: 1) }
    if key == .backTab { moveInput(by: -1) }
    layOut()
    return effects
  }

  private static func number(_ text: String) -> Double? {
    let plain = text.filter { $0 != " " }.map { $0 == "−" ? "-" : String($0) }.joined()
    return Double(plain)
  }
}
