/// Looks whether the steps are there that a course's SOURCES.md names: `lesson: Step`, by the step's
/// English title, in the last column of its tables.
struct SourcesCheck {
  let source: SourceText
  /// The titles of the steps by lesson.
  let titles: [String: [String]]

  /// What the columns that name steps are called.
  private static let heads: Set<String> = ["taught in", "shown in"]

  /// The names that lead nowhere.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    var namesSteps = false
    for (index, line) in source.lines.enumerated() {
      guard line.hasPrefix("|") else {
        namesSteps = false
        continue
      }
      let cell = Self.lastCell(line)
      if Self.heads.contains(cell) { namesSteps = true }
      guard namesSteps, !Self.heads.contains(cell) else { continue }
      findings += cell.split(separator: ";").compactMap { finding($0.trimmed, line: index + 1) }
    }
    return findings
  }

  /// The text between a row's last two bars; a bar that is escaped is none.
  private static func lastCell(_ line: Substring) -> String {
    var row = line.trimmed[...]
    if row.hasSuffix("|") { row.removeLast() }
    var start = row.endIndex
    while start > row.startIndex {
      let before = row.index(before: start)
      let isEscaped = before > row.startIndex && row[row.index(before: before)] == "\\"
      if row[before] == "|", !isEscaped { break }
      start = before
    }
    return row[start...].trimmed
  }

  private func finding(_ name: String, line: Int) -> Finding? {
    guard let colon = name.firstIndex(of: ": ") else { return nil }
    let lesson = String(name[..<colon])
    guard FrontMatter.isName(lesson) else { return nil }
    guard let titles = titles[lesson] else {
      return source.finding(
        .step, line: line, at: name, "There is no lesson `\(lesson)`.",
        NearestName.advice(lesson, among: titles.keys.sorted()))
    }
    let rest = String(name[colon...].dropFirst(2))
    // A remark may follow the title: `Which loss? (notes)`.
    let isThere = titles.contains {
      rest == $0 || rest.hasPrefix($0 + " (") || rest.hasPrefix($0 + ", ")
    }
    guard !isThere else { return nil }
    return source.finding(
      .step, line: line, at: name, "The lesson `\(lesson)` has no step `\(rest)`.",
      NearestName.advice(rest, among: titles))
  }
}
