/// A signature whose parameters are read when they are first asked for: a program names a few of the
/// thousand functions there are.
final class LazySignature: Sendable {
  /// What a signature says.
  final class Sheet: Sendable {
    let parameters: [Parameter]
    /// Whether every parameter is a plain one, so that arguments need no sorting.
    let isPlain: Bool
    /// Whether no parameter can be given by its name, as in most of Python's own functions.
    let isPositional: Bool

    init(_ parameters: [Parameter]) {
      self.parameters = parameters
      isPositional = !parameters.isEmpty && parameters.allSatisfy { $0.kind == .positionalOnly }
      isPlain = parameters.allSatisfy { $0.kind == .standard || $0.kind == .positionalOnly }
    }
  }

  /// The signature as it was written.
  let text: String
  private let read: Lazy<Sheet>

  init(_ text: String) {
    self.text = text
    read = Lazy { Sheet(Signature(text).parameters) }
  }

  /// What the text says.
  var sheet: Sheet { read.content }
}
