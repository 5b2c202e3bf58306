import Math

/// What an error says besides Python's line: the tensors that met.
extension Interpreter {
  /// The error with a sentence on every tensor among the operands, unless it says something already.
  func telling(
    _ error: any Error, of operands: some Sequence<(String, Value)>
  ) -> any Error {
    var python = PythonError(error)
    guard python.notes.isEmpty, python.place == nil, python.object == nil, !python.isFatal else {
      return python
    }
    for (name, value) in operands where python.notes.count < 4 {
      if case .tensor(let tensor) = value {
        python.notes.append("\(name): \(Interpreter.description(of: tensor.value))")
      }
    }
    return python
  }

  /// `float32, shape (2, 3)`.
  static func description(of tensor: Tensor) -> String {
    let lengths = tensor.shape.map { "\($0)" }.joined(separator: ", ")
    let shape = tensor.shape.count == 1 ? "(\(lengths),)" : "(\(lengths))"
    return "\(tensor.dtype.rawValue), shape \(shape)"
  }
}
