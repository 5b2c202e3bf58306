import Math

/// `DataLoader`: batches of a dataset.
extension DataTable {
  static let loader = NativeClass(
    "DataLoader", module: "torch.utils.data.dataloader",
    "Batches of a dataset, in order or shuffled.",
    methods: [
      Builtin(
        "__init__",
        "self, dataset, batch_size=1, shuffle=False, sampler=None, batch_sampler=None, num_workers=0, collate_fn=None, pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None, multiprocessing_context=None, generator=None, *, prefetch_factor=None, persistent_workers=False",
        "Takes a dataset and the size of a batch."
      ) { call in
        guard case .instance(let own) = call[0] else { return .null }
        for (place, parameter) in call.builtin.parameters.enumerated().dropFirst() {
          own.attributes[parameter.name] = call[place]
        }
        if case .int(let size) = call[2], size <= 0 {
          throw PythonError.value(
            "batch_size should be a positive integer value, but got batch_size=\(size)")
        }
        if try call.bool(3), try count(call[1], call.interpreter) == 0 {
          throw PythonError.value(
            "num_samples should be a positive integer value, but got num_samples=0")
        }
        return .null
      },
      Builtin("__len__", "self", "How many batches there are.") { call in
        guard case .instance(let own) = call[0] else { return .null }
        let total = try count(own.attributes["dataset"] ?? .null, call.interpreter)
        let size = own.batchSize
        return .int(own.dropsLast ? total / size : total / size + (total % size > 0 ? 1 : 0))
      },
      Builtin("__iter__", "self", "The batches, one after the other.") { call in
        guard case .instance(let own) = call[0] else { return .null }
        return .iterator(try batches(own, call.interpreter))
      },
    ])

  private static func batches(_ own: Instance, _ interpreter: Interpreter) throws -> IteratorObject
  {
    let dataset = own.attributes["dataset"] ?? .null
    let total = try count(dataset, interpreter)
    let generator = own.attributes["generator"] ?? .null
    // PyTorch draws a seed for its workers whether it has any or not.
    _ = try GeneratorTable.draw(generator, interpreter) { $0.integer() }
    var order: [Int]?
    let size = own.batchSize
    let isSingle = own.attributes["batch_size"]?.isNone == true
    var start = 0
    return IteratorObject("_SingleProcessDataLoaderIter") { [unowned interpreter] in
      let places = try order ?? self.order(own, total, generator, interpreter)
      order = places
      let end = start + min(size, places.count - start)
      guard start < places.count, !(own.dropsLast && end - start < size) else { return nil }
      let samples = try places[start..<end].map { place in
        try interpreter.element(of: dataset, at: .int(place))
      }
      start = end
      if isSingle { return samples.first }
      if let collate = own.attributes["collate_fn"], !collate.isNone {
        return try interpreter.call(collate, .list(of: samples))
      }
      return try collate(samples, interpreter)
    }
  }

  private static func order(
    _ own: Instance, _ total: Int, _ generator: Value, _ interpreter: Interpreter
  ) throws -> [Int] {
    if let sampler = own.attributes["sampler"], !sampler.isNone {
      return try interpreter.items(of: sampler).map { Int($0.plainNumber?.integer ?? 0) }
    }
    guard try interpreter.truth(of: own.attributes["shuffle"] ?? .null) else {
      return Array(0..<total)
    }
    if !generator.isNone {
      return try GeneratorTable.draw(generator, interpreter) { $0.permutation(total) }
    }
    let seed = interpreter.torch.generator.integer()
    var fresh = RandomGenerator(seed: UInt64(bitPattern: seed))
    return fresh.permutation(total)
  }

  /// Makes one batch of samples, as PyTorch's default does.
  private static func collate(_ samples: [Value], _ interpreter: Interpreter) throws -> Value {
    switch samples.first {
    case .tensor:
      let tensors = samples.compactMap { if case .tensor(let tensor) = $0 { tensor } else { nil } }
      return .tensor(try interpreter.apply(Stack(dim: 0), to: tensors))
    case .int, .bool:
      return .tensor(
        TensorObject(try TensorLiteral.tensor(of: .list(of: samples), dtype: nil, interpreter)))
    case .float:
      return .tensor(
        TensorObject(try TensorLiteral.tensor(of: .list(of: samples), dtype: .float64, interpreter))
      )
    case .tuple, .list:
      let rows = try samples.map { try interpreter.items(of: $0) }
      guard let width = rows.first?.count, rows.allSatisfy({ $0.count == width }) else {
        throw PythonError.runtime("each element in list of batch should be of equal size")
      }
      let columns = try (0..<width).map { place in try collate(rows.map { $0[place] }, interpreter)
      }
      return .list(of: columns)
    case .dict(let first):
      let result = DictObject()
      for (key, _) in first.items {
        guard let hashed = Key(key) else { continue }
        let column = samples.compactMap {
          if case .dict(let dict) = $0 { dict[hashed] } else { nil }
        }
        result.set(hashed, key, to: try collate(column, interpreter))
      }
      return .dict(result)
    default: return .list(of: samples)
    }
  }
}

extension Instance {
  fileprivate var batchSize: Int {
    if case .int(let size) = attributes["batch_size"] { size } else { 1 }
  }

  fileprivate var dropsLast: Bool {
    if case .bool(let flag) = attributes["drop_last"] { flag } else { false }
  }
}
