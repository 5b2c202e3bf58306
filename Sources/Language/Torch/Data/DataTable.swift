import Math

/// `torch.utils.data`: datasets, and batches of them in order or shuffled.
enum DataTable {
  static let module = NativeModule(
    "torch.utils.data", "Datasets and batches.",
    functions: [
      Builtin(
        "random_split", "dataset, lengths, generator=None", "Parts of a dataset drawn at random."
      ) { call in
        try randomSplit(call)
      }
    ],
    types: [dataset, tensorDataset, subset, loader],
    other: WrittenSamplers.entries)

  static let dataset = NativeClass(
    "Dataset", module: "torch.utils.data.dataset", "The base of every dataset.",
    methods: [
      Builtin("__getitem__", "self, index", "One sample.") { call in
        throw PythonError.notImplemented("Subclasses of Dataset should implement __getitem__.")
      }
    ])

  private static func receiver(_ call: Call) throws -> Instance {
    guard case .instance(let instance) = call[0] else {
      throw PythonError.type("a dataset is needed")
    }
    return instance
  }

  static let tensorDataset = NativeClass(
    "TensorDataset", module: "torch.utils.data.dataset", base: dataset,
    "Tensors whose rows are samples.",
    methods: [
      Builtin("__init__", "self, *tensors", "Takes tensors of the same length.") { call in
        for value in call.rest(1) where !value.isTensor {
          throw PythonError.attribute(
            "'\(call.interpreter.typeName(of: value))' object has no attribute 'size'")
        }
        let tensors = try call.restTensors(1)
        if let first = tensors.first,
          tensors.contains(where: { $0.shape.first != first.shape.first })
        {
          throw PythonError("AssertionError", "Size mismatch between tensors")
        }
        try receiver(call).attributes["tensors"] = .tuple(of: tensors.map { .tensor($0) })
        return .null
      },
      Builtin("__getitem__", "self, index", "One sample: a row of each tensor.") { call in
        guard case .tuple(let tensors) = try receiver(call).attributes["tensors"] else {
          return .null
        }
        return .tuple(
          of: try tensors.items.map { try call.interpreter.element(of: $0, at: call[1]) })
      },
      Builtin("__len__", "self", "How many samples there are.") { call in
        guard case .tuple(let tensors) = try receiver(call).attributes["tensors"],
          case .tensor(let first)? = tensors.items.first
        else { return .int(0) }
        return .int(first.shape.first ?? 0)
      },
    ])

  static let subset = NativeClass(
    "Subset", module: "torch.utils.data.dataset", base: dataset, "Some samples of a dataset.",
    methods: [
      Builtin("__init__", "self, dataset, indices", "Takes a dataset and the numbers of samples.") {
        call in
        try receiver(call).attributes["dataset"] = call[1]
        try receiver(call).attributes["indices"] = .list(of: call.interpreter.items(of: call[2]))
        return .null
      },
      Builtin("__getitem__", "self, idx", "One sample.") { call in
        let own = try receiver(call)
        let place = try call.interpreter.element(
          of: own.attributes["indices"] ?? .null, at: call[1])
        return try call.interpreter.element(of: own.attributes["dataset"] ?? .null, at: place)
      },
      Builtin("__len__", "self", "How many samples there are.") { call in
        guard case .list(let indices) = try receiver(call).attributes["indices"] else {
          return .int(0)
        }
        return .int(indices.items.count)
      },
    ])

  /// How many samples a dataset has.
  static func count(_ dataset: Value, _ interpreter: Interpreter) throws -> Int {
    switch dataset {
    case .list(let list): return list.items.count
    case .tuple(let tuple): return tuple.items.count
    case .range(let range): return range.count
    case .tensor(let tensor): return try TensorSyntax.length(of: tensor)
    default:
      guard case .int(let count) = try interpreter.callMethod("__len__", of: dataset) else {
        throw PythonError.type("object of type '\(interpreter.typeName(of: dataset))' has no len()")
      }
      return count
    }
  }

  private static func randomSplit(_ call: Call) throws -> Value {
    let total = try count(call[0], call.interpreter)
    let given = try call.interpreter.items(of: call[1]).map { value in
      guard let number = value.plainNumber else {
        throw PythonError.type(
          "'<=' not supported between instances of 'int' and '\(call.interpreter.typeName(of: value))'"
        )
      }
      return number.double
    }
    var lengths: [Int]
    let sum = given.reduce(0, +)
    if sum <= 1 && 1 - sum < 1e-9 {
      if let place = given.firstIndex(where: { !(0...1).contains($0) }) {
        throw PythonError.value("Fraction at index \(place) is not between 0 and 1")
      }
      lengths = try given.map { try Conversion.integer(($0 * Double(total)).rounded(.down)) }
      for extra in 0..<max(0, total - lengths.reduce(0, +)) { lengths[extra % lengths.count] += 1 }
    } else {
      lengths = try given.map(Conversion.integer)
    }
    guard lengths.reduce(0, { $0.adding(saturating: $1) }) == total else {
      throw PythonError.value(
        "Sum of input lengths does not equal the length of the input dataset!")
    }
    func place(_ offset: Int) -> Int { min(max(offset < 0 ? offset + total : offset, 0), total) }
    let order = try GeneratorTable.draw(call[2], call.interpreter) { $0.permutation(total) }
    var start = 0
    return .list(
      of: lengths.map { length in
        let first = place(start)
        start = start.adding(saturating: length)
        let instance = Instance(call.interpreter.classObject(subset))
        instance.attributes["dataset"] = call[0]
        instance.attributes["indices"] = .list(
          of: order[first..<max(first, place(start))].map { .int($0) })
        return .instance(instance)
      })
  }
}
