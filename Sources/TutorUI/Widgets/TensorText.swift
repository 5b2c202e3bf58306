import Math

/// The numbers of a tensor as the screen writes them.
struct TensorText {
  /// The numbers.
  var tensor: Tensor
  /// Whether all digits are shown.
  var isFull = false

  /// A number by its place in row-major order.
  subscript(element: Int) -> NumberText {
    switch tensor.storage {
    case .float64(let values): Self.text(values[element], isFull)
    case .float32(let values):
      isFull
        ? NumberText(full: Double(values[element]), isSingle: true)
        : NumberText(Double(values[element]))
    case .float16(let values): Self.text(Double(values[element]), isFull)
    case .int64(let values): NumberText(values[element])
    case .bool(let values): NumberText(word: values[element] ? "True" : "False")
    }
  }

  private static func text(_ value: Double, _ isFull: Bool) -> NumberText {
    isFull ? NumberText(full: value) : NumberText(value)
  }

  /// Rows and columns as the screen shows them: a scalar is one by one, a list one row, and the
  /// leading dimensions of more than two are rows one after the other.
  var rows: Int { tensor.shape.count < 2 ? 1 : tensor.count / max(1, columns) }

  /// Numbers in a row.
  var columns: Int { tensor.shape.last ?? 1 }

  /// The places of a row along the leading dimensions: `0`, or `1,2`.
  func index(ofRow row: Int) -> String {
    let leading = tensor.shape.dropLast()
    guard leading.count > 0 else { return "" }
    var rest = row
    var places: [String] = []
    for length in leading.reversed() where length > 0 {
      places.insert("\(rest % length)", at: 0)
      rest /= length
    }
    return places.joined(separator: ",")
  }
}
