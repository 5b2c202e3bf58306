import Language
import Math

extension Snapshot {
  /// The value as a number, where it is one: an int, a float, a bool or a tensor of one element.
  public var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .float(let value): value
    case .bool(let value): value ? 1 : 0
    case .tensor(let tensor): tensor.count == 1 ? tensor.doubles.first : nil
    default: nil
    }
  }

  /// The value as rows of numbers, where it has one or two dimensions.
  var matrix: [[Double]]? {
    switch self {
    case .tensor(let tensor):
      switch tensor.shape.count {
      case 1: return [tensor.doubles]
      case 2:
        let (numbers, width) = (tensor.doubles, tensor.shape[1])
        return (0..<tensor.shape[0]).map { Array(numbers[($0 * width)..<(($0 + 1) * width)]) }
      default: return nil
      }
    case .list(let items), .tuple(let items):
      if items.contains(where: \.isSequence) {
        let rows = items.compactMap { $0.matrix?.first }
        let width = rows.first?.count
        return rows.count == items.count && rows.allSatisfy { $0.count == width } ? rows : nil
      }
      let row = items.compactMap(\.number)
      return row.count == items.count ? [row] : nil
    default: return nil
    }
  }

  private var isSequence: Bool {
    switch self {
    case .list, .tuple: true
    case .tensor(let tensor): tensor.shape.count == 1
    default: false
    }
  }

  /// The value as a tensor a learner can edit: numbers, and lists of them.
  var input: Tensor? {
    switch self {
    case .tensor(let tensor): return tensor.dtype == .bool ? nil : tensor
    case .float(let value): return Tensor(shape: [], storage: .float64([value]))
    case .int(let value): return Tensor(shape: [], storage: .int64([Int64(value)]))
    case .list(let items):
      let integers = items.compactMap { item in
        if case .int(let value) = item { Int64(value) } else { nil }
      }
      if integers.count == items.count, !items.isEmpty {
        return Tensor(shape: [integers.count], storage: .int64(integers))
      }
      guard let rows = matrix, let width = rows.first?.count, width > 0 else { return nil }
      let shape = items.contains(where: \.isSequence) ? [rows.count, width] : [width]
      return Tensor(shape: shape, storage: .float64(rows.flatMap { $0 }))
    default: return nil
    }
  }
}
