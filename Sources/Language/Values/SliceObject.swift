/// What `start:stop:step` stands for between square brackets.
final class SliceObject: Holder {
  private(set) var start: Value
  private(set) var stop: Value
  private(set) var step: Value

  init(start: Value, stop: Value, step: Value) {
    self.start = start
    self.stop = stop
    self.step = step
  }

  deinit {
    var values = giveUp()
    Release.letGo(&values)
  }

  override func giveUp() -> [Value] {
    defer { (start, stop, step) = (.null, .null, .null) }
    return [start, stop, step]
  }

  /// The places of a sequence of `count` items that the slice takes.
  func places(of count: Int) throws -> (start: Int, stop: Int, step: Int) {
    let step = try part(self.step) ?? 1
    if step == 0 { throw PythonError.value("slice step cannot be zero") }
    let (lowest, highest) = step > 0 ? (0, count) : (-1, count - 1)
    func clamp(_ place: Int?, _ otherwise: Int) -> Int {
      guard let place else { return otherwise }
      return min(max(place < 0 ? place + count : place, lowest), highest)
    }
    return (
      clamp(try part(start), step > 0 ? 0 : count - 1),
      clamp(try part(stop), step > 0 ? count : -1), step
    )
  }

  /// The places themselves, in order.
  func indices(of count: Int) throws -> [Int] {
    let (start, stop, step) = try places(of: count)
    return Array(stride(from: start, to: stop, by: step))
  }

  private func part(_ value: Value) throws -> Int? {
    switch value {
    case .null: return nil
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .tensor(let tensor): return try TensorSyntax.index(tensor)
    default:
      throw PythonError.type(
        "slice indices must be integers or None or have an __index__ method")
    }
  }
}
