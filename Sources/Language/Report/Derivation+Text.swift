import Math

extension Derivation {
  /// The steps as text: under each line of the program what was computed for it, each step with its
  /// shape, its numbers, one of them with the numbers it was made from, and why the step is taken.
  ///
  ///     line 1: z = torch.tensor([2.0, 1.0, 0.1])
  ///       z  (3,)
  ///           2.0000   1.0000   0.1000
  ///     line 2: p = softmax(z)
  ///       m = max z  (1,)
  ///           2.0000
  ///           max(2.0000, 1.0000, 0.1000) = 2.0000
  ///           The largest logit.
  public var text: String {
    var lines: [String] = []
    var origin: Origin?
    let width = steps.flatMap { DerivationNumbers($0.value).rows.joined() }.map(\.count).max() ?? 0
    let shown = Derivation.shown(of: steps.count)
    for index in steps.indices {
      guard shown.contains(where: { $0.contains(index) }) else {
        if index == shown[0].upperBound {
          lines.append("… \(shown[1].lowerBound - index) more steps …")
        }
        continue
      }
      if steps[index].origin != origin || index == 0 {
        origin = steps[index].origin
        lines.append(Derivation.heading(origin))
      }
      lines += self.lines(of: index, width)
    }
    return lines.joined(separator: "\n")
  }

  /// Of very many steps, the first and the last.
  private static func shown(of count: Int) -> [Range<Int>] {
    count <= 300 ? [0..<count] : [0..<50, count - 200..<count]
  }

  private static func heading(_ origin: Origin?) -> String {
    guard let origin else { return "given" }
    let place = origin.line > 0 ? "line \(origin.line): \(origin.source)" : "an operation in place"
    return origin.undone.map { "\($0), back through \(place)" } ?? place
  }

  private func lines(of index: Int, _ width: Int) -> [String] {
    let step = steps[index]
    let numbers = DerivationNumbers(step.value)
    let definition = definition(of: index).map { " = " + $0 } ?? ""
    let dtype = step.value.dtype == .float32 ? "" : " " + step.value.dtype.rawValue
    var lines = ["  \(step.symbol)\(definition)  \(numbers.shape)\(dtype)"]
    if let mark = step.mark {
      lines[0] += "  ✗ \(mark.sentence.english)\(numbers.place(step.markedElement))"
    }
    for row in numbers.rows {
      let cells = row.map { String(repeating: " ", count: width - $0.count) + $0 }
      lines.append("    " + cells.map { "  " + $0 }.joined())
    }
    if let example = example(of: index) { lines.append("      " + example) }
    if let remark = step.remark { lines.append("      " + remark.english) }
    return lines
  }

  /// One element of a step with the numbers it was made from: the first that went wrong, or the first.
  func example(of index: Int) -> String? {
    let step = steps[index]
    switch step.rule {
    case .given, .apply, .transposed, .kept, .oneHot, .pick, .lookup: return nil
    default: break
    }
    let element = step.mark == nil ? 0 : step.markedElement
    guard let explanation = explain(step: index, element: element),
      step.rule.inputs.count > 1 || explanation.sources.count > 1 || step.rule.isFunction
    else { return nil }
    return DerivationNumbers(step.value).prefix(element) + explanation.text
  }
}

/// The numbers of a step as texts in rows, each with four places; the middle of many is left out.
struct DerivationNumbers {
  private let tensor: Tensor
  /// The most numbers of a row, and the most rows.
  private let most: Int

  init(_ tensor: Tensor, most: Int = 8) {
    self.tensor = tensor
    self.most = most
  }

  /// `(3,)`, `()`.
  var shape: String {
    let lengths = tensor.shape.map { "\($0)" }.joined(separator: ", ")
    return tensor.rank == 1 ? "(\(lengths),)" : "(\(lengths))"
  }

  /// ` at [0, 2]`; nothing where there is one number.
  func place(_ element: Int) -> String {
    tensor.count > 1 ? " at " + index(of: element) : ""
  }

  /// `[0, 2] `; nothing where there is one number.
  func prefix(_ element: Int) -> String { tensor.count > 1 ? index(of: element) + " " : "" }

  private func index(of element: Int) -> String {
    var (rest, places) = (element, [Int]())
    for length in tensor.shape.reversed() where length > 0 {
      places.insert(rest % length, at: 0)
      rest /= length
    }
    return "[" + places.map { "\($0)" }.joined(separator: ", ") + "]"
  }

  /// The numbers in rows along the last dimension.
  var rows: [[String]] {
    let width = max(tensor.shape.last ?? 1, 1)
    let height = tensor.count / width
    return kept(height).map { row in
      guard let row else { return ["⋮"] }
      return kept(width).map { column in
        guard let column else { return "…" }
        let number = tensor[flat: row * width + column]
        if case .int(let whole) = number { return NumberText(whole).text }
        return NumberText.fixed(number.double, places: tensor.dtype.isFloatingPoint ? 4 : 0)
      }
    }
  }

  /// The places shown of so many, nil standing for those left out.
  private func kept(_ count: Int) -> [Int?] {
    guard count > most else { return Array(0..<count) }
    return Array(0..<max(1, most - 3)) + [nil] + Array(count - 2..<count)
  }
}
