/// A Python tuple, a `torch.Size`, or a tuple whose places have names.
final class TupleObject: Holder {
  /// Which of the tuples this is.
  enum Kind {
    case plain
    /// `torch.Size`: prints as `torch.Size([2, 3])`.
    case size
    /// `torch.return_types.max`: places by name; `text` begins its printed form.
    case named(text: String, fields: [String])
    /// `dict_keys`: what a dict gives of its keys, values or items.
    case view(String)
  }

  private(set) var items: [Value]
  let kind: Kind
  /// Its printed form, where it is a table of its own.
  var shown: String?

  init(_ items: [Value], kind: Kind = .plain) {
    self.items = items
    self.kind = kind
  }

  deinit {
    var values = giveUp()
    Release.letGo(&values)
  }

  override func giveUp() -> [Value] {
    defer { items = [] }
    return items
  }

  /// The item a named place holds.
  func field(_ name: String) -> Value? {
    guard case .named(_, let fields) = kind, let index = fields.firstIndex(of: name) else {
      return nil
    }
    return items[index]
  }
}
