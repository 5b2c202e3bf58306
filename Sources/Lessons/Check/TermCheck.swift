/// Looks for words that the glossary has another term for.
struct TermCheck {
  let glossary: Glossary

  /// The places in a lesson where a word stands that is to be avoided.
  func findings(_ script: LessonScript) -> [Finding] {
    let (lesson, source) = (script.lesson, script.source)
    let avoided = glossary.terms.flatMap { term in
      (term.avoided[lesson.language] ?? []).map { word in
        (word: word, term: term.names[lesson.language] ?? "")
      }
    }
    guard !avoided.isEmpty else { return [] }
    var findings: [Finding] = []
    for line in ProseText.lines(of: source) {
      for (word, term) in avoided where ProseText.contains(line.text, word) {
        findings.append(
          source.finding(
            .glossary, line: line.number, at: word,
            "The glossary calls `\(word)` by another name: `\(term)`.",
            "Use one term for one thing, the glossary's."))
      }
    }
    return findings
  }
}

/// Compares the terms of a lesson with those of its translation.
struct TermPair {
  private let original: LessonScript
  private let translation: LessonScript

  /// How often a term must be used before its translation is missed.
  private static let often = 4

  init(_ original: LessonScript, _ translation: LessonScript) {
    self.original = original
    self.translation = translation
  }

  /// Terms that the original uses often, and the translation never by their names.
  func findings(_ glossary: Glossary) -> [Finding] {
    let (english, chinese) = (text(of: original), text(of: translation))
    return glossary.terms.compactMap { term in
      guard let name = term.names[.english], let translated = term.names[.chinese],
        ProseText.count(english, name) >= Self.often, !ProseText.contains(chinese, translated)
      else { return nil }
      return Finding(
        rule: .glossary, file: translation.source.file, line: 0,
        message:
          "\(original.source.file) speaks of `\(name)` \(ProseText.count(english, name)) times, "
          + "and the glossary's `\(translated)` is never used here.",
        advice: "Use the glossary's term, or change it there for all lessons.")
    }
  }

  private func text(of script: LessonScript) -> String {
    ProseText.lines(of: script.source).map(\.text).joined(separator: "\n")
  }
}

/// What people read of a lesson's file: everything but its programs, its code and its formulas.
enum ProseText {
  /// The lines that hold prose, the rest of each left out.
  static func lines(of source: SourceText) -> [(number: Int, text: String)] {
    var lines: [(Int, String)] = []
    var isCode = false
    var fence = ""
    for (index, line) in source.lines.enumerated() {
      let mark = line.prefix { $0 == "`" }
      if mark.count >= 3, fence.isEmpty {
        fence = String(mark)
        isCode = !line.dropFirst(mark.count).hasPrefix("quiz")
        continue
      }
      if line == fence[...] {
        (fence, isCode) = ("", false)
        continue
      }
      if !isCode { lines.append((index + 1, prose(line, isQuiz: !fence.isEmpty))) }
    }
    return lines
  }

  /// A line without code, formulas and computed numbers; of a question's line, its text.
  private static func prose(_ line: Substring, isQuiz: Bool) -> String {
    var line = line
    if isQuiz, let colon = line.firstIndex(of: ":") {
      let key = String(line[..<colon]).trimmed.drop { $0 == "-" || $0 == " " }
      let texts = ["ask", "say", "text", "because"]
      let isKey = !key.isEmpty && key.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      if isKey, !texts.contains(String(key)), line.prefix(while: { $0 == " " }).count < 4 {
        return ""
      }
      if isKey { line = line[line.index(after: colon)...] }
    }
    var text = ""
    var closing: Character?
    for character in line {
      if let open = closing {
        if character == open { closing = nil }
      } else if character == "`" || character == "$" {
        closing = character
      } else if character == "{" {
        closing = "}"
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// Whether a word stands in a text; one of letters stands alone there, whatever its case.
  static func contains(_ text: String, _ word: String) -> Bool { count(text, word, most: 1) > 0 }

  /// How often a word stands in a text.
  static func count(_ text: String, _ word: String, most: Int = .max) -> Int {
    let (text, word) = (Array(text.lowercased()), Array(word.lowercased()))
    guard let first = word.first, text.count >= word.count else { return 0 }
    let isLatin = word.allSatisfy(\.isASCII)
    var (count, index) = (0, 0)
    while index + word.count <= text.count, count < most {
      guard text[index] == first, text[index..<(index + word.count)].elementsEqual(word) else {
        index += 1
        continue
      }
      let end = index + word.count
      // A plural counts as the word.
      let after = end < text.count && text[end] == "s" ? end + 1 : end
      let isAlone =
        !isLatin || !(isLetter(text, index - 1) || isLetter(text, after))
      if isAlone { count += 1 }
      index = end
    }
    return count
  }

  private static func isLetter(_ text: [Character], _ index: Int) -> Bool {
    text.indices.contains(index) && text[index].isASCII
      && (text[index].isLetter || text[index] == "-" || text[index] == "_")
  }
}
