/// What the keys are talking to; inner contexts are asked before outer ones.
public enum KeyContext: String, Sendable, Hashable, CaseIterable {
  case everywhere, home, lesson
  /// The cursor is on a choice.
  case choice
  /// As `choice`, and several can be taken.
  case choices
  /// Things are being put in order.
  case order
  /// A number is being typed.
  case field
  /// A table's blanks are being filled.
  case blanks
  /// A program is being written.
  case code
  /// The cursor is on a cell of a derivation or a table.
  case cells
  /// A cell lies open.
  case cell
  /// An input is being changed.
  case inputs
  /// A film has the arrow keys.
  case film
  case contents, help, search, seed
  /// The drill is to be begun.
  case drillMenu
  /// A card lies on the table.
  case card
  /// A card was answered, and its rating can be changed.
  case graded
  /// A session is over.
  case report
  /// A lesson is shown to a class.
  case talk
  /// The hands raised for a choice are typed in.
  case tally
  /// The notes of a presentation in another terminal.
  case notes
  case statistics
  /// A program is typed in the REPL.
  case repl
  /// What was typed before is searched.
  case replSearch
  /// Something is computed.
  case computing

  /// Whether letters are typed here, so that none of them can be a command.
  public var takesText: Bool {
    switch self {
    case .field, .blanks, .code, .search, .seed, .repl, .replSearch: true
    default: false
    }
  }
}
