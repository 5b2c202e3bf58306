/// Walks over a body once, line by line, and takes out formulas and computed numbers.
struct ProtectedTextScanner {
  private let lines: ArraySlice<Substring>
  private let source: SourceText
  private(set) var text = ""
  private(set) var entries: [ProtectedText.Entry] = []
  private(set) var lineNumbers: [Int] = []
  private(set) var findings: [Finding] = []

  /// The paragraph being read, as one text, and the file's line of its first line.
  ///
  /// All that is looked for is one scalar wide, and they are found ten times as fast as characters.
  private var paragraph: [Unicode.Scalar] = []
  private var firstLine = 0
  /// The lines of the paragraph as they stand.
  private var written: [Substring] = []

  init(lines: ArraySlice<Substring>, source: SourceText) {
    self.lines = lines
    self.source = source
  }

  /// Reads all lines; fenced code and comments pass through as they are.
  mutating func scan() {
    var fence: (mark: Character, count: Int)?
    var inComment = false
    for index in lines.indices {
      let line = lines[index]
      if let open = fence {
        pass(line, number: index + 1)
        if Self.closes(line, open) { fence = nil }
      } else if inComment {
        pass(line, number: index + 1)
        inComment = line.firstIndex(of: "-->") == nil
      } else if let opened = Self.fence(line) {
        flush()
        pass(line, number: index + 1)
        fence = opened
      } else if line.drop(while: \.isWhitespace).hasPrefix("<!--") {
        flush()
        pass(line, number: index + 1)
        inComment = line.firstIndex(of: "-->") == nil
      } else if line.allSatisfy(\.isWhitespace) {
        flush()
        pass(line, number: index + 1)
      } else {
        if written.isEmpty { firstLine = index + 1 }
        written.append(line)
      }
    }
    flush()
  }

  /// The fence a line opens, if it does; a list's marker may stand before it.
  static func fence(_ line: Substring) -> (mark: Character, count: Int)? {
    var rest = line.drop { $0 == " " || $0 == ">" }
    if let bullet = rest.first, "-*+".contains(bullet), rest.dropFirst().first == " " {
      rest = rest.dropFirst().drop { $0 == " " }
    }
    guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let count = rest.prefix { $0 == mark }.count
    guard count >= 3 else { return nil }
    if mark == "`", rest.dropFirst(count).contains("`") { return nil }
    return (mark, count)
  }

  private static func closes(_ line: Substring, _ open: (mark: Character, count: Int)) -> Bool {
    let rest = line.drop { $0 == " " || $0 == ">" }
    let count = rest.prefix { $0 == open.mark }.count
    return count >= open.count && rest.dropFirst(count).allSatisfy(\.isWhitespace)
  }

  private mutating func pass(_ line: Substring, number: Int) {
    text.append(contentsOf: line)
    text.append("\n")
    lineNumbers.append(number)
  }

  // MARK: A paragraph

  private var position = 0
  private var lineInParagraph = 0
  private var output = String.UnicodeScalarView()
  private var outputLines: [Int] = []

  private mutating func flush() {
    guard !written.isEmpty else { return }
    defer { written = [] }
    guard written.contains(where: Self.isRich) else {
      for (offset, line) in written.enumerated() { pass(line, number: firstLine + offset) }
      return
    }
    for line in written {
      if !paragraph.isEmpty { paragraph.append("\n") }
      paragraph.append(contentsOf: line.unicodeScalars)
    }
    position = 0
    lineInParagraph = 0
    output = String.UnicodeScalarView()
    outputLines = [firstLine]
    while position < paragraph.count { scanCharacter() }
    text += String(output) + "\n"
    lineNumbers += outputLines
    paragraph = []
  }

  /// Whether there is a sign in a line that anything could begin with.
  private static func isRich(_ line: Substring) -> Bool {
    line.utf8.contains { byte in
      byte == UInt8(ascii: "$") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "`")
        || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
    }
  }

  private mutating func scanCharacter() {
    switch paragraph[position] {
    case "\\" where position + 1 < paragraph.count && paragraph[position + 1] != "\n":
      take(2)
    case "`": takeCodeSpan()
    case "$": takeFormula()
    case "{" where next == "{": takeComputed()
    case "<" where starts(with: "<!--"): takeComment()
    default: take(1)
    }
  }

  private var next: Unicode.Scalar? {
    position + 1 < paragraph.count ? paragraph[position + 1] : nil
  }

  private func starts(with text: String) -> Bool {
    paragraph[position...].starts(with: text.unicodeScalars)
  }

  /// Copies characters as they are.
  private mutating func take(_ count: Int) {
    for _ in 0..<count where position < paragraph.count {
      output.append(paragraph[position])
      if paragraph[position] == "\n" {
        lineInParagraph += 1
        outputLines.append(firstLine + lineInParagraph)
      }
      position += 1
    }
  }

  private mutating func takeCodeSpan() {
    let count = paragraph[position...].prefix { $0 == "`" }.count
    var index = position + count
    while index < paragraph.count {
      let run = paragraph[index...].prefix { $0 == "`" }.count
      if run == count {
        take(index + run - position)
        return
      }
      index += max(run, 1)
    }
    take(count)
  }

  private mutating func takeComment() {
    var index = position + 4
    while index + 2 < paragraph.count {
      if paragraph[index] == "-", paragraph[index + 1] == "-", paragraph[index + 2] == ">" {
        take(index + 3 - position)
        return
      }
      index += 1
    }
    take(paragraph.count - position)
  }

  // MARK: Formulas

  private mutating func takeFormula() {
    let displayed = next == "$"
    let mark = displayed ? 2 : 1
    let start = position + mark
    var index = start
    while index < paragraph.count {
      if paragraph[index] == "\\" {
        index += 2
        continue
      }
      if paragraph[index] == "$", !displayed || following(index) == "$" { break }
      index += 1
    }
    guard index < paragraph.count, index > start else {
      reportOpenFormula(displayed)
      return take(mark)
    }
    let body = paragraph[start..<index].string
    if !displayed {
      guard let first = body.first, let last = body.last, !first.isWhitespace, !last.isWhitespace
      else {
        reportOpenFormula(displayed)
        return take(mark)
      }
    }
    replace(
      through: index + mark,
      .formula(body.trimmed.replacingNewlines, displayed: displayed))
  }

  private func following(_ index: Int) -> Unicode.Scalar? {
    index + 1 < paragraph.count ? paragraph[index + 1] : nil
  }

  private mutating func reportOpenFormula(_ displayed: Bool) {
    let mark = displayed ? "$$" : "$"
    report(
      .formula, length: mark.count, "This `\(mark)` begins a formula that nothing ends.",
      "End the formula with `\(mark)` in the same paragraph, with no space inside the dollars, "
        + "or write `\\$` for a dollar.")
  }

  // MARK: Computed numbers

  private mutating func takeComputed() {
    guard let end = ComputedText.end(paragraph, from: position + 2) else {
      report(
        .computed, length: 2, "This `{{` begins a computed number that nothing ends.",
        "End it with `}}` in the same paragraph.")
      return take(2)
    }
    let body = paragraph[(position + 2)..<end]
    let parts = ComputedText.split(body)
    if parts.expression.isEmpty {
      report(
        .computed, length: paragraph[position..<(end + 2)].string.count,
        "There is nothing to compute between `{{` and `}}`.",
        "Write an expression, as in `{{ z.max():.2f}}`.")
    }
    replace(
      through: end + 2, .computed(expression: parts.expression, format: parts.format))
  }

  // MARK: Pieces

  private mutating func replace(through end: Int, _ piece: ProtectedText.Piece) {
    let written = paragraph[position..<end].string
    let mark = "\(ProtectedText.opening)\(entries.count)\(ProtectedText.closing)"
    output.append(contentsOf: mark.unicodeScalars)
    entries.append(
      ProtectedText.Entry(
        piece: piece, written: written, line: firstLine + lineInParagraph))
    lineInParagraph += written.count { $0 == "\n" }
    position = end
  }

  private mutating func report(
    _ rule: Finding.Rule, length: Int, _ message: String, _ advice: String
  ) {
    let start = paragraph[..<position].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    findings.append(
      source.finding(
        rule, line: firstLine + lineInParagraph,
        column: paragraph[start..<position].string.count + 1, length: length,
        message, advice))
  }
}
