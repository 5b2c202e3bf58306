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
    let numbers = value.doubles
    let bytes = Array(statement.utf8)
    let places = Self.literals(in: bytes, Session.tokens(of: statement) ?? [])
    guard places.count == numbers.count else { return nil }
    var text = ""
    var position = 0
    for (place, number) in zip(places, numbers) {
      text += String(decoding: bytes[position..<place.lowerBound], as: UTF8.self)
      let isWhole = bytes[place].allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
      text += Self.written(number, isWhole: isWhole)
      position = place.upperBound
    }
    return text + String(decoding: bytes[position...], as: UTF8.self)
  }

  /// A number as Python writes it.
  private static func written(_ number: Double, isWhole: Bool) -> String {
    guard number.isFinite else { return "float('\(number)')" }
    return isWhole && number == number.rounded() && abs(number) < 1e15
      ? "\(Int(number))" : "\(number)"
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
