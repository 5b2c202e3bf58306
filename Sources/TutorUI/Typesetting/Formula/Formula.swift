/// A formula of LaTeX, read once, to be set within text or on its own.
public struct Formula: Sendable, Hashable {
  /// The LaTeX it was read from.
  public let latex: String
  let root: FormulaNode

  /// Reads LaTeX; throws if it cannot be set, and says where and why.
  public init(_ latex: String) throws(FormulaError) {
    self.latex = latex
    root = try FormulaParser.parse(latex)
  }

  /// Why the LaTeX cannot be set, or nil if it can.
  public static func error(in latex: String) -> FormulaError? {
    do throws(FormulaError) {
      _ = try FormulaParser.parse(latex)
      return nil
    } catch {
      return error
    }
  }

  /// The formula on one line, as it stands within text.
  public var inline: StyledLine {
    FormulaSetter(isLinear: true).box(root).lines.first ?? StyledLine()
  }

  /// The formula in two dimensions, as wide as it likes.
  public var displayed: [StyledLine] { FormulaSetter(isLinear: false).box(root).lines }

  /// The formula in two dimensions in at most `width` columns if it can be broken to fit.
  ///
  /// Lines end before relations, then before plus and minus; if that is not enough, fractions are
  /// set on one row. A formula that still does not fit comes out wider: the caller may scroll it.
  public func displayed(width: Int) -> [StyledLine] {
    let whole = FormulaSetter(isLinear: false).box(root)
    guard whole.width > width else { return whole.lines }
    let broken = evenly(broken: FormulaSetter(isLinear: false), width: width)
    let breadth = Self.breadth(of: broken)
    guard breadth > width else { return Self.lines(of: broken) }
    let flat = evenly(broken: FormulaSetter(isLinear: true), width: width)
    return Self.lines(of: Self.breadth(of: flat) < breadth ? flat : broken)
  }

  /// The formula broken into as few lines as the width asks for, those as even as they can be.
  private func evenly(broken setter: FormulaSetter, width: Int) -> [FormulaBox] {
    var best = FormulaBreaking.boxes(of: root, setter: setter, width: width, measure: width)
    let count = best.count
    guard count > 1 else { return best }
    for measure in stride(from: width - 2, to: width / 2, by: -2) {
      let next = FormulaBreaking.boxes(of: root, setter: setter, width: width, measure: measure)
      guard next.count == count else { break }
      if Self.breadth(of: next) < Self.breadth(of: best) { best = next }
    }
    return best
  }

  private static func breadth(of boxes: [FormulaBox]) -> Int {
    boxes.reduce(0) { max($0, $1.width) }
  }

  /// Boxes one under the other, an empty line between them where they are more than one row high.
  private static func lines(of boxes: [FormulaBox]) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, box) in boxes.enumerated() {
      if index > 0, boxes[index - 1].below > 0 || box.above > 0 { lines.append(StyledLine()) }
      lines += box.lines
    }
    return lines
  }
}
