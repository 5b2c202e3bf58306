extension CourseOutline {
  /// Reads an outline that is written as plainly as `docs/lessons.md` shows it; nil for any other.
  ///
  /// The outline is read before the first frame, and a YAML reader takes ten times as long.
  init?(plain bytes: [UInt8]) {
    self.init(title: [:], parts: [], findings: [])
    var lines = LineCursor(bytes)
    var number = 0
    while let line = lines.next() {
      number += 1
      let text = String(decoding: bytes[line], as: UTF8.self)
      guard lines.isBlank(line) || takePlain(text, number: number) else { return nil }
    }
    var names: Set<String> = []
    let isSound = parts.allSatisfy { part in
      part.title.count == CourseLanguage.allCases.count && !part.lessons.isEmpty
        && part.lessons.allSatisfy { FrontMatter.isName($0) && names.insert($0).inserted }
    }
    guard title.count == CourseLanguage.allCases.count, !parts.isEmpty, isSound else { return nil }
  }

  private mutating func takePlain(_ line: String, number: Int) -> Bool {
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

  private static func value(_ line: String, after start: String) -> String? {
    line.hasPrefix(start) ? String(line.utf8.dropFirst(start.utf8.count)) : nil
  }

  /// `{en: One, zh: 一}`.
  private static func plainTexts(_ value: String) -> [CourseLanguage: String]? {
    guard let items = items(value, "{", "}") else { return nil }
    var texts: [CourseLanguage: String] = [:]
    for item in items {
      guard let colon = item.utf8.firstIndex(of: UInt8(ascii: ":")),
        let language = CourseLanguage(rawValue: String(item[..<colon])), texts[language] == nil
      else { return nil }
      let rest = item[item.utf8.index(after: colon)...]
      guard rest.utf8.first == UInt8(ascii: " "), let text = LessonHead.plainScalar(rest) else {
        return nil
      }
      texts[language] = text
    }
    return texts
  }

  /// What stands between two brackets, cut at commas; nothing in it may be a bracket or a quote.
  private static func items(
    _ value: String, _ open: Unicode.Scalar, _ close: Unicode.Scalar
  ) -> [String]? {
    let bytes = Array(value.utf8)
    guard bytes.count >= 2, bytes.first == UInt8(ascii: open), bytes.last == UInt8(ascii: close)
    else { return nil }
    var items: [String] = []
    var start = 1
    for index in 1..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: close):
        guard bytes[index] != UInt8(ascii: close) || index == bytes.count - 1 else { return nil }
        items.append(String(decoding: bytes[start..<index], as: UTF8.self).trimmed)
        start = index + 1
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "&"),
        UInt8(ascii: "*"):
        return nil
      default: break
      }
    }
    return items
  }
}
