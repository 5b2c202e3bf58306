import Testing

@testable import Language

/// A program and what PyTorch printed for it, an error's type and first line last.
struct TorchProgram: Sendable, CustomTestStringConvertible {
  let name: String
  let code: String
  let printed: String

  init(_ name: String, _ code: String, _ printed: String) {
    self.name = name
    self.code = code
    self.printed = printed
  }

  var testDescription: String { name }

  /// Runs the program; a long message need only begin as PyTorch's does.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let outcome = Session().run(code)
    var text = outcome.printed
    if let error = outcome.diagnostic {
      let first = error.message.split(separator: "\n").first ?? ""
      text += "\(error.type): \(first.count > 150 ? first.prefix(80) : first)\n"
    }
    while text.hasSuffix("\n") { text.removeLast() }
    #expect(text == printed, sourceLocation: sourceLocation)
  }
}
