/// The older ways to format: `"%.4f" % x` and `"{:.4f}".format(x)`.
extension Interpreter {
  /// `format % values`.
  func percent(_ format: String, _ value: Value) throws -> String {
    var values: [Value] = [value]
    if case .tuple(let tuple) = value { values = tuple.items }
    var used = 0
    var result = ""
    var rest = Array(format)[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      let field = try PercentField(&rest)
      if field.kind == "%" {
        result += "%"
        continue
      }
      result += try text(of: field, value, values, &used)
      try charge(bytes: result.utf8.count)
    }
    switch value {
    case .dict, .list, .range: return result
    case .tuple where used == values.count: return result
    default: break
    }
    if used < values.count, !format.contains("%(") {
      throw PythonError.type("not all arguments converted during string formatting")
    }
    return result
  }

  private func text(
    of field: PercentField, _ operand: Value, _ values: [Value], _ used: inout Int
  ) throws -> String {
    func next() throws -> Value {
      guard used < values.count else {
        throw PythonError.type("not enough arguments for format string")
      }
      used += 1
      return values[used - 1]
    }
    var spec = field.spec
    if field.takesWidth, case .int(let width) = try next() {
      spec.width = Int(clamping: width.magnitude)
      try checkLength(spec.width)
      if width < 0 { spec.alignment = "<" }
    }
    if field.takesPrecision, case .int(let precision) = try next() {
      spec.precision = max(0, precision)
    }
    let value = try field.name.map { try element(of: operand, at: .string($0)) } ?? next()
    switch field.kind {
    case "s", "r", "a":
      let shown = field.kind == "s" ? try text(of: value) : try representation(of: value)
      let cut = spec.precision.map { String(shown.prefix($0)) } ?? shown
      return spec.pad(cut, standard: ">")
    case "d", "i", "u", "x", "X", "o":
      spec.kind = ["i", "u"].contains(field.kind) ? "d" : field.kind
      spec.precision = nil
      return try format(try self.whole(value, spec.kind ?? "d"), spec, "int")
    case "c":
      if case .string(let text) = value { return spec.pad(text, standard: ">") }
      spec.kind = "c"
      return try format(try self.whole(value, "c"), spec, "int")
    default:
      spec.kind = field.kind
      return try format(try real(value), spec)
    }
  }

  private func whole(_ value: Value, _ kind: Character) throws -> Int {
    switch value {
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .float(let number) where kind == "d": return try Conversion.integer(number)
    case .tensor(let tensor): return try TensorSyntax.integer(tensor)
    default:
      if kind != "d" {
        throw PythonError.type(
          "%\(kind) format: an integer is required, not \(typeName(of: value))")
      }
      throw PythonError.type(
        "%\(kind) format: a real number is required, not \(typeName(of: value))")
    }
  }

  private func real(_ value: Value) throws -> Double {
    if let number = value.number { return number }
    if case .tensor(let tensor) = value { return try TensorSyntax.number(tensor) }
    throw PythonError.type("must be real number, not \(typeName(of: value))")
  }

  /// `text.format(*args, **kwargs)`.
  func formatFields(_ call: Call) throws -> String {
    let arguments = call.rest("args")
    guard case .dict(let keywords) = call["kwargs"] else { return "" }
    var count = 0
    return try formatFields(try call.string("self"), arguments, keywords, &count, depth: 0)
  }

  private func formatFields(
    _ text: String, _ arguments: [Value], _ keywords: DictObject, _ count: inout Int, depth: Int
  ) throws -> String {
    if depth > 2 { throw PythonError.value("Max string recursion exceeded") }
    var result = ""
    var rest = Array(text)[...]
    while let character = rest.popFirst() {
      if character == "{" || character == "}", rest.first == character {
        result.append(character)
        rest.removeFirst()
      } else if character == "{" {
        let field = try ReplacementField(&rest)
        var value = try lookUp(field.name, arguments, keywords, &count)
        let spec = try formatFields(field.spec, arguments, keywords, &count, depth: depth + 1)
        if field.conversion == "r" || field.conversion == "a" {
          value = .string(try representation(of: value))
        }
        if field.conversion == "s" { value = .string(try self.text(of: value)) }
        result += try format(value, spec)
        try charge(bytes: result.utf8.count)
      } else if character == "}" {
        throw PythonError.value("Single '}' encountered in format string")
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// The value of a field's name: `0`, `name`, `point.x`, `row[0]`.
  private func lookUp(
    _ name: String, _ arguments: [Value], _ keywords: DictObject, _ count: inout Int
  ) throws -> Value {
    let head = name.prefix { $0 != "." && $0 != "[" }
    var value: Value
    if head.isEmpty || Int(head) != nil {
      let index = Int(head) ?? count
      if head.isEmpty { count += 1 }
      guard index < arguments.count else {
        throw PythonError.index("Replacement index \(index) out of range for positional args tuple")
      }
      value = arguments[index]
    } else if let named = keywords[String(head)] {
      value = named
    } else {
      throw try missingKey(.string(String(head)))
    }
    var rest = name.dropFirst(head.count)
    while let mark = rest.first {
      rest.removeFirst()
      let part = rest.prefix { $0 != "." && $0 != "[" && $0 != "]" }
      rest = rest.dropFirst(part.count)
      if mark == "[" {
        if rest.first == "]" { rest.removeFirst() }
        value = try element(of: value, at: Int(part).map { .int($0) } ?? .string(String(part)))
      } else {
        value = try attribute(String(part), of: value)
      }
    }
    return value
  }
}
