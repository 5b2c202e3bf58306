/// Changes to a program that failed, each of which might make it run; a session tries them.
struct Repair {
  /// Bytes of the program, and what stands there instead.
  struct Edit: Hashable {
    var range: Range<Int>
    var text: String
  }

  let error: PythonError
  let source: Source
  /// The program's words; none where it cannot be cut into words.
  let tokens: [Token]
  /// Where it failed.
  let range: Range<Int>
  /// What stands there.
  let code: String
  private(set) var edits: [Edit] = []

  init?(_ error: PythonError, in text: String) {
    guard let place = error.place, place.source.text == text, text.utf8.count < 20_000 else {
      return nil
    }
    self.error = error
    source = place.source
    let end = max(Int(place.range.start), Int(place.range.end))
    tokens = (try? Lexer.tokens(of: source)) ?? []
    let start = Repair.start(of: Int(place.range.start)..<end, in: tokens)
    range = start..<end
    code = source.text(start, end)
    if error.type == "SyntaxError" || error.type == "IndentationError" || error.type == "TabError" {
      addSyntax()
    } else {
      addNames()
      addTensors()
      addPython()
      addElsewhere()
    }
  }

  /// Where a range begins once the brackets are in it that it closes: `(a * b).sum()` ranges from `a`.
  private static func start(of range: Range<Int>, in tokens: [Token]) -> Int {
    let starts = tokens.outline.brackets.compactMap { open, close in
      range.contains(Int(tokens[close].range.start)) ? Int(tokens[open].range.start) : nil
    }
    return min(range.lowerBound, starts.min() ?? range.lowerBound)
  }

  /// The program with an edit made.
  func text(with edit: Edit) -> String {
    var bytes = source.bytes
    bytes.replaceSubrange(edit.range, with: edit.text.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines that an edit changes, as they are then; with their number where they are elsewhere.
  func description(of edit: Edit) -> String {
    let changed = Source(text(with: edit))
    let first = changed.line(at: edit.range.lowerBound)
    let text = TextMethods.strip(
      changed.text(ofLine: first), atStart: error.type != "IndentationError")
    return first == source.line(at: range.lowerBound) ? text : "line \(first): \(text)"
  }

  // MARK: Adding

  /// Whether the message has these words.
  func says(_ words: String...) -> Bool {
    words.contains { TextSearch.first($0, in: error.message) != nil }
  }

  /// Puts a text in the place of what failed.
  mutating func replace(_ text: String?) {
    guard let text, text != code else { return }
    add(Edit(range: range, text: text))
  }

  /// Adds an edit, once.
  mutating func add(_ edit: Edit) {
    if !edits.contains(edit), edits.count < 12 { edits.append(edit) }
  }

  /// The range of a line, without its end.
  func line(_ number: Int) -> Range<Int> {
    let offset = source.offset(ofLine: number)
    return offset..<(offset + source.text(ofLine: number).utf8.count)
  }

  /// The line where it failed.
  var line: Int { source.line(at: range.lowerBound) }

  /// Where words stand in the program's bytes.
  func places(of words: String) -> [Int] {
    let (bytes, wanted) = (source.bytes, Array(words.utf8))
    guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
    return (0...(bytes.count - wanted.count)).filter { place in
      bytes[place] == first && bytes[place..<(place + wanted.count)].elementsEqual(wanted)
    }
  }

  /// The first text between single quotes in a sentence.
  static func quoted(_ text: String) -> String? {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[1]) : nil
  }
}

extension Source {
  /// Where a line begins, counted from 1.
  func offset(ofLine number: Int) -> Int {
    var (line, offset) = (1, 0)
    while line < number, let end = bytes[offset...].firstIndex(of: 10) {
      (line, offset) = (line + 1, end + 1)
    }
    return offset
  }
}
