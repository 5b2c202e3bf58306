/// Reads values out of YAML and notes what is wrong with them.
struct YAMLReader {
  let source: SourceText
  private(set) var findings: [Finding] = []

  init(source: SourceText) { self.source = source }

  /// Notes a fault.
  mutating func note(_ finding: Finding) { findings.append(finding) }

  /// Notes a fault at a value.
  mutating func note(
    _ rule: Finding.Rule, _ value: YAMLValue, _ message: String, _ advice: String = ""
  ) {
    findings.append(
      source.finding(rule, line: value.line, column: value.column, message, advice))
  }

  /// The entries of a map by key, where only some keys are known.
  mutating func entries(
    _ value: YAMLValue, keys: [String], of what: String
  ) -> [String: YAMLValue] {
    guard case .map(let entries) = value.content else {
      note(
        .value, value, "\(what) is written as keys and values.",
        "Write it as `key: value`, one to a line, with the keys "
          + keys.map { "`\($0)`" }.joined(separator: ", ") + ".")
      return [:]
    }
    var found: [String: YAMLValue] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        found[entry.key] = entry.value
      } else {
        note(
          source.finding(
            .unknownKey, line: entry.line, column: entry.column, length: max(1, entry.key.count),
            "\(what) has no key `\(entry.key)`.", NearestName.advice(entry.key, among: keys)))
      }
    }
    return found
  }

  /// A text that is not empty, or nil with a finding.
  mutating func text(_ value: YAMLValue?, _ name: String) -> String? {
    guard let value else { return nil }
    guard case .scalar(let text) = value.content else {
      note(
        .value, value, "`\(name)` must be a text.",
        "Put a text that begins with `{` or `[` in single quotes.")
      return nil
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      note(.missingKey, value, "`\(name)` is empty.", "Write its text, or take the key out.")
      return nil
    }
    return text
  }

  /// The items of a list; a lone value counts as a list of one.
  mutating func list(_ value: YAMLValue?, _ name: String) -> [YAMLValue] {
    guard let value else { return [] }
    switch value.content {
    case .list(let items): return items
    case .scalar(let text) where text.allSatisfy(\.isWhitespace): return []
    default:
      note(
        .value, value, "`\(name)` must be a list.",
        "Write each item on a line of its own after `- `.")
      return []
    }
  }

  /// A list of texts.
  mutating func texts(_ value: YAMLValue?, _ name: String) -> [String] {
    list(value, name).compactMap { text($0, name) }
  }

  /// A whole number.
  mutating func integer(_ value: YAMLValue?, _ name: String) -> Int? {
    guard let value, let text = text(value, name) else { return nil }
    if let number = Int(text) { return number }
    note(.value, value, "`\(name)` must be a whole number, and is `\(text)`.")
    return nil
  }

  /// `true` or `false`.
  mutating func flag(_ value: YAMLValue?, _ name: String, otherwise: Bool) -> Bool {
    guard let value, let text = text(value, name) else { return otherwise }
    switch text {
    case "true": return true
    case "false": return false
    default:
      note(.value, value, "`\(name)` must be `true` or `false`, and is `\(text)`.")
      return otherwise
    }
  }
}
