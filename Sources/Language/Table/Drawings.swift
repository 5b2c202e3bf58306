import Math

/// `bars`, `plot`, `heat`: pictures that a program asks for.
enum Drawings {
  static let functions: [Builtin] = [
    Builtin("bars", "values, labels=None", "Draws a bar for every number.") { call in
      var labels: [String] = []
      if !call["labels"].isNone {
        for label in try call.interpreter.items(of: call["labels"]) {
          labels.append(try call.interpreter.text(of: label))
        }
      }
      call.interpreter.draw(.bars(try tensor(call), labels: labels))
      return .null
    },
    Builtin("plot", "values", "Draws numbers as a line.") { call in
      call.interpreter.draw(.plot(try tensor(call)))
      return .null
    },
    Builtin("heat", "values", "Draws a matrix as shades.") { call in
      call.interpreter.draw(.heat(try tensor(call)))
      return .null
    },
  ]

  /// The numbers of a tensor, or of a list of numbers or rows.
  private static func tensor(_ call: Call) throws -> Tensor {
    if case .tensor(let tensor) = call[0] { return tensor.value }
    var shape: [Int] = []
    var numbers: [Double] = []
    try gather(call[0], call, 0, &shape, &numbers)
    if shape.reduce(1, *) != numbers.count {
      throw PythonError.value("\(call.builtin.name)() needs rows of equal length")
    }
    return Tensor(shape: shape, storage: .float64(numbers))
  }

  private static func gather(
    _ value: Value, _ call: Call, _ depth: Int, _ shape: inout [Int], _ numbers: inout [Double]
  ) throws {
    if let number = value.number {
      numbers.append(number)
      return
    }
    if depth > 4 { throw PythonError.value("\(call.builtin.name)() needs numbers") }
    if case .tensor(let tensor) = value {
      return numbers.append(try TensorSyntax.number(tensor))
    }
    let items = try call.interpreter.items(of: value)
    if shape.count == depth { shape.append(items.count) }
    for item in items { try gather(item, call, depth + 1, &shape, &numbers) }
  }
}
