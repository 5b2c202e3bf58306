/// What the list of lessons shows of one: its front matter, and how much there is in it.
public struct LessonHead: Sendable, Hashable {
  /// The lesson's name for ever.
  public var id: String
  /// The title shown.
  public var title: String
  /// One sentence on what it teaches.
  public var summary: String
  /// About how long it takes.
  public var minutes: Int
  /// The lessons that come before it.
  public var needs: [String]
  /// What it is about.
  public var topics: [String]
  /// How many steps it has.
  public var steps: Int
  /// How many questions it has.
  public var quizzes: Int
  /// What is wrong with its front matter.
  public var findings: [Finding]

  /// Reads the head of a file, and counts over its body without reading it.
  public init(_ bytes: [UInt8], file: String) {
    let lines = LineCursor(bytes)
    let (end, plain) = Self.plainEntries(lines)
    if let plain {
      self.init(plain)
    } else {
      let text = LessonText(Array(bytes.prefix(end ?? bytes.count)), file: file)
      let (matter, found) = FrontMatter.read(SourceText(text.text, file: file))
      self.init(matter)
      findings = text.findings + found
    }
    count(bytes, from: end ?? 0)
  }

  private init(_ matter: FrontMatter) {
    id = matter.id
    title = matter.title
    summary = matter.summary
    minutes = matter.minutes
    needs = matter.needs
    topics = matter.topics
    steps = 0
    quizzes = 0
    findings = []
  }

  // MARK: The front matter without YAML

  /// Where the front matter ends, and its values where they are written so plainly that no YAML
  /// reader is needed to know them: the list of lessons is on the first frame.
  private static func plainEntries(_ lines: LineCursor) -> (end: Int?, matter: FrontMatter?) {
    var lines = lines
    guard lines.next().map(lines.isRule) == true else { return (nil, nil) }
    var matter: FrontMatter? = FrontMatter()
    var keys: Set<String> = []
    while let line = lines.next() {
      if lines.isRule(line) {
        let complete = FrontMatter.keys.prefix(4).allSatisfy(keys.contains)
        return (lines.position, complete ? matter : nil)
      }
      if matter != nil {
        matter = fill(matter, String(decoding: lines.bytes[line], as: UTF8.self), &keys)
      }
    }
    return (nil, nil)
  }

  private static func fill(
    _ matter: FrontMatter?, _ line: String, _ keys: inout Set<String>
  ) -> FrontMatter? {
    guard var matter, let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = String(line[..<colon])
    let value = line[line.index(after: colon)...]
    guard value.first == " ", let text = plainScalar(value), keys.insert(key).inserted else {
      return nil
    }
    switch key {
    case "id" where FrontMatter.isName(text): matter.id = text
    case "title": matter.title = text
    case "summary": matter.summary = text
    case "minutes":
      guard let minutes = Int(text), minutes > 0 else { return nil }
      matter.minutes = minutes
    case "needs", "topics":
      guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
      let items = text.dropFirst().dropLast().split(separator: ",").map { $0.trimmed }
      guard items.allSatisfy(FrontMatter.isName) else { return nil }
      if key == "needs" { matter.needs = items } else { matter.topics = items }
    default: return nil
    }
    return matter
  }

  /// A value that stands for itself in YAML, or a list of names in brackets.
  static func plainScalar(_ value: Substring) -> String? {
    let text = value.trimmed
    guard let first = text.unicodeScalars.first else { return nil }
    if first == "[" { return text }
    guard !"\"'|>&*!%@`{}]#,?:-~".unicodeScalars.contains(first) else { return nil }
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    let isHarmless =
      text.utf8.allSatisfy { $0 < 0x80 } || text.unicodeScalars.allSatisfy(LessonText.isHarmless)
    guard isPlain, isHarmless, !holds(":", " ", in: text), !holds(" ", "#", in: text),
      text.utf8.last != UInt8(ascii: ":")
    else { return nil }
    return text
  }

  /// Whether one ASCII character is followed by another: by bytes, for the first frame waits.
  private static func holds(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, in text: String
  ) -> Bool {
    var isBefore = false
    for byte in text.utf8 {
      if isBefore, byte == UInt8(ascii: second) { return true }
      isBefore = byte == UInt8(ascii: first)
    }
    return false
  }

  // MARK: The body

  /// Counts steps and questions by the lines that begin and end them.
  private mutating func count(_ bytes: [UInt8], from start: Int) {
    var lines = LineCursor(bytes, from: start)
    var fence: (mark: UInt8, count: Int)?
    var hasContent = false
    while let line = lines.next() {
      let (mark, length) = lines.fence(line)
      if let open = fence {
        if mark == open.mark, length >= open.count { fence = nil }
        continue
      }
      if length >= 3 {
        fence = (mark, length)
        hasContent = true
        if lines.word(line, after: length) == "quiz" { quizzes += 1 }
      } else if lines.isRule(line) {
        if hasContent { steps += 1 }
        hasContent = false
      } else if !hasContent {
        hasContent = !lines.isBlank(line)
      }
    }
    if hasContent { steps += 1 }
  }
}

/// Walks over the lines of some bytes.
struct LineCursor {
  let bytes: [UInt8]
  /// Where the next line begins.
  private(set) var position: Int

  init(_ bytes: [UInt8], from start: Int? = nil) {
    self.bytes = bytes
    position = start ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// The next line without its end; nil at the end of the text.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    position = min(end + 1, bytes.count)
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Whether a line is three dashes or more and nothing else.
  func isRule(_ line: Range<Int>) -> Bool {
    let text = bytes[line]
    guard text.prefix(3).elementsEqual([0x2D, 0x2D, 0x2D]) else { return false }
    return text.allSatisfy { $0 == 0x2D || $0 == 0x20 }
  }

  /// Whether a line has nothing on it.
  func isBlank(_ line: Range<Int>) -> Bool {
    bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The sign and the length of a fence at the beginning of a line.
  func fence(_ line: Range<Int>) -> (mark: UInt8, count: Int) {
    guard let mark = bytes[line].first, mark == 0x60 || mark == 0x7E else { return (0, 0) }
    return (mark, bytes[line].prefix { $0 == mark }.count)
  }

  /// The first word of a line after some signs.
  func word(_ line: Range<Int>, after count: Int) -> String {
    String(
      decoding: bytes[line].dropFirst(count).drop { $0 == 0x20 }.prefix { $0 != 0x20 },
      as: UTF8.self)
  }
}
