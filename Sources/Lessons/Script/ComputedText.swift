/// Finds where `{{ expression:format }}` ends, and where its format begins.
enum ComputedText {
  /// The index of the `}}` that ends a computed number, brackets and quotes within it respected.
  static func end(_ text: [Unicode.Scalar], from start: Int) -> Int? {
    var nesting = Nesting()
    for index in start..<max(start, text.count) {
      if text[index] == "}", nesting.isOutside {
        return index + 1 < text.count && text[index + 1] == "}" ? index : nil
      }
      nesting.take(text[index])
    }
    return nil
  }

  /// Cuts at the last colon outside brackets and quotes.
  static func split(_ text: ArraySlice<Unicode.Scalar>) -> (expression: String, format: String) {
    var nesting = Nesting()
    var colon: Int?
    for index in text.indices {
      if text[index] == ":", nesting.isOutside { colon = index }
      nesting.take(text[index])
    }
    guard let colon else { return (text.string.replacingNewlines.trimmed, "") }
    return (text[..<colon].string.replacingNewlines.trimmed, text[(colon + 1)...].string.trimmed)
  }

  /// How deep in brackets and quotes a place in an expression is.
  private struct Nesting {
    private var depth = 0
    private var quote: Unicode.Scalar?

    var isOutside: Bool { depth == 0 && quote == nil }

    mutating func take(_ scalar: Unicode.Scalar) {
      if let open = quote {
        if scalar == open { quote = nil }
        return
      }
      switch scalar {
      case "'", "\"": quote = scalar
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      default: break
      }
    }
  }
}

extension Sequence<Unicode.Scalar> {
  /// The characters as a text.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}

extension String {
  /// The text on one line.
  var replacingNewlines: String {
    utf8.contains(UInt8(ascii: "\n")) ? String(map { $0 == "\n" ? " " : $0 }) : self
  }
}
