import Math

/// PyTorch's text of a tensor: nested brackets, one width, lines broken at 80 columns.
struct TensorText {
  private let tensor: Tensor
  private let options: PrintOptions
  private let isSummary: Bool
  private let elements: ElementText
  /// How many elements one step along each dimension passes over.
  private let strides: [Int]

  private init(_ tensor: Tensor, options: PrintOptions) {
    self.tensor = tensor
    self.options = options
    isSummary = Double(tensor.count) > options.threshold
    var strides = tensor.shape
    var stride = 1
    for dim in tensor.shape.indices.reversed() {
      strides[dim] = stride
      stride *= tensor.shape[dim]
    }
    self.strides = strides
    let shown =
      isSummary
      ? TensorText.summary(tensor.shape, strides, options.edgeItems) : Array(0..<tensor.count)
    elements = ElementText(tensor, shown: shown, options: options)
  }

  /// What `repr` of a tensor with these values gives.
  ///
  /// `gradientName` is what stands in `grad_fn=<...>`, nil for a leaf.
  static func text(
    of tensor: Tensor, requiresGradient: Bool = false, gradientName: String? = nil,
    defaultDType: DType = .float32, options: PrintOptions = PrintOptions()
  ) -> String {
    let prefix = "tensor("
    var suffixes: [String] = []
    if tensor.count == 0 {
      if tensor.shape.count != 1 { suffixes.append("size=" + tuple(tensor.shape)) }
      if tensor.dtype != defaultDType { suffixes.append("dtype=torch.\(tensor.dtype.rawValue)") }
    } else if tensor.dtype != defaultDType && tensor.dtype != .int64 && tensor.dtype != .bool {
      suffixes.append("dtype=torch.\(tensor.dtype.rawValue)")
    }
    if let gradientName {
      suffixes.append("grad_fn=<\(gradientName)>")
    } else if requiresGradient {
      suffixes.append("requires_grad=True")
    }
    let body =
      tensor.count == 0
      ? "[]"
      : TensorText(tensor, options: options).block(
        0, at: 0, indent: prefix.utf8.count)
    return close(prefix + body, suffixes, indent: prefix.utf8.count, width: options.lineWidth)
  }

  /// The elements of one sub-tensor in brackets.
  private func block(_ dim: Int, at start: Int, indent: Int) -> String {
    let rank = tensor.shape.count
    if rank == 0 { return elements.text(0) }
    if dim == rank - 1 { return row(at: start, indent: indent) }
    let count = tensor.shape[dim]
    let edge = options.edgeItems
    func part(_ index: Int) -> String {
      block(dim + 1, at: start + index * strides[dim], indent: indent + 1)
    }
    var parts: [String]
    if isSummary && count > 2 * edge {
      parts = (0..<edge).map(part) + ["..."] + ((count - edge)..<count).map(part)
    } else {
      parts = (0..<count).map(part)
    }
    let between =
      "," + String(repeating: "\n", count: rank - dim - 1)
      + String(repeating: " ", count: indent + 1)
    return "[" + parts.joined(separator: between) + "]"
  }

  private func row(at start: Int, indent: Int) -> String {
    let count = tensor.shape[tensor.shape.count - 1]
    let edge = options.edgeItems
    var texts: [String]
    if isSummary && count > 2 * edge {
      texts =
        (0..<edge).map { elements.text(start + $0) } + [" ..."]
        + ((count - edge)..<count).map { elements.text(start + $0) }
    } else {
      texts = (0..<count).map { elements.text(start + $0) }
    }
    let perLine = max(1, (options.lineWidth - indent) / (elements.width + 2))
    var lines: [String] = []
    while !texts.isEmpty {
      lines.append(texts.prefix(perLine).joined(separator: ", "))
      texts.removeFirst(min(perLine, texts.count))
    }
    let between = ",\n" + String(repeating: " ", count: indent + 1)
    return "[" + lines.joined(separator: between) + "]"
  }

  /// The places that a summary shows.
  private static func summary(_ shape: [Int], _ strides: [Int], _ edge: Int) -> [Int] {
    var places = [0]
    for (length, stride) in zip(shape, strides) {
      let kept =
        length > 2 * edge ? Array(0..<edge) + Array((length - edge)..<length) : Array(0..<length)
      places = places.flatMap { place in kept.map { place + $0 * stride } }
    }
    return places
  }

  private static func close(
    _ text: String, _ suffixes: [String], indent: Int, width: Int
  ) -> String {
    var result = text
    // PyTorch counts the last line two characters too long, and so does this.
    var length = text.utf8.reversed().prefix { $0 != 10 }.count + 2
    for suffix in suffixes {
      let count = suffix.utf8.count
      if length + count + 2 > width {
        result += ",\n" + String(repeating: " ", count: indent) + suffix
        length = indent + count
      } else {
        result += ", " + suffix
        length += count + 2
      }
    }
    return result + ")"
  }

  private static func tuple(_ shape: [Int]) -> String {
    "(" + shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
  }
}
