import Math

/// How the elements of one tensor are written: all alike, and all of one width.
///
/// Whether the numbers are whole, far apart, or very large or small decides the notation, as in
/// PyTorch's `_Formatter`.
struct ElementText {
  private let tensor: Tensor
  private let options: PrintOptions
  private var isWhole = true
  private var isScientific = false
  private(set) var width = 1

  /// Looks at the elements that will be shown.
  init(_ tensor: Tensor, shown: [Int], options: PrintOptions) {
    self.tensor = tensor
    self.options = options
    switch tensor.storage {
    case .int64(let values):
      for place in shown { width = max(width, "\(values[place])".utf8.count) }
    case .bool(let values):
      for place in shown { width = max(width, values[place] ? 4 : 5) }
    default:
      chooseNotation(shown.map(number).filter { $0.isFinite && $0 != 0 })
    }
  }

  private mutating func chooseNotation(_ numbers: [Double]) {
    guard let first = numbers.first else { return }
    var (smallest, largest) = (first.magnitude, first.magnitude)
    for number in numbers {
      smallest = min(smallest, number.magnitude)
      largest = max(largest, number.magnitude)
      if number != number.rounded(.up) { isWhole = false }
    }
    isScientific =
      options.scientific ?? (largest / smallest > 1000 || largest > 1e8 || smallest < 1e-4)
    let point = isWhole && !isScientific ? 1 : 0
    for number in numbers { width = max(width, digits(number).utf8.count + point) }
  }

  private func digits(_ number: Double) -> String {
    if isScientific { return PrintedDecimal.scientific(number, places: options.precision) }
    return PrintedDecimal.fixed(number, places: isWhole ? 0 : options.precision)
  }

  private func number(_ place: Int) -> Double {
    switch tensor.storage {
    case .float64(let values): values[place]
    case .float32(let values): Double(values[place])
    case .float16(let values): Double(values[place])
    case .int64(let values): Double(values[place])
    case .bool(let values): values[place] ? 1 : 0
    }
  }

  /// The text of the element at a place in row-major order, padded to the common width.
  func text(_ place: Int) -> String {
    let text: String
    switch tensor.storage {
    case .int64(let values): text = "\(values[place])"
    case .bool(let values): text = values[place] ? "True" : "False"
    default:
      let number = number(place)
      let hasPoint = isWhole && !isScientific && number.isFinite
      text = digits(number) + (hasPoint ? "." : "")
    }
    return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
