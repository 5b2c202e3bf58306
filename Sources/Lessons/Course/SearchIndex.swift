/// The texts of lessons and the glossary's terms in one language, to be searched while one types.
public struct SearchIndex: Sendable, Hashable {
  /// A step, with the lesson it stands in.
  public struct Place: Sendable, Hashable {
    /// The lesson's name in the course.
    public var lesson: String
    /// The lesson's title.
    public var lessonTitle: String
    /// The step's number, counted from 0.
    public var step: Int
    /// The step's title; may be empty.
    public var title: String
  }

  /// A term of the glossary.
  public struct Term: Sendable, Hashable {
    /// What it is called, first in the index's language, then in the other.
    public var names: [String]
    /// What it means, in the index's language.
    public var definition: String
    /// The step that teaches it first, where one does.
    public var place: Place?
  }

  /// Something that was found.
  public enum Hit: Sendable, Hashable {
    case term(Term)
    /// A step, and the text of it in which the words stand.
    case step(Place, text: String)

    /// The step it leads to.
    public var place: Place? {
      switch self {
      case .term(let term): term.place
      case .step(let place, _): place
      }
    }
  }

  /// The language of the texts.
  public let language: CourseLanguage
  private var places: [Place] = []
  private var texts: [[SearchText]] = []
  private var terms: [Term] = []
  private var termTexts: [[SearchText]] = []

  /// Takes in lessons by their names in the course, in its order, and the glossary.
  public init(
    _ lessons: [(name: String, lesson: Lesson)], glossary: Glossary = Glossary(),
    in language: CourseLanguage
  ) {
    self.language = language
    var strong: [String: Int] = [:]
    for (name, lesson) in lessons {
      for (index, step) in lesson.steps.enumerated() {
        for text in step.blocks.flatMap(\.strongTexts) where strong[text] == nil {
          strong[text] = places.count
        }
        places.append(
          Place(lesson: name, lessonTitle: lesson.title, step: index, title: step.title))
        texts.append(([step.title] + step.blocks.flatMap(\.searchTexts)).map(SearchText.init))
      }
    }
    for term in glossary.terms { add(term, strong) }
  }

  /// A term is taught where its name first stands out, or else where it first stands.
  private mutating func add(_ term: Glossary.Term, _ strong: [String: Int]) {
    var names = [language, language.other].compactMap { term.names[$0] }
    if names.count == 2, names[0] == names[1] { names.removeLast() }
    guard let name = names.first else { return }
    let wanted = SearchText(name)
    // In English the name may stand there in the plural.
    let named = [name.lowercased(), name.lowercased() + "s"].compactMap { strong[$0] }.min()
    let index = named ?? texts.firstIndex { $0.contains { $0.contains(wanted) } }
    let definition = term.definitions[language] ?? term.definitions[language.other] ?? ""
    terms.append(
      Term(names: names, definition: definition, place: index.map { places[$0] }))
    termTexts.append(names.map(SearchText.init) + [SearchText(definition)])
  }

  /// What holds some words, whatever their case: terms by their names; the steps of the lesson that is
  /// open; steps of others, by their titles first; and terms by their definitions.
  public func hits(for query: String, inLesson open: String? = nil) -> [Hit] {
    let wanted = SearchText(query)
    guard !wanted.isBlank else { return [] }
    let (named, defined) = termHits(wanted)
    let steps = stepHits(wanted) { $0 == open } + stepHits(wanted) { $0 != open }
    return named + steps + defined
  }

  private func termHits(_ wanted: SearchText) -> (named: [Hit], defined: [Hit]) {
    let ranks = termTexts.map { texts in texts.firstIndex { $0.contains(wanted) } }
    // The names come before the definition.
    let named = terms.indices.filter { term in
      ranks[term].map { $0 < terms[term].names.count } ?? false
    }
    let begun = named.filter { term in
      termTexts[term].prefix(terms[term].names.count).contains { $0.hasPrefix(wanted) }
    }
    let defined = terms.indices.filter { ranks[$0] != nil && !named.contains($0) }
    let ordered = begun + named.filter { !begun.contains($0) }
    return (ordered.map { .term(terms[$0]) }, defined.map { .term(terms[$0]) })
  }

  private func stepHits(_ wanted: SearchText, _ isWanted: (String) -> Bool) -> [Hit] {
    var titled: [Hit] = []
    var others: [Hit] = []
    for (place, texts) in zip(places, texts) where isWanted(place.lesson) {
      guard let index = texts.firstIndex(where: { $0.contains(wanted) }) else { continue }
      let hit = Hit.step(place, text: texts[index].text)
      if index == 0 { titled.append(hit) } else { others.append(hit) }
    }
    return titled + others
  }
}

/// A text, and its small letters as they are compared.
struct SearchText: Sendable, Hashable {
  /// The text as it is shown.
  let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.lowercased().utf8)
  }

  /// Whether there is nothing in it to look for.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether it begins with another text.
  func hasPrefix(_ other: SearchText) -> Bool { bytes.starts(with: other.bytes) }

  /// Whether another text stands in it.
  func contains(_ other: SearchText) -> Bool {
    guard let first = other.bytes.first else { return true }
    guard bytes.count >= other.bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { here in
      other.bytes.withUnsafeBufferPointer { wanted in
        (0...(here.count - wanted.count)).contains { start in
          here[start] == first
            && (1..<wanted.count).allSatisfy { here[start + $0] == wanted[$0] }
        }
      }
    }
  }
}

extension Block {
  /// The texts of the block, for the search.
  fileprivate var searchTexts: [String] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): [Inline.searchText(inlines)]
    case .list(_, let items): items.flatMap { $0.flatMap(\.searchTexts) }
    case .quote(let blocks): blocks.flatMap(\.searchTexts)
    case .table(let header, _, let rows): (header + rows.joined()).map(Inline.searchText)
    case .formula(let latex): [latex]
    case .code(_, let source): [source]
    case .program(let program): [program.source]
    case .quiz(let quiz):
      [Inline.searchText(quiz.ask)] + quiz.choices.map { Inline.searchText($0.text) }
    case .problem: []
    }
  }

  /// What stands out in its paragraphs, in small letters: there a term is taught.
  fileprivate var strongTexts: [String] {
    switch self {
    case .paragraph(let inlines): inlines.flatMap(\.strongTexts)
    case .list(_, let items): items.flatMap { $0.flatMap(\.strongTexts) }
    case .quote(let blocks): blocks.flatMap(\.strongTexts)
    default: []
    }
  }
}

extension Inline {
  /// A text without the programs of its numbers, which are not computed for a search.
  fileprivate static func searchText(_ inlines: [Inline]) -> String {
    plainText(inlines.map(\.withoutPrograms))
  }

  private var withoutPrograms: Inline {
    switch self {
    case .computed: .text("…")
    case .emphasis(let inner): .emphasis(inner.map(\.withoutPrograms))
    case .strong(let inner): .strong(inner.map(\.withoutPrograms))
    case .link(let inner, let destination):
      .link(inner.map(\.withoutPrograms), destination: destination)
    default: self
    }
  }

  fileprivate var strongTexts: [String] {
    switch self {
    case .strong(let inner): [Inline.plainText(inner).lowercased()]
    case .emphasis(let inner), .link(let inner, _): inner.flatMap(\.strongTexts)
    default: []
    }
  }
}
