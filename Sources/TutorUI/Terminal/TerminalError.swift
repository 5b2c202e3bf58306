/// Why the terminal cannot show a full screen.
public enum TerminalError: Error, Sendable, Hashable {
  case inputIsNoTerminal
  case outputIsNoTerminal
  case noKind
  case unknownKind(String)
  case unsuitableKind(String)
}

extension TerminalError: CustomStringConvertible {
  /// A sentence that says what is missing and what to do.
  public var description: String {
    sentences(instead: "Or run `nabla --plain`, which needs no full screen.")
  }

  /// Sentences that say what is missing and what to do, or what to run instead.
  public func sentences(instead plain: String) -> String {
    switch self {
    case .inputIsNoTerminal:
      return "Standard input is not a terminal, so there is nowhere to read keys from. "
        + "Run nabla without redirecting its input. \(plain)"
    case .outputIsNoTerminal:
      return "Standard output is not a terminal, so there is nowhere to draw. "
        + "Run nabla without redirecting its output. \(plain)"
    case .noKind:
      return "The environment variable TERM is not set, so the kind of terminal is unknown. "
        + "Set it, for example with `export TERM=xterm-256color`. \(plain)"
    case .unknownKind(let name):
      return
        "TERM is \"\(name.madeVisible)\", which the terminfo database of this machine does not "
        + "have. Set it to a kind it has, for example `export TERM=xterm-256color`. \(plain)"
    case .unsuitableKind(let name):
      return
        "TERM is \"\(name.madeVisible)\", a terminal that cannot move its cursor. If yours can, "
        + "set it, for example with `export TERM=xterm-256color`. \(plain)"
    }
  }
}

extension String {
  /// This text with every control character shown, as `Frame` shows it.
  public var madeVisible: String {
    var text = ""
    for scalar in unicodeScalars {
      if CharacterWidth.isHidden(scalar) {
        text += CharacterWidth.visibleForm(of: scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
