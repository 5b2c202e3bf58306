/// How much of the machine's stack is used, told from the address of a local variable.
enum StackSpace {
  /// Where the stack is now.
  static func address() -> UInt {
    var mark: UInt8 = 0
    return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
  }

  /// The most a program may use: threads have 8 MB, and one expression needs at most 2.
  static let budget: UInt = 5 << 20

  /// Whether there is room for another call.
  static func isLeft(from top: UInt) -> Bool {
    let here = address()
    return (top > here ? top - here : here - top) < budget
  }
}
