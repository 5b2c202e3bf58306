/// A program that shows the screen's size and the last keys, for finding out what a terminal sends.
public struct KeyDisplay: Sendable, Hashable {
  private var size = Size(columns: 0, rows: 0)
  private var lines: [String] = []
  private var trapKey: Character?

  /// A runner for it.
  public static func runner(
    isASCII: Bool
  ) throws(TerminalError) -> Runner<KeyDisplay, Event, Request> {
    let program = Runner<KeyDisplay, Event, Request>.Program(
      update: { $0.update($1) }, render: { $0.render($1) }, message: { $0 },
      perform: { request, _ in .request(request) })
    var display = KeyDisplay()
    display.trapKey = Environment["NABLA_TRAP"]?.first
    return try Runner(program, state: display, isASCII: isASCII)
  }

  mutating func update(_ event: Event) -> [Request] {
    lines.append("\(event)")
    lines = lines.suffix(100)
    switch event {
    case .key(.character("q")), .key(.control("c")): return [.quit(status: 0)]
    case .key(.control("z")): return [.suspend]
    case .key(.character(let character)) where character == trapKey:
      // For a test: what a trap says must be readable when the terminal was given back.
      fatalError("NABLA_TRAP asked for this")
    case .key(.character("b")): return [.bell]
    case .resized(let size): self.size = size
    default: break
    }
    return []
  }

  func render(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.box(
      Area(column: 0, row: 0, columns: size.columns, rows: size.rows),
      title: "\(size.columns) × \(size.rows), q ends")
    for (row, line) in lines.suffix(max(0, size.rows - 2)).enumerated() {
      frame.put(
        line, at: Position(column: 2, row: row + 1), style: Style(.code),
        columns: max(0, size.columns - 4))
    }
    return frame
  }
}
