import Math

/// The functions in scope without a module, which take lists of numbers and plain numbers too.
enum BareNames {
  static let entries: [String: NativeModule.Entry] = {
    var entries: [String: NativeModule.Entry] = [:]
    for function in TorchTable.functions
    where !function.places.isDisjoint(with: [.torch, .functional]) {
      let builtin = function.builtin
      if entries[builtin.name] != nil && !function.places.contains(.functional) { continue }
      entries[builtin.name] = .bare(Lazy { bare(builtin) })
    }
    entries["Tensor"] = .type(TorchTable.tensor)
    for function in TeachingFunctions.all { entries[function.name] = .function(function) }
    return entries
  }()

  /// The parameters that take a tensor: a list of numbers there becomes one.
  private static let tensors: Set<String> = [
    "input", "other", "target", "weight", "x1", "x2", "input1", "input2", "tensor", "vec2", "mat2",
    "vec",
    "pos_weight", "exponent", "condition", "logits", "bias", "var", "elements", "mat1", "tensor1",
    "tensor2",
    "end", "mask", "index", "indices", "a", "b",
  ]

  /// Those among them that hold whole numbers where all their numbers are whole.
  private static let wholes: Set<String> = ["target", "index", "indices", "condition", "mask"]

  private static func bare(_ builtin: Builtin) -> Builtin {
    let places = builtin.parameters.indices.filter { tensors.contains(builtin.parameters[$0].name) }
    if places.isEmpty || ["where", "tensor"].contains(builtin.name) && places.count == 0 {
      return builtin
    }
    let hasFreeDim = ["softmax", "log_softmax", "logsumexp"].contains(builtin.name)
    let signature =
      hasFreeDim ? builtin.signature.replacing("dim,", with: "dim=None,") : builtin.signature
    return Builtin(builtin.name, signature, builtin.summary, choices: builtin.choices) { call in
      var values = call.values
      var isPlain = true
      for place in places {
        switch values[place] {
        case .tensor: isPlain = false
        case .list, .tuple:
          isPlain = false
          values[place] = .tensor(
            TensorObject(try tensor(of: values[place], builtin.parameters[place].name, call)))
        default: break
        }
      }
      if isPlain, let first = places.first, let number = values[first].plainNumber {
        values[first] = .tensor(TensorObject(Tensor(number.double)))
        isPlain = true
      } else {
        isPlain = false
      }
      if !isPlain, builtin.name.hasSuffix("cross_entropy") || builtin.name == "nll_loss",
        values.count > 1, case .int(let target) = values[1]
      {
        values[1] = .tensor(TensorObject(Tensor(Double(target), dtype: .int64)))
      }
      if hasFreeDim, values[1].isNone { values[1] = .int(-1) }
      let result = try builtin.body(
        Call(
          interpreter: call.interpreter, builtin: call.builtin, values: values, given: call.given))
      guard isPlain, case .tensor(let tensor) = result, tensor.value.count == 1 else {
        return result
      }
      return Value(tensor.value[flat: 0])
    }
  }

  private static func tensor(of value: Value, _ name: String, _ call: Call) throws -> Tensor {
    let tensor = try TensorLiteral.tensor(of: value, dtype: nil, floats: .float64, call.interpreter)
    return tensor.dtype == .int64 && !wholes.contains(name) ? tensor.cast(to: .float64) : tensor
  }
}
