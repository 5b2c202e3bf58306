import Language
import Math

extension Snapshot {
  /// The value as numbers that can be drawn, if that is what it is.
  var numbers: Tensor? {
    switch self {
    case .tensor(let tensor): tensor
    case .float(let value): Tensor(shape: [], storage: .float64([value]))
    case .int(let value): Tensor(shape: [], storage: .int64([Int64(value)]))
    case .bool(let value): Tensor(shape: [], storage: .bool([value]))
    case .list(let items), .tuple(let items), .named(_, let items): Self.stack(items)
    case .none, .string, .size, .other: nil
    }
  }

  private static func stack(_ items: [Snapshot]) -> Tensor? {
    let parts = items.compactMap(\.numbers)
    guard let first = parts.first, parts.count == items.count else { return nil }
    guard parts.allSatisfy({ $0.shape == first.shape }) else { return nil }
    if parts.allSatisfy({ $0.dtype == .int64 }) {
      return Tensor(
        shape: [parts.count] + first.shape, storage: .int64(parts.flatMap(\.integers)))
    }
    return Tensor(
      shape: [parts.count] + first.shape, storage: .float64(parts.flatMap(\.doubles)))
  }
}
