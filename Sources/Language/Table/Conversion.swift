/// What `int(...)`, `float(...)`, `dict(...)` and `range(...)` make of their arguments.
enum Conversion {
  static func integer(_ call: Call) throws -> Int {
    switch call[0] {
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .float(let number): return try integer(number)
    case .tensor(let tensor): return try TensorSyntax.integer(tensor)
    case .string(let text): return try integer(text, base: try call.int("base"))
    default:
      if let value = try call.interpreter.callMethod("__int__", of: call[0]),
        case .int(let number) = value
      {
        return number
      }
      throw PythonError.type(
        "int() argument must be a string, a bytes-like object or a real number, "
          + "not '\(call.interpreter.typeName(of: call[0]))'")
    }
  }

  /// A float without its fraction.
  static func integer(_ number: Double) throws -> Int {
    if number.isNaN { throw PythonError.value("cannot convert float NaN to integer") }
    if number.isInfinite { throw PythonError.overflow("cannot convert float infinity to integer") }
    guard let whole = Int(exactly: number.rounded(.towardZero)) else {
      throw PythonError.bigInteger
    }
    return whole
  }

  private static func integer(_ text: String, base: Int) throws -> Int {
    var digits = text.filter { !$0.isWhitespace }
    let isOdd = digits.count != TextMethods.strip(text).count
    digits.removeAll { $0 == "_" }
    var radix = base
    let unsigned = digits.drop { $0 == "-" || $0 == "+" }.lowercased()
    for (prefix, own) in [("0x", 16), ("0o", 8), ("0b", 2)]
    where unsigned.hasPrefix(prefix) && (base == own || base == 0) {
      digits = (digits.hasPrefix("-") ? "-" : "") + unsigned.dropFirst(2)
      radix = own
    }
    if radix == 0 { radix = 10 }
    if !isOdd, (2...36).contains(radix), let number = Int(digits, radix: radix) { return number }
    let isLong = !isOdd && unsigned.count > 18 && unsigned.allSatisfy(\.isHexDigit)
    if isLong && radix == 10 && unsigned.allSatisfy(\.isNumber) { throw PythonError.bigInteger }
    throw PythonError.value(
      "invalid literal for int() with base \(base): \(TextMethods.quoted(text))")
  }

  static func float(_ call: Call) throws -> Double {
    switch call[0] {
    case .string(let text):
      if let number = float(text) { return number }
      throw PythonError.value("could not convert string to float: \(TextMethods.quoted(text))")
    case .tensor(let tensor): return try TensorSyntax.number(tensor)
    default:
      if let number = call[0].number { return number }
      let value = try call.interpreter.callMethod("__float__", of: call[0])
      if let value, case .float(let number) = value { return number }
      throw PythonError.type(
        "float() argument must be a string or a real number, "
          + "not '\(call.interpreter.typeName(of: call[0]))'")
    }
  }

  static func float(_ text: String) -> Double? {
    let word = TextMethods.strip(text).lowercased()
    switch word {
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    case "nan", "+nan", "-nan": return .nan
    default: break
    }
    guard word.utf8.allSatisfy({ "0123456789.eE+-_".utf8.contains($0) }) else { return nil }
    guard word.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else { return nil }
    var digits = word.filter { $0 != "_" }
    if digits.hasSuffix(".") { digits += "0" }
    if digits.hasPrefix(".") { digits = "0" + digits }
    if digits.hasPrefix("-.") { digits = "-0" + digits.dropFirst() }
    if let dot = digits.firstIndex(of: "."), digits[digits.index(after: dot)...].hasPrefix("e") {
      digits.insert("0", at: digits.index(after: dot))
    }
    return Double(digits)
  }

  static func dict(_ call: Call) throws -> Value {
    let interpreter = call.interpreter
    let dict = DictObject()
    for argument in call.rest("args") { try update(dict, from: argument, interpreter) }
    if case .dict(let keywords) = call["kwargs"] {
      for (key, value) in keywords.items { dict.set(try interpreter.key(key), key, to: value) }
    }
    return .dict(dict)
  }

  /// Adds the pairs of a dict, or of anything that gives pairs.
  static func update(_ dict: DictObject, from value: Value, _ interpreter: Interpreter) throws {
    if case .dict(let other) = value {
      for (key, value) in other.items { dict.set(try interpreter.key(key), key, to: value) }
      return
    }
    for (place, pair) in try interpreter.items(of: value).enumerated() {
      let items = try interpreter.items(of: pair)
      guard items.count == 2 else {
        throw PythonError.value(
          "dictionary update sequence element #\(place) has length \(items.count); 2 is required")
      }
      dict.set(try interpreter.key(items[0]), items[0], to: items[1])
    }
  }

  static func range(_ call: Call) throws -> Value {
    func whole(_ value: Value) throws -> Int {
      switch value {
      case .int(let number): return number
      case .bool(let flag): return flag ? 1 : 0
      case .tensor(let tensor): return try TensorSyntax.index(tensor)
      default:
        throw PythonError.type(
          "'\(call.interpreter.typeName(of: value))' object cannot be interpreted as an integer")
      }
    }
    guard call.isGiven("stop") else {
      return .range(RangeObject(start: 0, stop: try whole(call[0]), step: 1))
    }
    let step = try whole(call[2])
    if step == 0 { throw PythonError.value("range() arg 3 must not be zero") }
    return .range(RangeObject(start: try whole(call[0]), stop: try whole(call[1]), step: step))
  }
}
