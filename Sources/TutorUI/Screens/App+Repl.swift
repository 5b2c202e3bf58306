import Lessons

extension App {
  /// Opens the REPL over what is on the screen.
  mutating func openRepl(_ variables: [Repl.Variable]) -> [AppEffect] {
    let place = lesson?.lesson.title ?? course.title
    let opened = Repl(
      size: size, language: language, place: place.isEmpty ? "nabla" : place, variables: variables)
    repl = opened
    return opened.opening.map { .repl($0) }
  }

  /// Gives a key to the REPL; the keys that work everywhere work here too, as far as it has no use
  /// for them.
  mutating func pressInRepl(_ key: Key) -> [AppEffect] {
    switch KeyTable.command(for: key, in: .everywhere) {
    case .language:
      let effects = changeLanguage()
      repl?.language = language
      return effects
    case .quit where key != .control("c"): return [.quit]
    default: return tellRepl(.key(key))
    }
  }

  /// Tells the REPL something, and passes on what it asks for.
  mutating func tellRepl(_ message: ReplMessage) -> [AppEffect] {
    guard let effects = repl?.update(message) else { return [] }
    return effects.compactMap { effect in
      guard effect == .leave else { return .repl(effect) }
      repl = nil
      return nil
    }
  }
}
