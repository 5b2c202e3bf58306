import Language
import Lessons

extension Repl {
  /// Changes the state as a message asks, and tells what the world is to do.
  public mutating func update(_ message: ReplMessage) -> [ReplEffect] {
    switch message {
    case .key(let key): return press(key)
    case .resized(let size): self.size = size
    case .interrupted: return interrupt()
    case .historyLoaded(let history): editor.history = history + editor.history
    case .evaluated(let outcome, let variables): finish(outcome, variables)
    case .completed(let found): take(found)
    }
    return []
  }

  private mutating func press(_ key: Key) -> [ReplEffect] {
    if key == .control("z") { return [.terminal(.suspend)] }
    if let help { return pressInHelp(key, from: help) }
    if scrolls(key) { return [] }
    if let done = pressInCandidates(key) { return done }
    scroll = 0
    if case .paste(let text) = key {
      editor.insert(Self.withoutPrompts(text))
      return []
    }
    if key == .escape, editor.isEmpty, editor.search == nil, !place.isEmpty { return [.leave] }
    return command(for: key).flatMap { perform($0) } ?? react(editor.press(key))
  }

  /// What a key asks for here; while the history is searched, its keys come first.
  private func command(for key: Key) -> Command? {
    if editor.search == nil {
      return KeyTable.command(for: key, in: .repl) ?? KeyTable.command(for: key, in: .everywhere)
    }
    let command = KeyTable.command(for: key, in: .everywhere)
    return command == .repaint || key == .control("c") ? nil : command
  }

  /// Does what a command asks for; nil where it is the editor's.
  private mutating func perform(_ command: Command) -> [ReplEffect]? {
    switch command {
    case .clearLine: return interrupt()
    case .clear: entries = []
    case .explain: return explain()
    case .table: isTabular.toggle()
    case .help: openHelp()
    case .language where !Characters.areASCII: language = language.other
    case .quit: return [.leave]
    default: return nil
    }
    return []
  }

  private mutating func openHelp() {
    help = 0
    candidates = nil
  }

  private mutating func pressInHelp(_ key: Key, from scroll: Int) -> [ReplEffect] {
    let page = max(1, size.rows - 8)
    var place = scroll
    switch KeyTable.command(for: key, in: .help) {
    case .up: place -= 1
    case .down: place += 1
    case .pageUp: place -= page
    case .pageDown: place += page
    case .close:
      help = nil
      return []
    default:
      switch KeyTable.command(for: key, in: .everywhere) {
      case .quit: return [.leave]
      case .language: return perform(.language) ?? []
      default: return []
      }
    }
    help = max(0, min(place, helpView.lastScroll(size: size)))
    return []
  }

  /// The words that are for the REPL itself, where no variable has their name.
  private mutating func takeWord(_ text: String) -> [ReplEffect]? {
    var word = text.filter { !$0.isWhitespace }
    if word.hasSuffix("()") { word.removeLast(2) }
    guard !variables.contains(where: { $0.name == word }) else { return nil }
    switch word {
    case "quit", "exit":
      editor.clear()
      return [.leave]
    case "help", "?":
      editor.clear()
      openHelp()
      return []
    default: return nil
    }
  }

  private mutating func react(_ reaction: LineEditor.Reaction) -> [ReplEffect] {
    switch reaction {
    case .submitted: return submit()
    case .ended: return [.leave]
    case .completionWanted: return [.complete(editor.text, at: editor.cursorOffset)]
    case .edited, .ignored: return []
    }
  }

  private mutating func submit() -> [ReplEffect] {
    let text = editor.text
    guard text.contains(where: { !$0.isWhitespace }) else {
      editor.clear()
      return []
    }
    if let done = takeWord(text) { return done }
    guard isWhole(text) else {
      editor.breakLine()
      return []
    }
    running = text
    return [.remember(editor.submit()), .run(text)]
  }

  /// Asks how the value of what was typed came about, or the last value where nothing was typed.
  private mutating func explain() -> [ReplEffect] {
    let typed = editor.submit()
    let isEmpty = typed.allSatisfy(\.isWhitespace)
    let text = isEmpty ? "explain(_)" : "explain(\(typed))"
    running = text
    return (isEmpty ? [] : [.remember(typed)]) + [.run(text)]
  }

  /// Whether enter runs a text: when it is a whole program and the cursor is at its end.
  ///
  /// A block is ended by an empty line, as in Python's own REPL; the blanks that a new line is given
  /// leave it empty.
  private func isWhole(_ text: String) -> Bool {
    guard text.contains("\n") else { return text.hasSuffix("?") || Session.isComplete(text) }
    let last = editor.characters[editor.lineStart(editor.characters.count)...]
    let isBlank = last.allSatisfy { $0 == " " }
    let ended = isBlank ? text.dropLast(last.count) + "\n" : text[...]
    return editor.isOnLastLine && Session.isComplete(String(ended))
  }

  private mutating func interrupt() -> [ReplEffect] {
    if editor.isEmpty, candidates == nil { tellWayOut() }
    editor.clear()
    candidates = nil
    scroll = 0
    return []
  }

  /// Says which key leaves, to who expected it of Ctrl-C.
  private mutating func tellWayOut() {
    let way = StyledLine([
      .init(Key.control("d").label(in: language), Style(.key, .bold)),
      .init(" " + Wording.text(.leaveRepl, in: language), Style(.dim)),
    ])
    let entry = Entry(lines: [way, StyledLine()])
    if entries.last != entry { entries = entries.suffix(Self.longestTranscript - 1) + [entry] }
  }

  private mutating func finish(_ outcome: Outcome, _ variables: [Variable]) {
    let text = OutcomeText(
      input: running ?? "", outcome: outcome, columns: transcriptColumns, language: language)
    entries =
      entries.suffix(Self.longestTranscript - 1) + [Entry(lines: text.lines, tabular: text.tabular)]
    self.variables = variables
    running = nil
  }

  /// Moves through the transcript; false where a key is for something else.
  private mutating func scrolls(_ key: Key) -> Bool {
    let page = max(1, transcriptRows - 2)
    switch key {
    case .pageUp: scroll += page
    case .pageDown: scroll -= page
    case .wheelUp: scroll += 3
    case .wheelDown: scroll -= 3
    default: return false
    }
    scroll = max(0, min(scroll, bodyRows - transcriptRows))
    return true
  }

  /// A text copied from a Python session, without its prompts.
  private static func withoutPrompts(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { $0.hasPrefix(">>> ") }) else { return text }
    return lines.filter { $0.hasPrefix(">>>") || $0.hasPrefix("...") }
      .map { $0.dropFirst(4) }.joined(separator: "\n")
  }
}

// MARK: - Completion

extension Repl {
  private mutating func take(_ found: [Completion]) {
    candidates = nil
    guard let first = found.first else { return }
    if found.count == 1 {
      editor.complete(first.text, replacing: first.replaces)
      return
    }
    candidates = Candidates(all: found, chosen: nil)
    let common = found.map(\.text).reduce(first.text) { Self.commonPrefix($0, $1) }
    let isLonger = common.utf8.count > first.replaces
    if isLonger, found.allSatisfy({ $0.replaces == first.replaces }) {
      put(common, replacing: first.replaces)
    }
  }

  /// Puts a candidate and notes in all of them how much the next one replaces.
  private mutating func put(_ text: String, replacing bytes: Int) {
    editor.complete(text, replacing: bytes)
    guard var candidates else { return }
    for index in candidates.all.indices { candidates.all[index].replaces = text.utf8.count }
    self.candidates = candidates
  }

  private static func commonPrefix(_ one: String, _ other: String) -> String {
    String(zip(one, other).prefix { $0 == $1 }.map(\.0))
  }

  /// A key while candidates are shown; nil when it is for the editor.
  private mutating func pressInCandidates(_ key: Key) -> [ReplEffect]? {
    guard let current = candidates else { return nil }
    let count = current.all.count
    switch key {
    case .tab, .down: choose(((current.chosen ?? -1) + 1) % count)
    case .backTab, .up: choose(((current.chosen ?? count) + count - 1) % count)
    case .enter where current.chosen != nil, .escape: candidates = nil
    default:
      candidates = nil
      return nil
    }
    return []
  }

  private mutating func choose(_ index: Int) {
    guard let candidate = candidates?.all[index] else { return }
    put(candidate.text, replacing: candidate.replaces)
    candidates?.chosen = index
  }
}
