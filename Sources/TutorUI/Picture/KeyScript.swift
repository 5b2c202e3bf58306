/// Keys written down: words between spaces, single ones as they are, named ones in angle brackets.
///
/// `e <up> <up> <esc>` presses e, the up arrow twice, and escape; `-log(0.7) <enter>` types and enters.
public struct KeyScript: Sendable, Hashable {
  /// The keys in the order they are pressed.
  public var keys: [Key]

  /// Reads a script; throws the word that names no key.
  public init(_ text: String) throws(UnknownKey) {
    keys = []
    for word in text.split(separator: " ") {
      if word.hasPrefix("<"), word.hasSuffix(">"), word.count > 2 {
        keys.append(try Self.key(String(word.dropFirst().dropLast()).lowercased()))
      } else {
        keys += word.map { .character($0) }
      }
    }
  }

  /// A word in angle brackets that names no key.
  public struct UnknownKey: Error, Sendable, Hashable, CustomStringConvertible {
    /// The word.
    public var name: String
    /// The error as a sentence, with what is known.
    public var description: String {
      "There is no key <\(name)>. There are: "
        + KeyScript.names.keys.sorted().map { "<\($0)>" }.joined(separator: " ")
        + ", and <c-x> for Control and a letter."
    }
  }

  private static let names: [String: Key] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "s-tab": .backTab, "space": .character(" "),
    "bs": .backspace, "del": .delete, "up": .up, "down": .down, "left": .left, "right": .right,
    "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
    "s-up": .shift(.up), "s-down": .shift(.down),
    "f1": .function(1), "f2": .function(2), "f3": .function(3), "f4": .function(4),
  ]

  private static func key(_ name: String) throws(UnknownKey) -> Key {
    if let key = names[name] { return key }
    if name.hasPrefix("c-"), name.count == 3, let letter = name.last { return .control(letter) }
    throw UnknownKey(name: name)
  }
}
