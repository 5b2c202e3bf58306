/// A frame drawn as an SVG image, for the README and for reports of faults.
///
/// It shows what the dark theme shows on a terminal of 256 colours.
public struct FramePicture: Sendable {
  private let frame: Frame
  private let palette: Palette
  private static let cellWidth = 8.4
  private static let cellHeight = 18

  /// Makes a picture of a frame.
  public init(of frame: Frame, palette: Palette = .dark) {
    self.frame = frame
    self.palette = palette
  }

  /// The rows as plain text, trailing blanks dropped.
  public var text: String {
    (0..<frame.size.rows).map { row in
      var line = String.UnicodeScalarView()
      for column in 0..<frame.size.columns { line += scalars(of: cell(column, row)) }
      while line.last == " " { line.removeLast() }
      return String(line) + "\n"
    }.joined()
  }

  /// The image as SVG text.
  public var svg: String {
    let width = Double(frame.size.columns) * Self.cellWidth + 24
    let height = frame.size.rows * Self.cellHeight + 24
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(tidy(width)) \(height)" \
      font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
      """,
      """
      <rect width="100%" height="100%" rx="8" fill="\(palette.background)"/>
      """,
    ]
    for row in 0..<frame.size.rows { lines += texts(ofRow: row) }
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  /// One text element for each run of cells in one style, its length pinned to its columns.
  private func texts(ofRow row: Int) -> [String] {
    var elements: [String] = []
    var column = 0
    while column < frame.size.columns {
      let style = cell(column, row).style
      var end = column
      var text = ""
      while end < frame.size.columns, cell(end, row).style == style {
        text.unicodeScalars += scalars(of: cell(end, row))
        end += 1
      }
      elements += element(text, from: column, to: end, row: row, style: style)
      column = end
    }
    return elements
  }

  private func element(
    _ text: String, from column: Int, to end: Int, row: Int, style: Style
  ) -> [String] {
    let left = 12 + Double(column) * Self.cellWidth
    let length = Double(end - column) * Self.cellWidth
    let top = 12 + row * Self.cellHeight
    let reverse = style.attributes.contains(.reverse)
    var drawn: [String] = []
    let colour = palette.colour(of: style.role)
    if reverse {
      drawn.append(
        """
        <rect x="\(tidy(left))" y="\(top)" width="\(tidy(length))" \
        height="\(Self.cellHeight)" fill="\(colour)"/>
        """)
    }
    guard text.contains(where: { $0 != " " }) else { return drawn }
    var more = ""
    if style.attributes.contains(.bold) { more += #" font-weight="bold""# }
    if style.attributes.contains(.italic) { more += #" font-style="italic""# }
    if style.attributes.contains(.underline) { more += #" text-decoration="underline""# }
    drawn.append(
      """
      <text x="\(tidy(left))" y="\(top + 14)" textLength="\(tidy(length))" xml:space="preserve" \
      fill="\(reverse ? palette.background : colour)"\(more)>\(escaped(text))</text>
      """)
    return drawn
  }

  private func cell(_ column: Int, _ row: Int) -> Cell {
    frame.cells[row * frame.size.columns + column]
  }

  private func scalars(of cell: Cell) -> [Unicode.Scalar] {
    [cell.scalar, cell.mark].compactMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }

  private func tidy(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension FramePicture {
  /// The colours of a picture.
  public struct Palette: Sendable {
    /// What everything stands on.
    public var background: String
    private var colours: [Style.Role: String]

    /// The colour a role's text has.
    public func colour(of role: Style.Role) -> String { colours[role] ?? "#d8d8d8" }

    /// Light text on a dark ground.
    public static let dark = Palette(
      background: "#16181d",
      colours: [
        .text: "#d8d8d8", .dim: "#7f848e", .heading: "#ffd479", .accent: "#70b8b8",
        .formula: "#d2a8ff", .number: "#8fb7ef", .changed: "#ffd479", .correct: "#b9e08c",
        .wrong: "#ff7b72", .warning: "#e0b252", .border: "#4a4f59", .code: "#a3be6c",
        .key: "#8be9e9", .bar: "#6c99cf", .selection: "#ffd479", .title: "#ffffff",
      ])
  }
}
