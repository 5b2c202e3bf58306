/// A call or an operation as it is written, in pieces that can be changed.
struct CallText {
  /// What is called: `F.cross_entropy`; for an operation, nothing.
  private(set) var callee = ""
  /// The arguments, or the two operands.
  private(set) var parts: [String] = []
  /// The operator between two operands, with its blanks.
  private var sign: String?

  /// The pieces of `f(a, b)` or `a + b`; nil for anything else.
  init?(_ code: String) {
    let bytes = Array(code.utf8)
    if bytes.last == UInt8(ascii: ")"), let open = Self.opening(of: bytes) {
      callee = String(decoding: bytes[..<open], as: UTF8.self)
      let inner = bytes[(open + 1)..<(bytes.count - 1)]
      parts = Self.split(Array(inner)).map { TextMethods.strip($0) }.filter { !$0.isEmpty }
      if !callee.isEmpty, Self.operatorPlace(in: Array(callee.utf8)) == nil { return }
    }
    guard let place = Self.operatorPlace(in: bytes) else { return nil }
    callee = ""
    sign = " \(String(decoding: bytes[place], as: UTF8.self)) "
    parts = [bytes[..<place.lowerBound], bytes[place.upperBound...]].map {
      TextMethods.strip(String(decoding: $0, as: UTF8.self))
    }
  }

  /// Whether it is an operation on two operands.
  var isOperation: Bool { sign != nil }

  /// The object that a method is called on: `loss` of `loss.backward()`.
  var receiver: String? {
    guard let dot = callee.lastIndex(of: ".") else { return nil }
    return String(callee[..<dot])
  }

  /// The method or function's own name.
  var name: String { String(callee.split(separator: ".").last ?? "") }

  /// The text with other parts.
  func with(parts: [String]) -> String {
    if let sign { return parts.joined(separator: sign) }
    return callee + "(" + parts.joined(separator: ", ") + ")"
  }

  /// The text with something behind one part: `.long()`.
  func with(_ suffix: String, behind place: Int) -> String? {
    guard parts.indices.contains(place) else { return nil }
    var parts = parts
    let (keyword, value) = Self.keyword(parts[place])
    parts[place] = keyword + Self.grouped(value) + suffix
    return with(parts: parts)
  }

  /// The text with something behind the object that the method is called on.
  func with(behindReceiver suffix: String) -> String? {
    receiver.map { $0 + suffix + "." + name + "(" + parts.joined(separator: ", ") + ")" }
  }

  /// The text with another function called.
  func with(callee: String) -> String { callee + "(" + parts.joined(separator: ", ") + ")" }

  /// `dim=1` in two: `dim=` and `1`.
  static func keyword(_ part: String) -> (String, String) {
    let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = part.dropFirst(name.count)
    guard !name.isEmpty, rest.first == "=", rest.dropFirst().first != "=" else { return ("", part) }
    return (name + "=", String(rest.dropFirst()))
  }

  /// In brackets, where something behind it would only meet its last piece.
  static func grouped(_ part: String) -> String {
    let isPlain = operatorPlace(in: Array(part.utf8)) == nil && !part.hasPrefix("-")
    return isPlain && !part.contains(" ") || part.hasSuffix(")") && isPlain ? part : "(\(part))"
  }

  // MARK: Reading

  /// Calls for every byte outside strings and brackets.
  private static func scan(_ bytes: [UInt8], _ visit: (Int, UInt8) -> Void) {
    var depth = 0
    var quote: UInt8?
    for (place, byte) in bytes.enumerated() {
      if let open = quote {
        if byte == open, bytes[place - 1] != UInt8(ascii: "\\") { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: if depth == 0 { visit(place, byte) }
      }
    }
  }

  private static func split(_ bytes: [UInt8]) -> [String] {
    var places: [Int] = []
    scan(bytes) { if $1 == UInt8(ascii: ",") { places.append($0) } }
    let bounds = [-1] + places + [bytes.count]
    return zip(bounds, bounds.dropFirst()).map {
      String(decoding: bytes[($0 + 1)..<$1], as: UTF8.self)
    }
  }

  /// Where the bracket opens that the last byte closes.
  private static func opening(of bytes: [UInt8]) -> Int? {
    var outside = Set<Int>()
    scan(bytes) { place, _ in outside.insert(place) }
    // Of the brackets at the outermost level, the last one that opens.
    var depth = 0
    for place in bytes.indices.reversed() where !outside.contains(place) {
      if bytes[place] == UInt8(ascii: ")") { depth += 1 }
      if bytes[place] == UInt8(ascii: "(") { depth -= 1 }
      if depth == 0 { return bytes[place] == UInt8(ascii: "(") ? place : nil }
    }
    return nil
  }

  /// The operator that is applied last: the rightmost of the weakest.
  private static func operatorPlace(in bytes: [UInt8]) -> Range<Int>? {
    var found: [[Range<Int>]] = [[], []]
    scan(bytes) { place, byte in
      let strength =
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 0
        case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "%"): 1
        default: 2
        }
      guard strength < 2, place > 0 else { return }
      let before = bytes[..<place].last { $0 != UInt8(ascii: " ") } ?? 0
      // A sign, a power or an exponent (1e-5) is no operator between two.
      let isBetween =
        !"+-*/@%(,=<>".utf8.contains(before)
        && !(before == UInt8(ascii: "e") && place > 1 && bytes[place - 1] == before
          && (48...57).contains(bytes[place - 2]))
      if isBetween { found[strength].append(place..<(place + 1)) }
    }
    return found[0].last ?? found[1].last
  }
}
