/// Gives a line of Python the styles of code: keywords heavier, strings slanted, comments dim.
public enum PythonText {
  /// The quotation marks of a string that goes on to the next line.
  public enum Quote: Sendable, Hashable { case single, double }

  /// Whether a fence's language means Python, as `nabla` blocks do.
  public static func isPython(_ language: String) -> Bool {
    ["python", "py", "python3", "nabla", "pycon"].contains(language)
  }

  /// A line in styles; `quote` carries a triple-quoted string over to the next line.
  public static func line(_ source: String, quote: inout Quote?) -> StyledLine {
    var scanner = Scanner(scalars: Array(source.unicodeScalars))
    scanner.run(quote: &quote)
    return scanner.line
  }

  private static let keywords: Set<String> = [
    "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "not", "or", "pass",
    "raise", "return", "try", "while", "with", "yield", "None", "True", "False",
  ]

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var index = 0
    var line = StyledLine()

    mutating func run(quote: inout Quote?) {
      if let open = quote { string(from: 0, until: open, quote: &quote) }
      while index < scalars.count {
        switch scalars[index] {
        case "#": take(to: scalars.count, Style(.dim))
        case "\"": begin(.double, quote: &quote)
        case "'": begin(.single, quote: &quote)
        case let scalar where isName(scalar): name()
        default: take(to: index + 1, Style(.code))
        }
      }
    }

    private mutating func name() {
      var end = index
      while end < scalars.count, isName(scalars[end]) { end += 1 }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[index..<end])
      let isKeyword = PythonText.keywords.contains(String(text))
      take(to: end, isKeyword ? Style(.code, .bold) : Style(.code))
    }

    /// A string from its opening quotation mark; a triple one may stay open.
    private mutating func begin(_ kind: Quote, quote: inout Quote?) {
      let mark = scalars[index]
      if index + 2 < scalars.count, scalars[index + 1] == mark, scalars[index + 2] == mark {
        quote = kind
        return string(from: index + 3, until: kind, quote: &quote)
      }
      var end = index + 1
      while end < scalars.count, scalars[end] != mark { end += scalars[end] == "\\" ? 2 : 1 }
      take(to: min(end + 1, scalars.count), Style(.code, .italic))
    }

    private mutating func string(from start: Int, until kind: Quote, quote: inout Quote?) {
      let mark: Unicode.Scalar = kind == .single ? "'" : "\""
      var end = start
      while end < scalars.count {
        if end + 2 < scalars.count, scalars[end] == mark, scalars[end + 1] == mark,
          scalars[end + 2] == mark
        {
          quote = nil
          return take(to: end + 3, Style(.code, .italic))
        }
        end += 1
      }
      take(to: scalars.count, Style(.code, .italic))
    }

    private func isName(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": true
      default: scalar.value > 0x7F && scalar.properties.isAlphabetic
      }
    }

    private mutating func take(to end: Int, _ style: Style) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[index..<end])
      index = end
      if let last = line.runs.last, last.style == style {
        line.runs[line.runs.count - 1].text += String(text)
      } else if !text.isEmpty {
        line.runs.append(StyledLine.Run(String(text), style))
      }
    }
  }
}
