import Math

/// The places of a shape, in row-major order.
enum Places {
  /// What a function gives for each place, counted up in row-major order.
  static func map<T>(_ shape: [Int], _ function: ([Int]) -> T) throws -> [T] {
    var place = [Int](repeating: 0, count: shape.count)
    return try counted(Shape.count(shape)) { _ in
      defer {
        for dim in shape.indices.reversed() {
          place[dim] += 1
          if place[dim] < shape[dim] { break }
          place[dim] = 0
        }
      }
      return function(place)
    }
  }
}

extension Call {
  /// Tensors given one by one, or as one list.
  func restTensors(_ place: Int) throws -> [TensorObject] {
    var given = rest(place)
    if given.count == 1 {
      switch given[0] {
      case .list(let list): given = list.items
      case .tuple(let tuple): given = tuple.items
      default: break
      }
    }
    return try given.map { value in
      guard case .tensor(let tensor) = value else {
        throw PythonError.type(
          "\(builtin.name)(): argument 'tensors' must be tuple of Tensors, "
            + "not \(interpreter.typeName(of: value))")
      }
      return tensor
    }
  }
}

extension Interpreter {
  /// Takes slices along a dimension by their numbers.
  func take(
    _ x: TensorObject, along dim: Int, _ index: [Int64], _ name: String, _ gradientName: String
  ) throws -> TensorObject {
    var shape = x.shape
    if shape.isEmpty { shape = [1] }
    let places = try Shape.slices(index.map { Int($0) }, of: shape, along: dim)
    if x.shape.isEmpty { shape = [] } else { shape[dim] = index.count }
    return try apply(Choose(name, gradientName, places: places, shape: shape), x)
  }

  /// Refuses shapes with negative lengths, and tensors past the limit on elements; pays for others.
  func checkSize(_ shape: [Int]) throws {
    let count = try checkLimit(shape)
    if count > 2048 { try pay(work: count, bytes: count * 8) }
  }

  /// Refuses shapes with negative lengths, and tensors past the limit on elements; gives their count.
  @discardableResult
  func checkLimit(_ shape: [Int]) throws -> Int {
    do {
      return try Shape.check(shape, most: limits.elements)
    } catch  where error.kind == .limit {
      throw PythonError.limit(error.message, "Use a smaller shape.")
    }
  }
}
