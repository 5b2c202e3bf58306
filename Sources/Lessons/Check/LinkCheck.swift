/// Looks where the links of a lesson lead: to the web, or to a lesson that is there.
struct LinkCheck {
  let lesson: Lesson
  let source: SourceText

  /// The links that lead nowhere.
  func findings() -> [Finding] {
    lesson.steps.flatMap { $0.blocks.flatMap(\.destinations) }.compactMap {
      destination -> Finding? in
      guard !destination.hasPrefix("https://"), !destination.hasPrefix("http://") else {
        return nil
      }
      let folder = source.file.lastIndex(of: "/").map { source.file[...$0] } ?? ""
      let file = destination.prefix { $0 != "#" }
      if !file.isEmpty, LessonFile.isFile(String(folder) + String(file)) { return nil }
      let line = source.lines.firstIndex { $0.firstIndex(of: destination) != nil }
      return source.finding(
        .needs, line: (line ?? 0) + 1, at: destination,
        "The link leads to `\(destination)`, which is not there.",
        "Write a lesson's file beside this one, `softmax.md`, or an address with `https://`.")
    }
  }
}

extension Block {
  /// Where the links in it lead.
  fileprivate var destinations: [String] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.destinations)
    case .list(_, let items): items.joined().flatMap(\.destinations)
    case .quote(let blocks): blocks.flatMap(\.destinations)
    case .table(let header, _, let rows):
      (header + rows.joined()).joined().flatMap(\.destinations)
    case .formula, .code, .program, .quiz, .problem: []
    }
  }
}

extension Inline {
  fileprivate var destinations: [String] {
    switch self {
    case .link(let inner, let destination): [destination] + inner.flatMap(\.destinations)
    case .emphasis(let inner), .strong(let inner): inner.flatMap(\.destinations)
    default: []
    }
  }
}
