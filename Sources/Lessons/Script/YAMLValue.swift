import Yams

/// A value of a YAML text with its place in the file, and nothing resolved: every scalar is a text.
struct YAMLValue: Sendable {
  /// What it is.
  indirect enum Content: Sendable {
    case scalar(String)
    case list([YAMLValue])
    case map([Entry])
  }

  /// A key, its place, and its value.
  struct Entry: Sendable {
    var key: String
    var line: Int
    var column: Int
    var value: YAMLValue
  }

  var content: Content
  /// The line of the file its content begins on: for a block (`|`), the one below.
  var line: Int
  var column: Int

  /// Reads some lines of a file as YAML; nil where there is nothing in them.
  static func read(
    _ lines: ArraySlice<Substring>, source: SourceText, firstLine: Int
  ) throws(Finding) -> YAMLValue? {
    if let deep = tooDeep(lines) {
      throw source.finding(
        .yaml, line: firstLine + deep, "This YAML is nested too deeply.",
        "Take out some of its brackets.")
    }
    if let place = YAMLBound.aliasTooMany(lines) {
      throw source.finding(
        .yaml, line: firstLine + place.line, column: place.column,
        "This YAML has more than \(YAMLBound.aliases) aliases.",
        "Write the values out where they are meant.")
    }
    var text = ""
    for line in lines { text += line + "\n" }
    do {
      // All scalars stay texts, so nothing is constructed; and Yams, left to itself, would look for
      // the encoding in the environment, each time.
      let constructor = Constructor([:], [:], [:])
      guard let node = try compose(yaml: text, .basic, constructor, .utf8) else { return nil }
      var room = YAMLBound.values
      return try YAMLValue(node, firstLine: firstLine, &room)
    } catch let full as Full {
      throw source.finding(
        .yaml, line: full.line, "This YAML has more than \(YAMLBound.values) values.",
        "Cut it in two, or take its aliases out.")
    } catch let error as YamlError {
      throw finding(error, source: source, firstLine: firstLine)
    } catch {
      throw source.finding(.yaml, line: firstLine, "This is not YAML: \(error).")
    }
  }

  /// There are more values than are read.
  private struct Full: Error {
    var line: Int
  }

  private init(_ node: Node, firstLine: Int, _ room: inout Int) throws {
    let mark = node.mark
    line = firstLine - 1 + (mark?.line ?? 1)
    column = mark?.column ?? 1
    room -= 1
    guard room >= 0 else { throw Full(line: line) }
    switch node {
    case .scalar(let scalar):
      if scalar.style == .literal || scalar.style == .folded { line += 1 }
      content = .scalar(scalar.string)
    case .sequence(let sequence):
      content = .list(try sequence.map { try YAMLValue($0, firstLine: firstLine, &room) })
    case .mapping(let mapping):
      content = .map(
        try mapping.map { key, value in
          Entry(
            key: key.scalar?.string ?? "", line: firstLine - 1 + (key.mark?.line ?? 1),
            column: key.mark?.column ?? 1,
            value: try YAMLValue(value, firstLine: firstLine, &room))
        })
    case .alias:
      content = .scalar("")
    }
  }

  /// The first line (counted from 0) where brackets or dashes nest so deep that reading them would
  /// exhaust the stack.
  private static func tooDeep(_ lines: ArraySlice<Substring>) -> Int? {
    var depth = 0
    for (number, line) in lines.enumerated() {
      for character in line.utf8 {
        if character == UInt8(ascii: "[") || character == UInt8(ascii: "{") { depth += 1 }
        if character == UInt8(ascii: "]") || character == UInt8(ascii: "}") {
          depth = max(0, depth - 1)
        }
        if depth > 100 { return number }
      }
      let dashes = line.utf8.prefix { " -?:".utf8.contains($0) }
      if dashes.count(where: { $0 != UInt8(ascii: " ") }) > 50 { return number }
      if line.utf8.prefix(while: { $0 == UInt8(ascii: " ") }).count > 400 { return number }
    }
    return nil
  }

  private static func finding(
    _ error: YamlError, source: SourceText, firstLine: Int
  ) -> Finding {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return source.finding(
        .yaml, line: firstLine - 1 + mark.line, column: mark.column,
        "This is not YAML: \(problem).", advice(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().map { "`\($0)`" }.joined(separator: ", ")
      return source.finding(
        .yaml, line: firstLine - 1 + context.mark.line, "\(names) stands here twice.",
        "Take one of them out.")
    default:
      return source.finding(.yaml, line: firstLine, "This is not YAML: \(error).")
    }
  }

  private static func advice(_ problem: String) -> String {
    if problem.contains("tab") { return "Indent with spaces." }
    if problem.contains("escape") {
      return "Put a text with backslashes in single quotes, or in a block after `|`."
    }
    return "Put a text that contains `: ` or begins with a sign such as `{` in single quotes, "
      + "or in a block after `|`; check the indentation."
  }
}
