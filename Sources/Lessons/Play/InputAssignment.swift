import Language
import Math

/// The statement of a program that gives an input its numbers, and the source around it.
struct InputAssignment: Sendable, Hashable {
  /// The lines before it.
  var before: String
  /// The statement itself.
  var statement: String
  /// The lines after it.
  var after: String

  /// Finds `name = …` at the margin of a program.
  init?(of name: String, in source: String) {
    let bytes = Array(source.utf8)
    let margin = UInt8(ascii: "\n")
    let lines = Session.assignments(to: name, in: source)
    guard
      let place = lines.first(where: { $0.lowerBound == 0 || bytes[$0.lowerBound - 1] == margin })
    else { return nil }
    before = String(decoding: bytes[..<place.lowerBound], as: UTF8.self)
    statement = String(decoding: bytes[place], as: UTF8.self)
    after = String(decoding: bytes[place.upperBound...].dropFirst(), as: UTF8.self)
  }

  /// The statement with other numbers in the places of those written out in it; nil where there
  /// are not as many.
  func replacingNumbers(with value: Tensor) -> String? {
    guard let numbers = Self.numbers(of: value) else { return nil }
    let bytes = Array(statement.utf8)
    let places = Self.literals(in: bytes, Session.tokens(of: statement) ?? [])
    guard places.count == numbers.count else { return nil }
    var text = ""
    var position = 0
    for (place, number) in zip(places, numbers) {
      text += String(decoding: bytes[position..<place.lowerBound], as: UTF8.self)
      let isWhole = bytes[place].allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
      text += isWhole && number.hasSuffix(".0") ? String(number.dropLast(2)) : number
      position = place.upperBound
    }
    return text + String(decoding: bytes[position...], as: UTF8.self)
  }

  /// An assignment of these numbers in as many lines, for a statement that computes its own; it keeps
  /// the kind of what the statement gives, and whether gradients are asked of it.
  func writingOut(
    _ name: String, _ value: Tensor, like snapshot: Snapshot, needsGradient: Bool
  ) -> String? {
    // More would be no line that anybody reads.
    guard value.count <= 256, let numbers = Self.numbers(of: value) else { return nil }
    var text = Self.list(numbers[...], value.shape[...])
    if case .tensor = snapshot {
      let isUsual = value.dtype == .float32 || value.dtype == .int64
      text +=
        (isUsual ? "" : ", dtype=torch.\(value.dtype.rawValue)")
        + (needsGradient ? ", requires_grad=True" : "")
      text = "torch.tensor(\(text))"
    }
    return "\(name) = \(text)" + statement.filter { $0 == "\n" }
  }

  private static func list(_ numbers: ArraySlice<String>, _ shape: ArraySlice<Int>) -> String {
    guard let count = shape.first else { return numbers.joined() }
    let size = shape.dropFirst().reduce(1, *)
    let items = (0..<count).map { index in
      list(numbers.dropFirst(index * size).prefix(size), shape.dropFirst())
    }
    return "[" + items.joined(separator: ", ") + "]"
  }

  /// The numbers as Python writes them, each with the digits of its kind.
  private static func numbers(of value: Tensor) -> [String]? {
    switch value.storage {
    case .float64(let numbers): numbers.map(written)
    case .float32(let numbers): numbers.map(written)
    case .float16(let numbers): numbers.map(written)
    case .int64(let numbers): numbers.map { "\($0)" }
    case .bool: nil
    }
  }

  private static func written(_ number: some BinaryFloatingPoint & CustomStringConvertible)
    -> String
  {
    number.isFinite ? number.description : "float('\(number)')"
  }

  /// Where numbers are written out, a minus included that stands directly before one and is no
  /// subtraction.
  private static func literals(in bytes: [UInt8], _ tokens: [ProgramToken]) -> [Range<Int>] {
    tokens.indices.filter { tokens[$0].kind == .number }.map { index in
      let number = tokens[index].range
      guard index > 0, String(decoding: bytes[tokens[index - 1].range], as: UTF8.self) == "-",
        tokens[index - 1].range.upperBound == number.lowerBound
      else { return number }
      let isSign =
        index == 1 || "([,=".utf8.contains(bytes[tokens[index - 2].range.upperBound - 1])
      return isSign ? tokens[index - 1].range.lowerBound..<number.upperBound : number
    }
  }
}
