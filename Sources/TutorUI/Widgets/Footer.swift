import Lessons

/// The keys that do something now, as many as fit, made from the key table.
struct Footer {
  /// One key, or keys that belong together, and what they do.
  struct Item {
    var keys: String
    var words: String
    var command: Command
    var context: KeyContext
    var order: Int

    /// Whether it is the way out or the way to the keys, by the key that leads there from here.
    var isEssential: Bool {
      command == .leave || command == .close || (command == .help && context != .everywhere)
    }

    /// The columns it takes.
    var columns: Int {
      CharacterWidth.columns(of: keys) + 1 + CharacterWidth.columns(of: words)
    }
  }

  /// What can be done, in the order shown.
  var items: [Item]
  /// The columns there are.
  var columns: Int

  /// Makes a footer of the bindings that can be used now.
  init(
    contexts: [KeyContext], language: CourseLanguage, columns: Int,
    isAvailable: (Binding) -> Bool, phrase: (Binding) -> Phrase
  ) {
    self.columns = columns
    items = []
    var shadowed: [Key] = []
    for (depth, context) in contexts.enumerated() {
      let bindings = KeyTable.bindings(in: context)
      for binding in bindings {
        guard let key = binding.keys.first(where: { !shadowed.contains($0) }),
          isAvailable(binding)
        else { continue }
        add(binding, key, depth, language, phrase(binding))
      }
      // The outermost context shadows nothing.
      if depth + 1 < contexts.count { for binding in bindings { shadowed += binding.keys } }
    }
    items.sort { $0.order < $1.order }
  }

  private mutating func add(
    _ binding: Binding, _ key: Key, _ depth: Int, _ language: CourseLanguage, _ phrase: Phrase
  ) {
    let words = Wording.text(phrase, in: language)
    let label = key.label(in: language)
    if let index = items.firstIndex(where: { $0.words == words && $0.context == binding.context }) {
      // Keys of one kind share their words: ↑↓ choose.
      if let last = label.last, isArrow(key) { items[index].keys.append(last) }
      return
    }
    guard let order = binding.footer, !items.contains(where: { $0.command == binding.command })
    else { return }
    items.append(
      Item(
        keys: label, words: words, command: binding.command, context: binding.context,
        order: depth * 100 + order))
  }

  private func isArrow(_ key: Key) -> Bool {
    switch key {
    case .up, .down, .left, .right, .shift: true
    default: false
    }
  }

  /// The items that fit; the way out and the way to the keys are kept room for.
  var shown: [(item: Item, column: Int)] {
    var room = columns - 1
    var kept = items.map { _ in false }
    for isEssential in [true, false] {
      for (index, item) in items.enumerated() where item.isEssential == isEssential {
        let columns = item.columns + (kept.contains(true) ? Self.gap : 0)
        guard columns <= room else { continue }
        room -= columns
        kept[index] = true
      }
    }
    var column = 1
    var shown: [(item: Item, column: Int)] = []
    for (index, item) in items.enumerated() where kept[index] {
      shown.append((item, column))
      column += item.columns + Self.gap
    }
    return shown
  }

  private static let gap = 3

  /// The footer as a line.
  var line: StyledLine {
    var line = StyledLine()
    for (item, column) in shown {
      line = line.padded(to: column)
      line.runs.append(.init(item.keys, Style(.key, .bold)))
      line.runs.append(.init(" " + item.words, Style(.dim)))
    }
    return line
  }

  /// The item at a column, for the mouse.
  func item(at column: Int) -> Item? {
    shown.first { column >= $0.column && column < $0.column + $0.item.columns }?.item
  }
}
