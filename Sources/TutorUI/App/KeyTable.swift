/// Keys that ask for a command in a context, and the words that say so.
public struct Binding: Sendable, Hashable {
  /// Where the keys mean this.
  public var context: KeyContext
  /// The keys; the first one is the one shown in the footer.
  public var keys: [Key]
  /// What they ask for.
  public var command: Command
  /// What it does, for the footer and the help page.
  public var phrase: Phrase
  /// Its place in the footer, lowest first; nil where only the help page has it.
  public var footer: Int?

  init(
    _ context: KeyContext, _ keys: [Key], _ command: Command, _ phrase: Phrase, footer: Int? = nil
  ) {
    self.context = context
    self.keys = keys
    self.command = command
    self.phrase = phrase
    self.footer = footer
  }
}

/// The one table of keys; the footer, the help page and the keys themselves all come from it.
public enum KeyTable {
  /// Every binding, in the order the help page has them.
  public static let bindings: [Binding] =
    everywhere + home + lesson + questions + cells + film + inputs + lists + drill + talk + repl

  /// The bindings of a context, in the order the help page has them.
  static func bindings(in context: KeyContext) -> [Binding] {
    bindings.filter { $0.context == context }
  }

  /// The command a key asks for in a context, if it does.
  public static func command(for key: Key, in context: KeyContext) -> Command? {
    commands[context]?[key]
  }

  /// The first key that asks for a command in a context.
  public static func key(for command: Command, in context: KeyContext) -> Key? {
    bindings.first { $0.context == context && $0.command == command }?.keys.first
  }

  private static let commands: [KeyContext: [Key: Command]] = {
    var table: [KeyContext: [Key: Command]] = [:]
    for binding in bindings {
      for key in binding.keys { table[binding.context, default: [:]][key] = binding.command }
    }
    return table
  }()
}
