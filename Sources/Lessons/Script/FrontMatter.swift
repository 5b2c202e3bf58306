/// What stands above a lesson's first step.
struct FrontMatter: Sendable {
  var id = ""
  var title = ""
  var summary = ""
  var minutes = 0
  var needs: [String] = []
  var topics: [String] = []
  /// The index of the first line after it; 0 where there is none, or nothing ends it.
  var end = 0

  static let keys = ["id", "title", "summary", "minutes", "needs", "topics"]
  /// The keys of a file of the interview bank.
  static let bankKeys = ["id", "title", "topics"]

  /// Reads the front matter of a file; what is missing stays empty and is noted.
  static func read(
    _ source: SourceText, isBank: Bool = false, isSheet: Bool = false
  ) -> (matter: FrontMatter, findings: [Finding]) {
    var matter = FrontMatter()
    guard source.lines.first?.trimmed == "---" else {
      let finding = source.finding(
        .frontMatter, line: 1, "A lesson begins with its front matter.",
        isBank
          ? "Write `---`, then `id:`, `title:` and `topics:`, then `---` again."
          : "Write `---`, then `id:`, `title:`, `summary:` and `minutes:`, then `---` again."
      ).inChinese("课程文件必须以文件头开始：`---` 之后写 `id:`、`title:`、`summary:`、`minutes:`，再写 `---`。")
      return (matter, [finding])
    }
    guard let end = source.lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else {
      let finding = source.finding(
        .frontMatter, line: 1, "Nothing ends the front matter that begins here.",
        "Write `---` on a line of its own below its last key."
      ).inChinese("文件头没有结束。请在最后一项下面单独写一行 `---`。")
      return (matter, [finding])
    }
    matter.end = end + 1
    var reader = YAMLReader(source: source)
    do throws(Finding) {
      let value = try YAMLValue.read(source.lines[1..<end], source: source, firstLine: 2)
      matter.fill(value, &reader, isBank, isSheet)
    } catch {
      reader.note(error)
    }
    return (matter, reader.findings)
  }

  private mutating func fill(
    _ value: YAMLValue?, _ reader: inout YAMLReader, _ isBank: Bool, _ isSheet: Bool
  ) {
    let keys = isBank ? Self.bankKeys : Self.keys
    let entries = value.map { reader.entries($0, keys: keys, of: "Front matter") } ?? [:]
    let required = isBank ? keys : Array(keys.prefix(isSheet ? 2 : 4))
    for key in required where entries[key] == nil {
      reader.note(
        reader.source.finding(
          .missingKey, line: 1, "The front matter has no `\(key)`.", "Write a line `\(key): …`."))
    }
    id = reader.text(entries["id"], "id") ?? ""
    title = reader.text(entries["title"], "title") ?? ""
    summary = reader.text(entries["summary"], "summary") ?? ""
    let minutes = reader.integer(entries["minutes"], "minutes")
    self.minutes = max(0, minutes ?? 0)
    needs = reader.texts(entries["needs"], "needs")
    topics = reader.texts(entries["topics"], "topics")
    if let place = entries["id"], !id.isEmpty, !Self.isName(id) {
      reader.note(
        .value, place, "`id` is made of small letters, digits and hyphens, and is `\(id)`.")
    }
    if let place = entries["minutes"], let minutes, minutes < 1 {
      reader.note(.value, place, "`minutes` must be 1 or more.")
    }
  }

  /// Whether a text can be a name for ever.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
