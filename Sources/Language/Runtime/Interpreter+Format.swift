/// `format(value, spec)`, which f-strings and `str.format` use.
extension Interpreter {
  /// A value's text by a format specification.
  func format(_ value: Value, _ spec: String) throws -> String {
    switch value {
    case .string(let text):
      return try spec.isEmpty ? text : format(text, FormatSpec(spec, for: "str"))
    case .float(let number):
      return try spec.isEmpty
        ? FloatText.representation(of: number) : format(number, FormatSpec(spec, for: "float"))
    case .int(let number):
      return try spec.isEmpty ? "\(number)" : format(number, FormatSpec(spec, for: "int"), "int")
    case .bool(let flag):
      return try spec.isEmpty
        ? text(of: value) : format(flag ? 1 : 0, FormatSpec(spec, for: "bool"), "bool")
    case .tensor(let tensor): return try TensorSyntax.format(tensor, spec: spec, self)
    case .instance:
      if let text = try callMethod("__format__", of: value, .string(spec)),
        case .string(let text) = text
      {
        return text
      }
    default: break
    }
    if spec.isEmpty { return try text(of: value) }
    throw PythonError.type(
      "unsupported format string passed to \(typeName(of: value)).__format__")
  }

  private func format(_ text: String, _ spec: FormatSpec) throws -> String {
    if let kind = spec.kind, kind != "s" { throw unknownKind(kind, "str") }
    if let grouping = spec.grouping {
      throw PythonError.value("Cannot specify '\(grouping)' with 's'.")
    }
    if spec.sign != "-" { throw PythonError.value("Sign not allowed in string format specifier") }
    if spec.alignment == "=" && spec.fill != "0" {
      throw PythonError.value("'=' alignment not allowed in string format specifier")
    }
    var spec = spec
    if spec.alignment == "=" { spec.alignment = "<" }
    let shown = spec.precision.map {
      String(String.UnicodeScalarView(text.unicodeScalars.prefix($0)))
    }
    return spec.pad(shown ?? text, standard: "<")
  }

  func format(_ number: Int, _ spec: FormatSpec, _ typeName: String) throws -> String {
    let bases: [Character: (Int, String)] = [
      "b": (2, "0b"), "o": (8, "0o"), "x": (16, "0x"), "X": (16, "0X"),
    ]
    switch spec.kind {
    case nil where spec.precision == nil, "d" where spec.precision == nil, "n":
      return spec.pad(isNegative: number < 0, digits: "\(number.magnitude)")
    case nil, "d", "b", "o", "x", "X":
      if spec.precision != nil {
        throw PythonError.value("Precision not allowed in integer format specifier")
      }
      let (base, prefix) = bases[spec.kind ?? "d"] ?? (10, "")
      let digits = String(number.magnitude, radix: base, uppercase: spec.kind == "X")
      return spec.pad(
        isNegative: number < 0, prefix: spec.isAlternate ? prefix : "", digits: digits)
    case "c":
      guard let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init) else {
        throw PythonError.overflow("%c arg not in range(0x110000)")
      }
      return spec.pad(String(scalar), standard: "<")
    case "e", "E", "f", "F", "g", "G", "%": return try format(Double(number), spec)
    case .some(let kind): throw unknownKind(kind, typeName)
    }
  }

  /// A float by a specification; tensors of one element use it too.
  func format(_ number: Double, _ spec: FormatSpec) throws -> String {
    let magnitude = number.magnitude
    let precision = spec.precision ?? 6
    if precision > 100_000 { throw PythonError.value("precision too big") }
    let kind = spec.kind
    let isUpper = kind == "F" || kind == "E" || kind == "G"
    var digits: String
    if let special = FloatText.special(magnitude) {
      digits = (isUpper ? special.uppercased() : special) + (kind == "%" ? "%" : "")
      var spec = spec
      spec.grouping = nil
      return spec.pad(isNegative: number.sign == .minus && !number.isNaN, digits: digits)
    }
    switch kind {
    case "f", "F": digits = FloatText.fixed(magnitude, places: precision)
    case "e", "E":
      digits = FloatText.scientific(magnitude, places: precision, mark: isUpper ? "E" : "e")
    case "g", "G", "n":
      digits = FloatText.general(
        magnitude, digits: precision, mark: isUpper ? "E" : "e", keepsZeros: spec.isAlternate)
    case "%":
      let hundredfold = magnitude * 100
      digits =
        (FloatText.special(hundredfold) ?? FloatText.fixed(hundredfold, places: precision)) + "%"
    case nil: digits = plain(magnitude, spec)
    case .some(let kind): throw unknownKind(kind, "float")
    }
    if spec.isAlternate, !digits.contains(".") { digits += "." }
    return spec.pad(isNegative: number.sign == .minus, digits: digits)
  }

  /// Without a letter, a float is written as `repr` or as `g` would, with at least one decimal place.
  private func plain(_ magnitude: Double, _ spec: FormatSpec) -> String {
    guard let precision = spec.precision else { return FloatText.representation(of: magnitude) }
    let digits = FloatText.general(
      magnitude, digits: precision, mark: "e", keepsZeros: false, switchesAt: max(precision, 1) - 1)
    let isWhole = !digits.contains(".") && !digits.contains("e")
    return isWhole ? digits + ".0" : digits
  }

  private func unknownKind(_ kind: Character, _ typeName: String) -> PythonError {
    .value("Unknown format code '\(kind)' for object of type '\(typeName)'")
  }
}
