/// A function as it is written: everything about it that does not change between calls.
final class FunctionCode {
  let name: String

  init(name: String) { self.name = name }
}
