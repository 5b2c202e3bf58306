import Language
import Math

/// One or more curves over common places.
struct Curves {
  /// The places; as many as each curve has values.
  var xs: [Double]
  /// The values of each curve.
  var ys: [[Double]]
  /// What the curves are called.
  var names: [String]
  /// Whether the places are counted, for want of others.
  var isIndexed: Bool

  /// How many places there are.
  var points: Int { xs.count }

  /// The most curves drawn.
  static let most = 9

  /// Makes curves of a value: the rows of a tensor, or a list of numbers, or several in a tuple.
  ///
  /// Where there are several and the first one only grows, it is the places of the others.
  init?(_ value: Snapshot, source: String) {
    var rows: [[Double]]
    switch value {
    case .tuple(let items), .list(let items), .named(_, let items):
      let parts = items.compactMap { $0.numbers }
      guard parts.count == items.count, !parts.isEmpty else { return nil }
      rows = parts.allSatisfy { $0.count == 1 } ? Self.row(parts) : parts.flatMap(Self.rows)
    default:
      guard let tensor = value.numbers else { return nil }
      rows = Self.rows(tensor)
    }
    guard let first = rows.first, !first.isEmpty, rows.allSatisfy({ $0.count == first.count })
    else { return nil }
    names = Self.parts(of: source)
    if names.count != rows.count { names = rows.indices.map { "\($0)" } }
    let grows = zip(first, first.dropFirst()).allSatisfy { $0 < $1 }
    isIndexed = rows.count == 1 || !grows || first.count == 1
    if isIndexed {
      xs = first.indices.map(Double.init)
    } else {
      xs = rows.removeFirst()
      names.removeFirst()
    }
    ys = Array(rows.prefix(Self.most))
    names = Array(names.prefix(Self.most))
  }

  /// Makes a curve of numbers over their places.
  init(counted numbers: [Double]) {
    xs = numbers.indices.map(Double.init)
    ys = [numbers]
    names = [""]
    isIndexed = true
  }

  private static func row(_ parts: [Tensor]) -> [[Double]] {
    [parts.map { $0[flat: 0].double }]
  }

  private static func rows(_ tensor: Tensor) -> [[Double]] {
    let text = TensorText(tensor: tensor)
    return (0..<text.rows).map { row in
      (0..<text.columns).map { tensor[flat: row * text.columns + $0].double }
    }
  }

  /// The texts between the commas of `x, relu(x)` that stand in no brackets.
  static func parts(of source: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in source {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).map { text in
      String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
