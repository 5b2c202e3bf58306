import Language

/// A number as a learner types it: digits, or an expression in mathematics' or Python's notation.
public struct TypedNumber: Sendable {
  /// What it came to.
  public let value: Double
  /// Whether it was an expression, whose value is worth showing.
  public let isExpression: Bool

  /// How long an answer may be.
  static let longest = 400

  /// Reads a text; a sentence says why it cannot be read.
  public static func read(_ text: String) -> Result<TypedNumber, Sentence.Refusal> {
    guard text.unicodeScalars.count <= longest else {
      return refuse("This is too long for a number.", "作为一个数太长了。")
    }
    let source = normalised(text)
    guard !source.isEmpty else {
      return refuse("Type a number or an expression.", "请输入一个数或一个表达式。")
    }
    if let number = plain(source) {
      return .success(TypedNumber(value: number, isExpression: false))
    }
    if isDecimalComma(source) {
      let point = String(source.map { $0 == "," ? "." : $0 })
      return refuse("Write a decimal point: \(point).", "小数点请写作“.”：\(point)。")
    }
    return evaluate(source)
  }

  private static func refuse(
    _ english: String, _ chinese: String
  ) -> Result<TypedNumber, Sentence.Refusal> {
    .failure(Sentence.Refusal(sentence: Sentence(english, chinese)))
  }

  /// Digits with a sign, a point, an exponent; nan and the infinities by their names.
  private static func plain(_ source: String) -> Double? {
    switch source.lowercased() {
    case "inf", "+inf", "infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    case "nan": return .nan
    default: break
    }
    guard source.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
    return Double(source)
  }

  private static func isDecimalComma(_ source: String) -> Bool {
    source.count { $0 == "," } == 1
      && source.allSatisfy { $0.isNumber || $0 == "," || $0 == "-" || $0 == "+" }
  }

  private static func evaluate(_ source: String) -> Result<TypedNumber, Sentence.Refusal> {
    var expression = python(source)
    if expression.hasSuffix("%") { expression = "(\(expression.dropLast())) / 100" }
    let limits = Limits(steps: 100_000, elements: 100_000, depth: 60, output: 1_000)
    let session = Session(limits: limits)
    _ = session.run("e = math.e\npi = math.pi\ninf = math.inf\nnan = math.nan")
    let outcome = session.run(expression)
    if let diagnostic = outcome.diagnostic {
      return refuse(
        "This could not be computed: \(diagnostic.message)", "无法计算：\(diagnostic.message)")
    }
    guard let value = outcome.value.number else {
      return refuse("This does not come to a number.", "结果不是一个数。")
    }
    return .success(TypedNumber(value: value, isExpression: true))
  }

  /// Full-width letters, digits and signs as ASCII has them.
  static func widthless(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isWide = scalar.value >= 0xFF01 && scalar.value <= 0xFF5E
      result.unicodeScalars.append(
        isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return result
  }

  /// Full-width signs, typographic signs and spaces as Python writes them.
  static func normalised(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{FF01}"..."\u{FF5E}":
        result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case "\u{2212}", "\u{2010}"..."\u{2015}": result += "-"
      case "\u{00D7}", "\u{00B7}", "\u{22C5}": result += "*"
      case "\u{00F7}", "\u{2215}": result += "/"
      case "\u{221E}": result += "inf"
      case "\u{03C0}":
        let isFactor = result.last.map { $0.isNumber || $0 == ")" } ?? false
        result += isFactor ? "*pi" : "pi"
      case "\u{3002}": result += "."
      case "\u{00A0}", "\u{3000}", "\u{2009}", "\u{202F}": result += " "
      case "\u{00B2}": result += "**2"
      case "\u{00B3}": result += "**3"
      default: result.unicodeScalars.append(scalar)
      }
    }
    var trimmed = result.trimmed[...]
    while let first = trimmed.first, first == "=" || first == "≈" || first == "~" {
      trimmed = trimmed.dropFirst().drop(while: \.isWhitespace)
    }
    if let first = trimmed.first, first == "+" { trimmed = trimmed.dropFirst() }
    return String(trimmed)
  }

  /// `^` as a power and `ln` as the natural logarithm.
  static func python(_ source: String) -> String {
    var result = ""
    var word = ""
    func flush() {
      result += word == "ln" ? "log" : word
      word = ""
    }
    for character in source {
      if character.isLetter || character == "_" || (character.isNumber && !word.isEmpty) {
        word.append(character)
      } else {
        flush()
        result += character == "^" ? "**" : String(character)
      }
    }
    flush()
    return result
  }
}

extension Sentence {
  /// Why something typed could not be read.
  public struct Refusal: Error, Sendable, Hashable {
    /// What to tell the learner.
    public var sentence: Sentence

    /// Makes a refusal.
    public init(sentence: Sentence) { self.sentence = sentence }
  }
}
