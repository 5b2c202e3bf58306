/// What `course.yaml` says: the parts and the names of their lessons.
struct CourseOutline: Sendable, Hashable {
  struct Part: Sendable, Hashable {
    var title: [CourseLanguage: String]
    var lessons: [String]
    /// The line of each lesson's name.
    var lines: [Int]
  }

  var title: [CourseLanguage: String] = [:]
  var parts: [Part] = []
  var findings: [Finding] = []

  init(title: [CourseLanguage: String], parts: [Part], findings: [Finding]) {
    self.title = title
    self.parts = parts
    self.findings = findings
  }

  init(finding: Finding) { findings = [finding] }

  init(_ bytes: [UInt8], file: String) {
    let text = LessonText(bytes, file: file)
    if text.findings.isEmpty, let plain = CourseOutline(plain: bytes) {
      self = plain
      return
    }
    let source = SourceText(text.text, file: file)
    var reader = YAMLReader(source: source)
    do throws(Finding) {
      guard let value = try YAMLValue.read(source.lines[...], source: source, firstLine: 1) else {
        throw source.finding(
          .course, line: 1, "The course is empty.", "Write `title:` and `parts:`."
        ).inChinese("课程文件是空的。请写上 `title:` 和 `parts:`。")
      }
      read(value, &reader)
    } catch {
      reader.note(error)
    }
    findings = text.findings + reader.findings
  }

  private mutating func read(_ value: YAMLValue, _ reader: inout YAMLReader) {
    let entries = reader.entries(value, keys: ["title", "parts"], of: "The course")
    for key in ["title", "parts"] where entries[key] == nil {
      reader.note(.missingKey, value, "The course has no `\(key)`.", "Write `\(key): …`.")
    }
    title = Self.texts(entries["title"], "title", &reader)
    var names: Set<String> = []
    for item in reader.list(entries["parts"], "parts") {
      let fields = reader.entries(item, keys: ["title", "lessons"], of: "A part")
      var part = Part(title: Self.texts(fields["title"], "title", &reader), lessons: [], lines: [])
      for place in reader.list(fields["lessons"], "lessons") {
        guard let name = reader.text(place, "lessons") else { continue }
        if !FrontMatter.isName(name) {
          reader.note(
            .course, place,
            "A lesson's name is made of small letters, digits and hyphens, and is `\(name)`.")
        } else if !names.insert(name).inserted {
          reader.note(
            .duplicate, place, "The lesson `\(name)` is in the course twice.", "Take it out once.")
        } else {
          part.lessons.append(name)
          part.lines.append(place.line)
        }
      }
      parts.append(part)
    }
  }

  /// A text in each language.
  static func texts(
    _ value: YAMLValue?, _ name: String, _ reader: inout YAMLReader
  ) -> [CourseLanguage: String] {
    guard let value else { return [:] }
    let keys = CourseLanguage.allCases.map(\.rawValue)
    let entries = reader.entries(value, keys: keys, of: "`\(name)`")
    var texts: [CourseLanguage: String] = [:]
    for language in CourseLanguage.allCases {
      if let text = entries[language.rawValue] {
        texts[language] = reader.text(text, language.rawValue)
      } else {
        reader.note(
          .translation, value, "`\(name)` has no text in `\(language.rawValue)`.",
          "Write `\(language.rawValue): …` beside the other.")
      }
    }
    return texts
  }
}
