import Math

/// Functions that compare whole tensors.
enum TestFunctions {
  static let all: [TorchFunction] = [
    TorchFunction(
      "allclose", "input, other, rtol=1e-05, atol=1e-08, equal_nan=False",
      "Whether all elements are close."
    ) { call in
      .bool(try close(call).allSatisfy(\.self))
    },
    TorchFunction(
      "isclose", "input, other, rtol=1e-05, atol=1e-08, equal_nan=False",
      "Whether each two elements are close."
    ) { call in
      for place in [2, 3] where try call.double(place) < 0 {
        throw PythonError.runtime(
          "\(call.builtin.parameters[place].name) must be greater than or equal to zero, but got "
            + PlainText.of(try call.double(place)))
      }
      let shape = try Shape.broadcast(call.tensor(0).shape, call.tensor(1).shape)
      return .tensor(TensorObject(Tensor(try close(call), shape: shape)))
    },
    TorchFunction("equal", "input, other", "Whether shapes and all elements are the same.") {
      call in
      let (a, b) = (try call.tensor(0).value, try call.tensor(1).value)
      return .bool(
        try a.shape == b.shape && zipped(a.doubles, b.doubles, ==).allSatisfy(\.self))
    },
    TorchFunction(
      "isin", "elements, test_elements, *, assume_unique=False, invert=False",
      "Whether each element is among others.", in: .torch
    ) { call in
      let (a, b) = (
        call[0].isTensor ? try call.tensor(0).value : Tensor(try call.double(0)),
        call[1].isTensor ? try call.tensor(1).value : Tensor(try call.double(1))
      )
      let wanted = Set(b.doubles)
      let inverted = try call.bool(3)
      return .tensor(
        TensorObject(
          try Tensor(mapped(a.doubles) { wanted.contains($0) != inverted }, shape: a.shape)))
    },
  ]

  static let module = NativeModule(
    "torch.testing", "Tests.",
    functions: [
      Builtin(
        "assert_close", "actual, expected, *, rtol=None, atol=None, equal_nan=False",
        "Stops where two tensors differ."
      ) { call in
        let (a, b) = (try call.tensor(0).value, try call.tensor(1).value)
        let rtol = try call.optionalDouble(2) ?? (a.dtype == .float64 ? 1e-7 : 1.3e-6)
        let atol = try call.optionalDouble(3) ?? (a.dtype == .float64 ? 1e-7 : 1e-5)
        let agree =
          a.shape == b.shape
          && zip(a.doubles, b.doubles).allSatisfy {
            $0 == $1 || ($0 - $1).magnitude <= atol + rtol * $1.magnitude
          }
        if !agree { throw PythonError("AssertionError", "Tensor-likes are not close!") }
        return .null
      }
    ])

  private static func close(_ call: Call) throws -> [Bool] {
    let (a, b) = (try call.tensor(0), try call.tensor(1))
    if a.dtype != b.dtype {
      throw PythonError.runtime("\(a.dtype.scalarTypeName) did not match \(b.dtype.scalarTypeName)")
    }
    let (rtol, atol, equalNaN) = (try call.double(2), try call.double(3), try call.bool(4))
    let shape = try Shape.broadcast(a.shape, b.shape)
    return try zipped(a.value.expand(shape).doubles, b.value.expand(shape).doubles) { x, y in
      x == y || (equalNaN && x.isNaN && y.isNaN)
        || (y.isFinite && x.isFinite && (x - y).magnitude <= atol + (rtol * y).magnitude)
    }
  }
}
