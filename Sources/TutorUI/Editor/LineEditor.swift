/// A text being typed, with its cursor: one line, or several.
///
/// It is edited as readline and IPython do, and knows nothing of what the text means. Places are
/// counted in characters as a person sees them (grapheme clusters).
public struct LineEditor: Sendable, Hashable {
  /// What a key press came to.
  public enum Reaction: Sendable, Hashable {
    /// The text or the cursor changed, or could have.
    case edited
    /// Enter: it is for the owner to run the text or to call `breakLine`.
    case submitted
    /// Tab where something can be completed.
    case completionWanted
    /// Control-D on an empty text.
    case ended
    /// The key means nothing here.
    case ignored
  }

  /// The text's characters.
  public internal(set) var characters: [Character] = []
  /// How many characters are before the cursor.
  public internal(set) var cursor = 0
  /// Earlier texts, the newest last.
  public internal(set) var history: [String]
  /// The search in the history that is under way.
  public internal(set) var search: HistorySearch?

  var recall: Recall?
  var undos: [Past] = []
  var redos: [Past] = []
  var kills: [String] = []
  var last = Action.other
  var yanked: Range<Int>?

  /// Makes an empty text.
  public init(history: [String] = []) { self.history = history }

  /// The whole text.
  public var text: String { String(characters) }

  /// Whether nothing has been typed.
  public var isEmpty: Bool { characters.isEmpty }

  /// The bytes of UTF-8 before the cursor.
  public var cursorOffset: Int { characters[..<cursor].reduce(0) { $0 + $1.utf8.count } }

  /// Puts another text in place of this one, with the cursor at its end; undo takes it back.
  public mutating func replace(with text: String) {
    remember(as: .other)
    characters = Array(text)
    cursor = characters.count
  }

  /// Starts anew with an empty text, keeping the text that was in the history.
  public mutating func submit() -> String {
    let text = self.text
    record(text)
    clear()
    return text
  }

  /// Starts anew with an empty text.
  public mutating func clear() {
    characters = []
    cursor = 0
    recall = nil
    search = nil
    undos = []
    redos = []
    last = .other
  }

  /// What the last key did, where the next one depends on it.
  enum Action: Sendable, Hashable { case typing, killing, yanking, deleting, other }

  /// A text as it stood before a change.
  struct Past: Sendable, Hashable {
    var characters: [Character]
    var cursor: Int
  }
}

// MARK: - Places

extension LineEditor {
  /// The first place of the line that a place is on.
  func lineStart(_ place: Int) -> Int {
    characters[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  /// The last place of the line that a place is on.
  func lineEnd(_ place: Int) -> Int {
    characters[place...].firstIndex(of: "\n") ?? characters.count
  }

  /// The start of the word before a place.
  func wordStart(before place: Int, isWord: (Character) -> Bool = Self.isWordCharacter) -> Int {
    var place = place
    while place > 0, !isWord(characters[place - 1]) { place -= 1 }
    while place > 0, isWord(characters[place - 1]) { place -= 1 }
    return place
  }

  /// The end of the word after a place.
  func wordEnd(after place: Int) -> Int {
    var place = place
    while place < characters.count, !Self.isWordCharacter(characters[place]) { place += 1 }
    while place < characters.count, Self.isWordCharacter(characters[place]) { place += 1 }
    return place
  }

  static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  var isOnFirstLine: Bool { lineStart(cursor) == 0 }
  var isOnLastLine: Bool { lineEnd(cursor) == characters.count }

  /// Moves a line up or down, as near to the same column as there is.
  mutating func moveLine(by step: Int) {
    let start = lineStart(cursor)
    let column = cursor - start
    if step < 0 {
      guard start > 0 else { return }
      let above = lineStart(start - 1)
      cursor = min(above + column, start - 1)
    } else {
      let end = lineEnd(cursor)
      guard end < characters.count else { return }
      cursor = min(end + 1 + column, lineEnd(end + 1))
    }
  }
}
