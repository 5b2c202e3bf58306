import Synchronization

/// Something made when it is first asked for, and the same one for all who ask.
///
/// What is made follows from the closure alone, so it does not matter who is first, nor whether two
/// are at once.
final class Lazy<Content: AnyObject & Sendable>: Sendable {
  private let made = AtomicLazyReference<Content>()
  private let make: @Sendable () -> Content

  init(_ make: @escaping @Sendable () -> Content) { self.make = make }

  var content: Content { made.load() ?? made.storeIfNil(make()) }
}
