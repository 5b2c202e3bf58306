import Math

/// Sums, extremes and other functions of numbers.
extension Builtins {
  static let folds: [Builtin] = [
    Builtin("sum", "iterable, /, start=0", "The sum of the items.") { call in
      var total = call["start"]
      if case .string = total {
        throw PythonError.type("sum() can't sum strings [use ''.join(seq) instead]")
      }
      let items = try call.interpreter.iterator(over: call[0])
      while let item = try items.next() {
        try call.interpreter.step()
        total = try call.interpreter.binary(.add, total, item)
      }
      return total
    },
    Builtin("min", "*args, key=None, default=None", "The smallest item.") {
      try extreme($0, .less)
    },
    Builtin("max", "*args, key=None, default=None", "The largest item.") {
      try extreme($0, .greater)
    },
    Builtin("any", "iterable, /", "Whether an item is true.") { call in
      let items = try call.interpreter.iterator(over: call[0])
      while let item = try items.next() {
        if try call.interpreter.truth(of: item) { return .bool(true) }
      }
      return .bool(false)
    },
    Builtin("all", "iterable, /", "Whether every item is true.") { call in
      let items = try call.interpreter.iterator(over: call[0])
      while let item = try items.next() {
        if try !call.interpreter.truth(of: item) { return .bool(false) }
      }
      return .bool(true)
    },
  ]

  private static func extreme(_ call: Call, _ comparison: Comparison) throws -> Value {
    let interpreter = call.interpreter
    let arguments = call.rest("args")
    let name = call.builtin.name
    guard let first = arguments.first else {
      throw PythonError.type("\(name) expected at least 1 argument, got 0")
    }
    let items = arguments.count > 1 ? arguments : try interpreter.items(of: first)
    let key = call["key"]
    var best: (key: Value, item: Value)?
    for item in items {
      try interpreter.step()
      let rank = key.isNone ? item : try interpreter.call(key, item)
      if let best, try !interpreter.truth(of: interpreter.compare(comparison, rank, best.key)) {
        continue
      }
      best = (rank, item)
    }
    if let best { return best.item }
    if call.isGiven("default") { return call["default"] }
    throw PythonError.value("\(name)() arg is an empty sequence")
  }

  static let numbers: [Builtin] = [
    Builtin("abs", "x, /", "The magnitude.") { try absolute($0) },
    Builtin("round", "number, ndigits=None", "Rounds half to even.") { try round($0) },
    Builtin("pow", "base, exp, mod=None", "A base to the power of an exponent.") { call in
      let power = try call.interpreter.binary(.power, call[0], call[1])
      return call[2].isNone ? power : try call.interpreter.binary(.remainder, power, call[2])
    },
    Builtin("divmod", "x, y, /", "Quotient and remainder.") { try quotientAndRemainder($0) },
    Builtin("bin", "number, /", "The number in base 2.") { .string(try based($0, 2, "0b")) },
    Builtin("oct", "number, /", "The number in base 8.") { .string(try based($0, 8, "0o")) },
    Builtin("hex", "number, /", "The number in base 16.") { .string(try based($0, 16, "0x")) },
    Builtin("ord", "c, /", "The number of a character.") { call in
      let scalars = try call.string("c").unicodeScalars
      guard let scalar = scalars.first, scalars.count == 1 else {
        throw PythonError.type(
          "ord() expected a character, but string of length \(scalars.count) found")
      }
      return .int(Int(scalar.value))
    },
    Builtin("chr", "i, /", "The character of a number.") { call in
      guard let scalar = UInt32(exactly: try call.int("i")).flatMap(Unicode.Scalar.init) else {
        throw PythonError.value("chr() arg not in range(0x110000)")
      }
      return .string(String(scalar))
    },
  ]

  private static func quotientAndRemainder(_ call: Call) throws -> Value {
    let interpreter = call.interpreter
    if call[1].number == 0, call[0].number != nil, call[0].isFloat || call[1].isFloat {
      throw Arithmetic.zeroDivision("float divmod()")
    }
    if call[0].isTensor || call[1].isTensor {
      throw PythonError.type(
        "unsupported operand type(s) for divmod(): '\(interpreter.typeName(of: call[0]))' and "
          + "'\(interpreter.typeName(of: call[1]))'")
    }
    do {
      return .tuple(of: [
        try interpreter.binary(.floorDivide, call[0], call[1]),
        try interpreter.binary(.remainder, call[0], call[1]),
      ])
    } catch let error as PythonError where error.message.hasPrefix("unsupported operand") {
      throw PythonError.type(
        "unsupported operand type(s) for divmod(): '\(interpreter.typeName(of: call[0]))' and "
          + "'\(interpreter.typeName(of: call[1]))'")
    }
  }

  private static func based(_ call: Call, _ base: Int, _ prefix: String) throws -> String {
    let number = try call.int("number")
    return (number < 0 ? "-" : "") + prefix + String(number.magnitude, radix: base)
  }

  private static func absolute(_ call: Call) throws -> Value {
    switch call[0] {
    case .int(let number):
      if number == .min { throw PythonError.bigInteger }
      return .int(abs(number))
    case .float(let number): return .float(number.magnitude)
    case .bool(let flag): return .int(flag ? 1 : 0)
    case .tensor: return try call.interpreter.call(call.interpreter.attribute("abs", of: call[0]))
    default:
      if let value = try call.interpreter.callMethod("__abs__", of: call[0]) { return value }
      throw PythonError.type(
        "bad operand type for abs(): '\(call.interpreter.typeName(of: call[0]))'")
    }
  }

  private static func round(_ call: Call) throws -> Value {
    let places = try call.optionalInt("ndigits")
    switch call[0] {
    case .int(let number): return .int(try rounded(number, places ?? 0))
    case .bool(let flag): return .int(try rounded(flag ? 1 : 0, places ?? 0))
    case .float(let number):
      guard let places else {
        return .int(try Conversion.integer(number.rounded(.toNearestOrEven)))
      }
      guard number.isFinite, places < 400 else { return .float(number) }
      if places < -400 { return .float(0) }
      var decimal = ExactDecimal(exact: number)
      decimal.round(toDigits: decimal.point + places)
      let digits = String(decoding: decimal.digits.map { $0 + 48 }, as: UTF8.self)
      let magnitude = Double("\(digits)e\(decimal.point - decimal.digits.count)") ?? number
      return .float(number.sign == .minus ? -magnitude : magnitude)
    default:
      if let value = try call.interpreter.callMethod("__round__", of: call[0], call[1]) {
        return value
      }
      throw PythonError.type(
        "type \(call.interpreter.typeName(of: call[0])) doesn't define __round__ method")
    }
  }

  /// A whole number rounded to tens or hundreds, where the places are negative.
  private static func rounded(_ number: Int, _ places: Int) throws -> Int {
    guard places < 0 else { return number }
    guard places > -19 else { return 0 }
    var unit = 1
    for _ in 0..<(-places) { unit *= 10 }
    let rest = number.modulo(unit)
    let quotient = (number / unit) - (number % unit < 0 ? 1 : 0)
    let isUp = rest > unit - rest || (rest == unit - rest && quotient % 2 != 0)
    let (result, overflow) = number.addingReportingOverflow(isUp ? unit - rest : -rest)
    if overflow { throw PythonError.bigInteger }
    return result
  }
}
