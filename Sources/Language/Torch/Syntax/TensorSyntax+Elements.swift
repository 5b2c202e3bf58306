import Math

/// `a[index]` and `a[index] = value`.
extension TensorSyntax {
  /// `a[index]`; the index is an int, a slice, `None`, `...`, a tensor, a list, or a tuple of them.
  static func element(
    of tensor: TensorObject, at index: Value, _ interpreter: Interpreter
  ) throws -> Value {
    let choice = try TensorIndex(index, into: tensor.shape, interpreter)
    let operation = Choose(
      "index", choice.gradientName, places: choice.places, shape: choice.shape)
    return .tensor(
      choice.isBasic
        ? try interpreter.view(operation, tensor) : try interpreter.apply(operation, tensor))
  }

  /// `a[index] = value`.
  static func setElement(
    of tensor: TensorObject, at index: Value, to value: Value, _ interpreter: Interpreter
  ) throws {
    let choice = try TensorIndex(index, into: tensor.shape, interpreter)
    var part: TensorObject
    if case .tensor(let given) = value {
      part = given
    } else {
      guard let number = value.plainNumber else {
        throw PythonError.type(
          "can't assign a \(interpreter.typeName(of: value)) to a "
            + "torch.\(tensor.dtype.scalarTypeName)Tensor")
      }
      part = TensorObject(Tensor(number.double, dtype: tensor.dtype))
    }
    if part.dtype != tensor.dtype { part = try interpreter.apply(Cast(to: tensor.dtype), part) }
    part = try spread(part, over: choice, interpreter)
    if choice.isBasic, interpreter.torch.isGradientEnabled, tensor.requiresGradient, tensor.isLeaf {
      throw PythonError.runtime(
        "a view of a leaf Variable that requires grad is being used in an in-place operation.")
    }
    let result = try interpreter.apply(
      PutElements(
        places: choice.places,
        gradientName: choice.isBasic ? "CopySlices" : "IndexPutBackward0"), tensor, part)
    _ = try interpreter.change(tensor, to: result)
  }

  private static func spread(
    _ part: TensorObject, over choice: TensorIndex, _ interpreter: Interpreter
  ) throws -> TensorObject {
    var part = part
    let shape = part.shape
    if shape == choice.shape { return part }
    // Leading dimensions of length one fall away, as in PyTorch.
    let lead = shape.count - choice.shape.count
    if lead > 0, shape.prefix(lead).allSatisfy({ $0 == 1 }) {
      part = try interpreter.apply(
        Relabel("view", "ViewBackward0", Array(shape.dropFirst(lead))), part)
    }
    do {
      return try interpreter.apply(Expand(choice.shape), part)
    } catch let error as TensorError {
      if choice.isBasic { throw error }
      throw PythonError.runtime(
        "shape mismatch: value tensor of shape \(Shape.text(shape)) cannot be broadcast to "
          + "indexing result of shape \(Shape.text(choice.shape))")
    }
  }
}
