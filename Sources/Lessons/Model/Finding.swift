/// Something wrong with a lesson, with its place and what to do about it.
public struct Finding: Error, Sendable, Hashable {
  /// What kind of fault it is, by a name that stays the same.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    case unreadable, character, frontMatter = "front-matter", yaml
    case unknownKey = "unknown-key", missingKey = "missing-key", value, markdown, formula
    case computed, program, step, quiz, answer, mistake, choice, hint, tolerance
    case duplicate, needs, translation, typedNumber = "typed-number", overflow, course, glossary
  }

  /// What kind of fault it is.
  public var rule: Rule
  /// The file it is in.
  public var file: String
  /// The line, counted from 1; 0 where the whole file is meant.
  public var line: Int
  /// The first column of the range, counted from 1 in characters; 0 where the whole line is meant.
  public var column: Int
  /// The column after the range's last one.
  public var endColumn: Int
  /// The line as it was written.
  public var source: String
  /// What is wrong, as a sentence.
  public var message: String
  /// What to do, as a sentence; may be empty.
  public var advice: String
  /// What is wrong and what to do, for a learner who reads Chinese; empty where only authors are told.
  public var chinese = ""

  /// Makes a finding.
  public init(
    rule: Rule, file: String, line: Int, column: Int = 0, endColumn: Int = 0, source: String = "",
    message: String, advice: String = ""
  ) {
    self.rule = rule
    self.file = file
    self.line = line
    self.column = column
    self.endColumn = endColumn
    self.source = source
    self.message = message
    self.advice = advice
  }
}

extension Finding {
  /// The place and the sentence on one line, for a learner.
  public func line(in language: CourseLanguage) -> String {
    let place = line > 0 ? "\(file):\(line)" : file
    if language == .chinese, !chinese.isEmpty { return "\(place)：\(chinese)" }
    return "\(place): \(message)" + (advice.isEmpty ? "" : " \(advice)")
  }

  /// The finding with its sentence in Chinese.
  func inChinese(_ chinese: String) -> Finding {
    var finding = self
    finding.chinese = chinese
    return finding
  }

  /// The finding as compilers print one: the place, the sentence, the line, a caret, what to do.
  public var report: String {
    var lines: [String] = []
    var place = String(
      String.UnicodeScalarView(
        file.unicodeScalars.map { LessonText.isHarmless($0) ? $0 : "\u{FFFD}" }))
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    lines.append("\(place): \(message)")
    if line > 0, !source.isEmpty { lines += quotation }
    if !advice.isEmpty { lines.append("  \(advice)") }
    return lines.joined(separator: "\n")
  }

  /// How much of a line is quoted.
  private static let widest = 90

  /// The line, or as much of it as is needed to see the place, with the place underlined.
  private var quotation: [String] {
    let start = source.count <= Self.widest ? 0 : max(0, column - 1 - Self.widest / 2)
    let part = source.dropFirst(start).prefix(Self.widest)
    let (head, tail) = (start > 0 ? "…" : "", start + part.count < source.count ? "…" : "")
    let lines = ["  \(line) | \(head)\(part)\(tail)"]
    guard column > 0 else { return lines }
    let indent = String(repeating: " ", count: "\(line)".count) + " | "
    let before = (head + part.prefix(column - 1 - start)).map {
      $0 == "\t" ? "\t" : $0.isWide ? "  " : " "
    }
    let most = max(1, part.count - (column - 1 - start))
    let width = max(1, min(endColumn - column, most))
    return lines + ["  \(indent)\(before.joined())\(String(repeating: "^", count: width))"]
  }
}

extension Character {
  /// Whether it takes two columns of a terminal, as Chinese characters do.
  var isWide: Bool {
    guard let value = unicodeScalars.first?.value, value >= 0x1100 else { return false }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
