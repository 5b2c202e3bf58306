/// A variable that an inner function uses as well.
final class Cell {
  var value: Value?

  init(_ value: Value? = nil) { self.value = value }
}
