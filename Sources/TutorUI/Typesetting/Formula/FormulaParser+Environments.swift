import Lessons

extension FormulaParser {
  /// `\begin{name} … \end{name}`.
  mutating func environment(from start: Int) throws(FormulaError) -> FormulaNode.Kind {
    let name = try environmentName()
    guard var grid = Self.grids[name.hasSuffix("*") ? String(name.dropLast()) : name] else {
      throw FormulaError(
        at: start, "the environment \(name) is not known: use aligned, cases, matrix or array")
    }
    if name == "array" { try columns(into: &grid) }
    if name == "alignedat" || name == "alignat" { _ = try rawArgument(of: name) }
    try nested { parser throws(FormulaError) in
      try parser.rows(into: &grid, of: name, from: start)
    }
    return .grid(grid)
  }

  private static let grids: [String: FormulaNode.Grid] = {
    func grid(
      _ arrangement: FormulaNode.Grid.Arrangement, _ open: String = "", _ close: String = ""
    ) -> FormulaNode.Grid {
      FormulaNode.Grid(
        arrangement: arrangement, rows: [], alignments: [], open: open, close: close)
    }
    let aligned = [
      "aligned", "align", "split", "eqnarray", "alignedat", "alignat", "equation", "flalign",
    ]
    var grids = Dictionary(uniqueKeysWithValues: aligned.map { ($0, grid(.aligned)) })
    grids["gathered"] = grid(.gathered)
    grids["gather"] = grid(.gathered)
    grids["multline"] = grid(.gathered)
    grids["cases"] = grid(.cases, "{")
    grids["rcases"] = grid(.cases, "", "}")
    grids["dcases"] = grid(.cases, "{")
    grids["matrix"] = grid(.matrix)
    grids["smallmatrix"] = grid(.matrix)
    grids["array"] = grid(.matrix)
    grids["pmatrix"] = grid(.matrix, "(", ")")
    grids["bmatrix"] = grid(.matrix, "[", "]")
    grids["Bmatrix"] = grid(.matrix, "{", "}")
    grids["vmatrix"] = grid(.matrix, "|", "|")
    grids["Vmatrix"] = grid(.matrix, "‖", "‖")
    return grids
  }()

  /// Rows parted by `&` outside of any environment, as `aligned` sets them.
  static func aligned(_ rows: [[FormulaNode]]) -> FormulaNode.Grid {
    FormulaNode.Grid(arrangement: .aligned, rows: trimmed(rows), alignments: [])
  }

  /// Rows without the empty one that a `\\` at the very end leaves.
  private static func trimmed(_ rows: [[FormulaNode]]) -> [[FormulaNode]] {
    guard rows.count > 1, let last = rows.last, last.count == 1,
      case .row(let nodes) = last[0].kind,
      nodes.isEmpty
    else { return rows }
    return Array(rows.dropLast())
  }

  private mutating func environmentName() throws(FormulaError) -> String {
    skipSpace()
    guard next == "{" else {
      throw FormulaError(at: index, "the name of an environment in braces must follow, as {cases}")
    }
    return try rawArgument(of: "begin")
  }

  /// The columns of an array: `{l|cr}`.
  private mutating func columns(into grid: inout FormulaNode.Grid) throws(FormulaError) {
    skipSpace()
    let place = index
    guard next == "{" else {
      throw FormulaError(at: place, "an array needs its columns first, as in {ccc}")
    }
    for scalar in try rawArgument(of: "array").unicodeScalars {
      switch scalar {
      case "l": grid.alignments.append(.leading)
      case "c": grid.alignments.append(.centre)
      case "r": grid.alignments.append(.trailing)
      case "|": grid.bars.insert(grid.alignments.count)
      case " ": break
      default:
        throw FormulaError(at: place, "a column of an array is l, c or r; | draws a line")
      }
    }
  }

  private mutating func rows(
    into grid: inout FormulaNode.Grid, of name: String, from start: Int
  ) throws(FormulaError) {
    grid.rows = [[]]
    while true {
      skipSpace()
      while peekCommand() == "hline" {
        index += 6
        grid.rules.insert(grid.rows.count - 1)
        skipSpace()
      }
      grid.rows[grid.rows.count - 1].append(try row())
      switch stop() {
      case .ampersand: index += 1
      case .newline:
        try endLine()
        grid.rows.append([])
      case .endEnvironment:
        let place = index
        index += 4
        let closing = try environmentName()
        guard closing == name else {
          throw FormulaError(
            at: place, "\\begin{\(name)} is closed by \\end{\(closing)}: the names must agree")
        }
        grid.rows = Self.trimmed(grid.rows)
        return
      case .end:
        throw FormulaError(at: start, "this \\begin{\(name)} has no \\end{\(name)}")
      case let found: throw unexpected(found ?? .end)
      }
    }
  }

  /// `\\`, with the space `[2pt]` that may be asked for after it.
  mutating func endLine() throws(FormulaError) {
    index += 1 + (peekCommand()?.unicodeScalars.count ?? 1)
    let end = index
    while next == " " { index += 1 }
    guard next == "[" else {
      index = end
      return
    }
    while let scalar = next, scalar != "]" { index += 1 }
    if next == "]" { index += 1 }
  }

  /// `\substack{… \\ …}`: short rows under an operator.
  mutating func substack() throws(FormulaError) -> FormulaNode.Kind {
    skipSpace()
    let start = index
    guard next == "{" else {
      throw FormulaError(at: start, "\\substack needs an argument in braces: \\substack{…}")
    }
    index += 1
    var grid = FormulaNode.Grid(arrangement: .gathered, rows: [], alignments: [])
    try nested { parser throws(FormulaError) in
      while true {
        grid.rows.append([try parser.row()])
        switch parser.stop() {
        case .newline: try parser.endLine()
        case .closingBrace:
          parser.index += 1
          return
        case .end: throw FormulaError(at: start, "this { is never closed: a } is missing")
        case let found: throw parser.unexpected(found ?? .end)
        }
      }
    }
    return .grid(grid)
  }
}
