import Math

/// Questions of all elements, or of those along a dimension.
enum TruthFunctions {
  static let all: [TorchFunction] = [
    TorchFunction(
      "any", "input, dim=None, keepdim=False, *, out=None", "Whether any element is not zero."
    ) { call in
      let (dims, keeps) = (try call.reduced(1), try call.bool(2))
      let any = ValueOperator("any") { inputs in
        let result = try inputs[0].any(dims: dims, keepsDims: keeps)
        return inputs[0].dtype == .uint8 ? result.cast(to: .uint8) : result
      }
      return .tensor(try call.interpreter.apply(any, call.tensor(0)))
    },
    TorchFunction(
      "all", "input, dim=None, keepdim=False, *, out=None", "Whether no element is zero."
    ) { call in
      let (dims, keeps) = (try call.reduced(1), try call.bool(2))
      let all = ValueOperator("all") { inputs in
        let result = try inputs[0].all(dims: dims, keepsDims: keeps)
        return inputs[0].dtype == .uint8 ? result.cast(to: .uint8) : result
      }
      return .tensor(try call.interpreter.apply(all, call.tensor(0)))
    },
  ]
}
