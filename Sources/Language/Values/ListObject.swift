/// A Python list: the one place its items can change.
final class ListObject {
  var items: [Value]

  init(_ items: [Value]) { self.items = items }

  deinit { Release.letGo(&items) }
}
