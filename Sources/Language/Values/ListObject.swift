/// A Python list: the one place its items can change.
final class ListObject: Holder {
  var items: [Value]

  init(_ items: [Value]) { self.items = items }

  deinit {
    var values = giveUp()
    Release.letGo(&values)
  }

  override func giveUp() -> [Value] {
    defer { items = [] }
    return items
  }
}
