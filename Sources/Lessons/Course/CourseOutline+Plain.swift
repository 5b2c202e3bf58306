extension CourseOutline {
  /// Reads an outline that is written as plainly as `docs/lessons.md` shows it; nil for any other.
  ///
  /// The outline is read before the first frame, and a YAML reader takes ten times as long.
  init?(plain text: String) {
    self.init(title: [:], parts: [], findings: [])
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == " " }) {
      guard takePlain(line, number: number + 1) else { return nil }
    }
    var names: Set<String> = []
    let isSound = parts.allSatisfy { part in
      part.title.count == CourseLanguage.allCases.count && !part.lessons.isEmpty
        && part.lessons.allSatisfy { FrontMatter.isName($0) && names.insert($0).inserted }
    }
    guard title.count == CourseLanguage.allCases.count, !parts.isEmpty, isSound else { return nil }
  }

  private mutating func takePlain(_ line: Substring, number: Int) -> Bool {
    if let value = Self.value(line, after: "title: ") {
      guard title.isEmpty, let texts = Self.plainTexts(value) else { return false }
      title = texts
    } else if line == "parts:" {
      return parts.isEmpty
    } else if let value = Self.value(line, after: "  - title: ") {
      guard let texts = Self.plainTexts(value) else { return false }
      parts.append(Part(title: texts, lessons: [], lines: []))
    } else if let value = Self.value(line, after: "    lessons: ") {
      guard let last = parts.indices.last, parts[last].lessons.isEmpty,
        let items = Self.items(value, "[", "]")
      else { return false }
      parts[last].lessons = items
      parts[last].lines = items.map { _ in number }
    } else {
      return false
    }
    return true
  }

  private static func value(_ line: Substring, after start: String) -> Substring? {
    line.hasPrefix(start) ? line.dropFirst(start.count) : nil
  }

  /// `{en: One, zh: 一}`.
  private static func plainTexts(_ value: Substring) -> [CourseLanguage: String]? {
    guard let items = items(value, "{", "}") else { return nil }
    var texts: [CourseLanguage: String] = [:]
    for item in items {
      guard let colon = item.firstIndex(of: ":"),
        let language = CourseLanguage(rawValue: String(item[..<colon])),
        item[colon...].hasPrefix(": "), texts[language] == nil,
        let text = LessonHead.plainScalar(item[item.index(after: colon)...])
      else { return nil }
      texts[language] = text
    }
    return texts
  }

  /// What stands between two brackets, cut at commas; nothing in it may be a bracket or a quote.
  private static func items(_ value: Substring, _ open: Character, _ close: Character) -> [String]?
  {
    guard value.first == open, value.last == close else { return nil }
    let inside = value.dropFirst().dropLast()
    guard !inside.contains(where: { "[]{}'\"#&*".contains($0) }) else { return nil }
    return inside.split(separator: ",").map { $0.trimmed }
  }
}
