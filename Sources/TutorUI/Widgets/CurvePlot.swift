import Language
import Lessons

/// Curves over a common axis, with round numbers written at both axes.
///
/// Several curves are told apart by their numbers, which stand on them, and not by colour alone.
struct CurvePlot {
  /// The curves to draw.
  let curves: Curves
  /// The language of what is said below.
  let language: CourseLanguage
  /// The scale of the values.
  private let vertical: AxisScale
  /// The rows of the drawing without its axis, so many that every tick falls on one.
  private let rows: Int
  /// The places the axis has room for, where that is more than the curves have.
  private var reach: [Double] = []

  /// Makes a plot of a value; nil where it is not made of numbers.
  init?(_ value: Snapshot, source: String = "", language: CourseLanguage) {
    guard let curves = Curves(value, source: source) else { return nil }
    self.curves = curves
    self.language = language
    vertical = AxisScale(curves.ys.flatMap { $0 }, count: 4, isRounded: true)
    rows = Self.rows(of: vertical)
  }

  /// Makes a plot of one of several curves, on axes that have room for all of them.
  init(_ curve: [Double], among all: [[Double]], language: CourseLanguage) {
    curves = Curves(counted: curve)
    self.language = language
    vertical = AxisScale(all.flatMap { $0 }, count: 4, isRounded: true)
    rows = Self.rows(of: vertical)
    reach = [0, Double(max(1, (all.map(\.count).max() ?? 1) - 1))]
  }

  private static func rows(of scale: AxisScale) -> Int {
    let spaces = max(1, scale.ticks.count - 1)
    return spaces * max(1, Int((9 / Double(spaces)).rounded())) + 1
  }

  /// The lines of the plot.
  func height(columns: Int) -> Int {
    rows + 2 + legend(columns: columns).count + missing(columns: columns).count
  }

  /// The most columns of the drawing.
  private static let widest = 60

  /// The plot within a width.
  func lines(columns: Int) -> [StyledLine] {
    guard curves.points > 0 || !reach.isEmpty else { return [] }
    let labels = vertical.ticks.map { vertical.label($0) }
    let lead = (labels.map(CharacterWidth.columns(of:)).max() ?? 1) + 1
    let width = min(Self.widest, columns - lead - 1)
    guard width >= 8 else { return [] }
    let horizontal = AxisScale(
      curves.xs + reach, count: max(1, width / 8), isRounded: false, isWhole: curves.isIndexed)
    let cells = cells(width, horizontal)
    var lines = (0..<rows).map { row in
      axis(row, labels, lead) + StyledLine(merging: cells[row])
    }
    lines += bottom(horizontal, width, lead)
    return lines + legend(columns: columns) + missing(columns: columns)
  }

  // MARK: The drawing

  private func cells(_ width: Int, _ horizontal: AxisScale) -> [[StyledLine.Run]] {
    var canvas = DotCanvas(columns: width, rows: rows)
    func dot(_ curve: Int, _ point: Int) -> (x: Int, y: Int)? {
      let (x, y) = (curves.xs[point], curves.ys[curve][point])
      guard x.isFinite, y.isFinite else { return nil }
      return (
        Int((horizontal.place(x) * Double(canvas.width - 1)).rounded()),
        height(of: y)
      )
    }
    for curve in curves.ys.indices {
      var before: (x: Int, y: Int)?
      for point in 0..<curves.points {
        let here = dot(curve, point)
        if let here { canvas.line(from: before ?? here, to: here, owner: curve) }
        before = here
      }
    }
    let marks = marks(width) { dot($0, $1).map { ($0.x / 2, $0.y / 4) } }
    let zero = vertical.low < 0 && vertical.high > 0 ? height(of: 0) / 4 : nil
    return (0..<rows).map { row in
      (0..<width).map { column in
        if let curve = marks[row * width + column] { return Self.mark(curve) }
        guard let cell = canvas.cell(column, row) else {
          return StyledLine.Run(row == zero ? "┈" : " ", Style(.border))
        }
        return StyledLine.Run(String(cell.character), Self.style(cell.owner))
      }
    }
  }

  /// Where the numbers of the curves stand: a third of the way along, and at the end.
  private func marks(
    _ width: Int, _ place: (Int, Int) -> (column: Int, row: Int)?
  ) -> [Int: Int] {
    guard curves.ys.count > 1 else { return [:] }
    var marks: [Int: Int] = [:]
    for curve in curves.ys.indices {
      let near = (curves.points - 1) * (curve + 1) / (curves.ys.count + 1)
      for point in [near, curves.points - 1] {
        guard let place = place(curve, point) else { continue }
        let free = (0..<rows).map { (place.row + $0) % rows * width + place.column }
          .first { marks[$0] == nil }
        if let free { marks[free] = curve }
      }
    }
    return marks
  }

  private static func mark(_ curve: Int) -> StyledLine.Run {
    StyledLine.Run("\(curve + 1)", Style(style(curve).role, .bold))
  }

  private static func style(_ curve: Int) -> Style {
    let roles: [Style.Role] = [.bar, .accent, .number, .warning, .formula]
    return Style(roles[curve % roles.count])
  }

  // MARK: The axes

  /// How many dots a number stands below the top; a tick stands in the middle of its row.
  private func height(of number: Double) -> Int {
    Int(((1 - vertical.place(number)) * Double((rows - 1) * 4) + 1.5).rounded(.down))
  }

  private func axis(_ row: Int, _ labels: [String], _ lead: Int) -> StyledLine {
    let index = vertical.ticks.indices.first { height(of: vertical.ticks[$0]) / 4 == row }
    let label = index.map { labels[$0] } ?? ""
    return StyledLine(label, Style(.dim)).padded(to: lead - 1, .trailing)
      + StyledLine(index == nil ? " │" : " ┤", Style(.border))
  }

  private func bottom(_ scale: AxisScale, _ width: Int, _ lead: Int) -> [StyledLine] {
    var axis = Array(repeating: "─", count: width)
    var labels = StyledLine()
    for tick in scale.ticks {
      let column = Int((scale.place(tick) * Double(width * 2 - 1)).rounded()) / 2
      let text = scale.label(tick)
      let columns = CharacterWidth.columns(of: text)
      let start = max(0, min(lead + width + 1 - columns, lead + 1 + column - columns / 2))
      guard labels.columns == 0 || start > labels.columns else { continue }
      axis[column] = "┬"
      labels = labels.padded(to: start) + StyledLine(text, Style(.dim))
    }
    let rule = String(repeating: " ", count: lead) + "└" + axis.joined()
    return [StyledLine(rule, Style(.border)), labels]
  }

  // MARK: What is said below

  private func legend(columns: Int) -> [StyledLine] {
    guard curves.ys.count > 1 else { return [] }
    var line = StyledLine()
    var lines: [StyledLine] = []
    for (curve, name) in curves.names.enumerated() {
      let item = StyledLine([Self.mark(curve), .init(" " + name)]).cut(to: columns)
      if line.columns + item.columns + 3 > columns, !line.runs.isEmpty {
        lines.append(line)
        line = StyledLine()
      }
      line = (line.runs.isEmpty ? line : line + StyledLine("   ")) + item
    }
    return lines + [line]
  }

  private func missing(columns: Int) -> [StyledLine] {
    let count = curves.ys.joined().count { !$0.isFinite }
    guard count > 0 else { return [] }
    let words = Wording.text(.notDrawn, in: language, "\(count)")
    return Layout.lines(of: "! " + words, width: columns, style: Style(.warning))
  }
}

extension StyledLine {
  /// A line of runs, neighbours of one style made one.
  init(merging pieces: [Run]) {
    self.init()
    for piece in pieces {
      if runs.last?.style == piece.style {
        runs[runs.count - 1].text += piece.text
      } else {
        runs.append(piece)
      }
    }
  }
}
