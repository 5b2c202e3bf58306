import Language

/// The learner's own cards, as a JSON text has them.
///
/// `{"id": "mine", "title": "Mine", "topics": ["softmax"], "cards": [{"id": …, "kind": …}, …]}`; a card
/// has the keys that a question of a lesson has (`docs/lessons.md`).
public struct OwnCards: Sendable {
  /// The name of the collection.
  public let id: String
  /// The cards as a lesson whose steps do not follow each other.
  public let lesson: Lesson
  /// What is wrong with them, as sentences.
  public let problems: [String]

  /// Reads a text; throws where it is no collection of cards at all.
  public init(_ text: String, file: String, language: CourseLanguage) throws(StoreFault) {
    let json: JSON
    do {
      json = try JSON(reading: text)
    } catch {
      throw StoreFault("This is no JSON: \(error.message)")
    }
    guard let id = json["id"]?.text, FrontMatter.isName(id) else {
      throw StoreFault("A collection has an `id` of small letters, digits and hyphens")
    }
    guard case .array(let cards)? = json["cards"], !cards.isEmpty else {
      throw StoreFault("A collection has a list of `cards`")
    }
    self.id = id
    // JSON is YAML as well, so a card goes through the reader of the lessons' questions.
    let name = "own-" + id
    var lines = ["---", "id: \(name)", "title: \(JSON.string(json["title"]?.text ?? id).line)"]
    lines.append("topics: [\(Self.topics(json).joined(separator: ", "))]")
    lines.append("---")
    var places: [Int: Int] = [:]
    for (number, card) in cards.enumerated() {
      if number > 0 { lines += ["", "---", ""] }
      lines += ["", "```quiz"]
      places[lines.count + 1] = number + 1
      lines += [card.line, "```"]
    }
    let script = LessonScript(
      Array((lines.joined(separator: "\n") + "\n").utf8), file: file, language: language,
      isBank: true)
    lesson = script.lesson
    // One's own card may do without a reason and without hints; a lesson's question may not.
    let matters = script.findings.filter { finding in
      finding.rule != .hint
        && !(finding.rule == .missingKey && Self.holds(finding.message, "`because`"))
    }
    problems = matters.map { finding in
      let card = places[finding.line].map { "Card \($0): " } ?? ""
      return card + finding.message + (finding.advice.isEmpty ? "" : " " + finding.advice)
    }
  }

  private static func holds(_ text: String, _ word: String) -> Bool {
    text.indices.contains { text[$0...].hasPrefix(word) }
  }

  private static func topics(_ json: JSON) -> [String] {
    guard case .array(let items)? = json["topics"] else { return ["own"] }
    let names = items.compactMap(\.text).filter(FrontMatter.isName)
    return names.isEmpty ? ["own"] : names
  }
}
