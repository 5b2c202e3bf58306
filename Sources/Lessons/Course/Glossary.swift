/// The course's terms, each in both languages.
public struct Glossary: Sendable {
  /// One term.
  public struct Term: Sendable, Hashable {
    /// What it is called in each language.
    public var names: [CourseLanguage: String]
    /// What it means, in each language.
    public var definitions: [CourseLanguage: String]
    /// Words that mean the same and are not to be used, in each language.
    public var avoided: [CourseLanguage: [String]] = [:]
    /// The line of the file it stands on.
    public var line: Int
  }

  /// The terms in the order of the file.
  public var terms: [Term] = []
  /// What is wrong with the file.
  public var findings: [Finding] = []

  /// Makes a glossary of no terms.
  public init() {}

  /// Makes a glossary of no terms, and says why.
  init(finding: Finding) { findings = [finding] }

  /// Reads the bytes of a glossary.
  public init(_ bytes: [UInt8], file: String) {
    let text = LessonText(bytes, file: file)
    let source = SourceText(text.text, file: file)
    var reader = YAMLReader(source: source)
    do throws(Finding) {
      if let value = try YAMLValue.read(source.lines[...], source: source, firstLine: 1) {
        for item in reader.list(value, "the glossary") {
          if let term = Self.term(item, &reader) { terms.append(term) }
        }
      }
    } catch {
      reader.note(error)
    }
    findings = text.findings + reader.findings
    for language in CourseLanguage.allCases { findTwins(language, source) }
  }

  private static func term(_ item: YAMLValue, _ reader: inout YAMLReader) -> Term? {
    let languages = CourseLanguage.allCases.map(\.rawValue)
    let fields = reader.entries(item, keys: languages + ["definition", "avoid"], of: "A term")
    var term = Term(names: [:], definitions: [:], line: item.line)
    for language in CourseLanguage.allCases {
      guard let name = fields[language.rawValue] else {
        reader.note(
          .glossary, item, "This term has no name in `\(language.rawValue)`.",
          "Write `\(language.rawValue): …`.")
        continue
      }
      term.names[language] = reader.text(name, language.rawValue)
    }
    if let avoid = fields["avoid"] {
      let lists = reader.entries(avoid, keys: languages, of: "`avoid`")
      for language in CourseLanguage.allCases {
        term.avoided[language] = reader.texts(lists[language.rawValue], language.rawValue)
      }
    }
    guard let definition = fields["definition"] else {
      reader.note(
        .glossary, item, "This term has no `definition`.", "Write `definition: {en: …, zh: …}`.")
      return term
    }
    term.definitions = CourseOutline.texts(definition, "definition", &reader)
    return term
  }

  private mutating func findTwins(_ language: CourseLanguage, _ source: SourceText) {
    var seen: [String: Int] = [:]
    for term in terms {
      guard let name = term.names[language]?.lowercased() else { continue }
      if let first = seen[name] {
        findings.append(
          source.finding(
            .duplicate, line: term.line, at: name,
            "The term `\(name)` stands here and in line \(first).",
            "Keep one of them."))
      } else {
        seen[name] = term.line
      }
    }
  }
}
