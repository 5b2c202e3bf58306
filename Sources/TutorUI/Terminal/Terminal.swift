import CNCurses

/// The terminal while it is ours: frames go to it, keys and signals come from it.
///
/// There is one, and it is given back when this value ends, however that comes about; for ends that
/// Swift does not see (a signal, a trap) the shim's handlers do it.
struct Terminal: ~Copyable {
  /// How cells are to look, whatever the terminal can.
  struct Options {
    var theme = Theme()
    var usesColour = true
    var isASCII = false
  }

  /// Whether only ASCII characters are sent.
  let isASCII: Bool
  private var shown: Frame?
  private var line: [nabla_cell] = []

  /// Takes the terminal over.
  init(_ options: Options) throws(TerminalError) {
    isASCII = nabla_set_locale() == 0 || options.isASCII
    if let error = TerminalError(claim: nabla_claim()) { throw error }
    let colours = options.usesColour ? Int(nabla_colours()) : 0
    for role in Style.Role.allCases {
      let look = options.theme.look(of: role, colours: colours)
      nabla_set_style(
        Int32(role.rawValue), Int32(look.foreground), Int32(look.background),
        Int32(look.attributes.rawValue))
    }
  }

  deinit { nabla_restore() }

  /// Gives the terminal back; nothing is shown after that.
  func restore() { nabla_restore() }

  /// The terminal's size now.
  var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    nabla_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Takes the terminal's new size, and forgets what it showed.
  mutating func resize() -> Size {
    let size = size
    nabla_resize(Int32(size.columns), Int32(size.rows))
    shown = nil
    return size
  }

  /// Takes the terminal again after the program was continued.
  mutating func resume() {
    nabla_resume()
    shown = nil
  }

  /// Stops the program until it is continued.
  mutating func suspend() {
    nabla_suspend()
    shown = nil
  }

  /// Puts a frame up; only rows that changed are looked at again.
  mutating func show(_ frame: Frame) {
    let old = shown?.size == frame.size ? shown : nil
    var isSame = old?.cursor == frame.cursor && old != nil
    for row in 0..<frame.size.rows {
      let cells = frame.row(row)
      if let old, old.row(row) == cells { continue }
      put(cells, row: row)
      isSame = false
    }
    if isSame { return }
    let cursor = frame.cursor.flatMap { frame.holds($0) ? $0 : nil }
    nabla_flush(Int32(cursor?.column ?? -1), Int32(cursor?.row ?? 0))
    shown = frame
  }

  private mutating func put(_ cells: ArraySlice<Cell>, row: Int) {
    line.removeAll(keepingCapacity: true)
    var index = cells.startIndex
    while index < cells.endIndex {
      let cell = cells[index]
      let isWide = index + 1 < cells.endIndex && cells[index + 1].scalar == 0
      if isASCII, cell.scalar >= 0x7F || cell.mark != 0 {
        for scalar in ASCII.replacement(for: cell.scalar, columns: isWide ? 2 : 1) {
          append(UInt32(scalar), mark: 0, columns: 1, cell.style)
        }
      } else {
        append(cell.scalar, mark: cell.mark, columns: isWide ? 2 : 1, cell.style)
      }
      index += isWide ? 2 : 1
    }
    nabla_put_row(Int32(row), line, Int32(line.count))
  }

  private mutating func append(_ scalar: UInt32, mark: UInt32, columns: UInt8, _ style: Style) {
    line.append(
      nabla_cell(
        scalar: scalar, mark: mark, columns: columns, style: style.role.rawValue,
        attributes: style.attributes.rawValue))
  }
}

extension TerminalError {
  fileprivate init?(claim result: Int32) {
    let kind = Environment["TERM"] ?? ""
    switch Int(result) {
    case NABLA_CLAIMED: return nil
    case NABLA_INPUT_IS_NO_TERMINAL: self = .inputIsNoTerminal
    case NABLA_OUTPUT_IS_NO_TERMINAL: self = .outputIsNoTerminal
    case NABLA_NO_TERM: self = .noKind
    case NABLA_UNKNOWN_TERM: self = .unknownKind(kind)
    default: self = .unsuitableKind(kind)
    }
  }
}
