/// A function with its first argument already given: `x.sum` before the brackets.
final class MethodObject {
  let receiver: Value
  /// A builtin or a function of the program.
  let function: Value

  init(receiver: Value, function: Value) {
    self.receiver = receiver
    self.function = function
  }
}
