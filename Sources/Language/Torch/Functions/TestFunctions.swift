import Math

/// Functions that compare whole tensors.
enum TestFunctions {
  static let all: [TorchFunction] = [
    TorchFunction(
      "allclose", "input, other, rtol=1e-05, atol=1e-08, equal_nan=False",
      "Whether all elements are close."
    ) { call in
      .bool(try close(call).booleans.allSatisfy(\.self))
    },
    TorchFunction(
      "isclose", "input, other, rtol=1e-05, atol=1e-08, equal_nan=False",
      "Whether each two elements are close."
    ) { call in
      .tensor(TensorObject(try close(call)))
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
        for (name, actual, expected) in [
          ("shape", "torch.Size(\(Shape.text(a.shape)))", "torch.Size(\(Shape.text(b.shape)))"),
          ("dtype", "torch.\(a.dtype.rawValue)", "torch.\(b.dtype.rawValue)"),
        ] where actual != expected {
          throw PythonError(
            "AssertionError",
            "The values for attribute '\(name)' do not match: \(actual) != \(expected).")
        }
        let close = try a.isClose(to: b, relative: rtol, absolute: atol, equalNaN: call.bool(4))
        if !close.booleans.allSatisfy(\.self) {
          throw PythonError("AssertionError", "Tensor-likes are not close!")
        }
        return .null
      }
    ])

  /// Where the two tensors are close.
  private static func close(_ call: Call) throws -> Tensor {
    for place in [2, 3] where !(try call.double(place) >= 0) {
      throw PythonError.runtime(
        "\(call.builtin.parameters[place].name) must be greater than or equal to zero, but got "
          + PlainText.of(try call.double(place)))
    }
    return try call.tensor(0).value.isClose(
      to: call.tensor(1).value, relative: call.double(2), absolute: call.double(3),
      equalNaN: call.bool(4))
  }
}
