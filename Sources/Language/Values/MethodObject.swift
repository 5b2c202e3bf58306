/// A function with its first argument already given: `x.sum` before the brackets.
final class MethodObject: Holder {
  private(set) var receiver: Value
  /// A builtin or a function of the program.
  let function: Value

  deinit {
    var values = giveUp()
    Release.letGo(&values)
  }

  override func giveUp() -> [Value] {
    defer { receiver = .null }
    return [receiver]
  }

  init(receiver: Value, function: Value) {
    self.receiver = receiver
    self.function = function
  }
}
