import Lessons

/// A search through the open lesson, the course and the glossary.
struct SearchBox: Sendable, Hashable {
  /// What is searched for.
  var field = AnswerField()
  /// The hit the cursor is on.
  var cursor = 0
  /// What was found.
  private(set) var hits: [SearchIndex.Hit] = []

  /// Looks again for what is typed: in the course once that is read, else in the lesson alone.
  mutating func search(in index: SearchIndex?, lesson: String?) {
    hits = index?.hits(for: field.text, inLesson: lesson) ?? []
    cursor = min(cursor, max(0, hits.count - 1))
  }

  /// Some text around what is searched for.
  static func excerpt(of text: String, around wanted: String, columns: Int) -> String {
    let characters = Array(text)
    let lowered = characters.map { $0.lowercased() }
    let letters = wanted.lowercased().map(String.init)
    let start = lowered.indices.first { lowered[$0...].starts(with: letters) } ?? 0
    var from = max(0, start - 16)
    // A word that would be cut is left out, where words are told apart.
    if from > 0, let space = characters[from..<start].firstIndex(of: " ") { from = space }
    return (from > 0 ? "…" : "") + String(characters[from...].prefix(columns))
  }
}

extension App {
  /// Opens the search; the course is read when the box stands on the screen.
  mutating func openSearch() -> [AppEffect] {
    var box = SearchBox()
    box.search(in: searched, lesson: lesson?.id)
    overlays.append(.search(box))
    return isCourseSearched || isPreview ? [] : [.wake(milliseconds: 0)]
  }

  private var isCourseSearched: Bool { searchIndex?.language == language }

  /// What is searched: the course, or the open lesson alone until that is read.
  private var searched: SearchIndex? {
    if isCourseSearched, !isPreview { return searchIndex }
    return lesson.map { SearchIndex([($0.id, $0.lesson)], in: language) }
  }

  /// Asks for the course's texts where a search waits for them.
  func readForSearch() -> [AppEffect] {
    guard !isCourseSearched, !isPreview, case .search? = overlays.last else { return [] }
    return [.indexCourse(language)]
  }

  /// Takes the course's texts, and looks again for what is typed.
  mutating func take(_ index: SearchIndex) {
    searchIndex = index
    guard case .search(let box)? = overlays.last else { return }
    look(again: box)
  }

  private mutating func look(again box: SearchBox) {
    var box = box
    box.search(in: searched, lesson: lesson?.id)
    overlays[overlays.count - 1] = .search(box)
  }

  /// Does what a command asks of the search.
  mutating func choose(_ command: Command, in box: SearchBox) -> [AppEffect] {
    var box = box
    switch command {
    case .up: box.cursor = max(0, box.cursor - 1)
    case .down: box.cursor = max(0, min(box.hits.count - 1, box.cursor + 1))
    case .open:
      guard box.hits.indices.contains(box.cursor), let place = box.hits[box.cursor].place else {
        return []
      }
      overlays.removeLast()
      return place.lesson == lesson?.id
        ? go(to: place.step) : [.openLesson(place.lesson, language, step: place.step)]
    default: return []
    }
    overlays[overlays.count - 1] = .search(box)
    return []
  }

  /// Gives a key to the search's field; nil where it means no text.
  mutating func typeSearch(_ key: Key, into box: SearchBox) -> [AppEffect]? {
    guard KeyTable.command(for: key, in: .search) == nil else { return nil }
    var box = box
    guard box.field.press(key) else { return nil }
    box.cursor = 0
    look(again: box)
    return []
  }
}
