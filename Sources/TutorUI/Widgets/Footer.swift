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

    /// What it is kept room for, lowest first: the way out or to the keys, what is done here, the
    /// ways around a question, the choosing, and the rest.
    var rank: Int {
      switch command {
      case .leave, .close: 0
      case .help where context != .everywhere: 0
      case .check, .run, .toggle, .hold: 1
      case .hint, .reveal, .skip, .postpone, .edit: 2
      case .up where context != .lesson: 3
      default: 4
      }
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

  /// Makes a footer of the bindings that can be used now; keys that are taken mean something else.
  init(
    contexts: [KeyContext], language: CourseLanguage, columns: Int, taken: [Key] = [],
    isAvailable: (Binding) -> Bool, phrase: (Binding) -> Phrase
  ) {
    self.columns = columns
    items = []
    var shadowed = taken
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
      if let arrow = key.arrowLabel {
        items[index].keys += Characters.areASCII ? "/" + arrow : arrow
      }
      return
    }
    guard let order = binding.footer, !items.contains(where: { $0.command == binding.command })
    else { return }
    items.append(
      Item(
        keys: label, words: words, command: binding.command, context: binding.context,
        order: depth * 100 + order))
  }

  /// The items that fit, those of the lowest rank first; they stand closer where one more that is
  /// kept room for, or the way to the keys, fits then.
  var shown: [(item: Item, column: Int)] {
    let counts = [3, 2].map { gap in
      zip(items, kept(gap: gap)).count { $1 && ($0.rank < 4 || $0.command == .help) }
    }
    let gap = counts[1] > counts[0] ? 2 : 3
    let isKept = kept(gap: gap)
    var column = 1
    var shown: [(item: Item, column: Int)] = []
    for (index, item) in items.enumerated() where isKept[index] {
      shown.append((item, column))
      column += item.columns + gap
    }
    return shown
  }

  private func kept(gap: Int) -> [Bool] {
    var room = columns - 1
    var kept = items.map { _ in false }
    for rank in 0...4 {
      for (index, item) in items.enumerated() where item.rank == rank {
        let columns = item.columns + (kept.contains(true) ? gap : 0)
        guard columns <= room else { continue }
        room -= columns
        kept[index] = true
      }
    }
    return kept
  }

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
