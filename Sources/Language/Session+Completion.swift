/// One thing that could stand at the cursor.
public struct Completion: Sendable, Hashable {
  /// The whole word as it would stand in the source.
  public var text: String
  /// How many bytes before the cursor it replaces.
  public var replaces: Int
  /// A word on what it is: `function`, `module`, `keyword`, a shape.
  public var detail: String

  /// Makes a completion.
  public init(text: String, replaces: Int, detail: String) {
    self.text = text
    self.replaces = replaces
    self.detail = detail
  }
}

extension Session {
  /// Whether a REPL should run this text now, or wait for more lines (open bracket, open block).
  public static func isComplete(_ source: String) -> Bool {
    do {
      let tokens = try Lexer.tokens(of: Source(source))
      let opensBlock = tokens.contains { $0.kind == .indent }
      let words = tokens.filter { ![.newline, .indent, .dedent, .end].contains($0.kind) }
      if words.last?.kind == .symbol(.colon), opensCompound(words) { return false }
      guard opensBlock || isDecorated(words) else { return true }
      // A block ends with an empty line, as in Python's own REPL.
      return source.hasSuffix("\n\n") || source.hasSuffix("\n") && endsFlush(source)
    } catch let error as PythonError {
      return !isUnfinished(error.message)
    } catch {
      return true
    }
  }

  private static func isUnfinished(_ message: String) -> Bool {
    message.hasSuffix("was never closed") || message.hasPrefix("unterminated triple-quoted")
      || message.hasPrefix("unexpected end of file")
  }

  private static func opensCompound(_ words: [Token]) -> Bool {
    words.contains { token in
      guard case .keyword(let keyword) = token.kind else { return false }
      return [.if, .elif, .else, .for, .while, .def, .class, .with, .try, .except, .finally]
        .contains(keyword)
    }
  }

  private static func isDecorated(_ words: [Token]) -> Bool {
    words.first?.kind == .symbol(.at)
      && !words.contains { $0.kind == .keyword(.def) || $0.kind == .keyword(.class) }
  }

  /// Whether the last line with something on it is not part of a block.
  private static func endsFlush(_ source: String) -> Bool {
    let lines = TextSearch.split(source, at: "\n").filter { !TextMethods.strip($0).isEmpty }
    guard let last = lines.last, lines.count > 1 else { return false }
    return last.first != " " && last.first != "\t"
  }
}
