/// `[[fill]align][sign][#][0][width][,][.precision][type]`, as Python reads it.
struct FormatSpec {
  var fill: Character = " "
  /// `<`, `>`, `^` or `=`; nil where the kind of value decides.
  var alignment: Character?
  var sign: Character = "-"
  var isAlternate = false
  var width = 0
  var grouping: Character?
  var precision: Int?
  /// The last letter; nil where there is none.
  var kind: Character?

  /// Reads a specification for a value of a type that is named in the error.
  init(_ text: String, for typeName: String) throws {
    var rest = Array(text)[...]
    let alignments: Set<Character> = ["<", ">", "^", "="]
    if rest.count > 1, alignments.contains(rest[rest.startIndex + 1]) {
      fill = rest.removeFirst()
      alignment = rest.removeFirst()
    } else if let first = rest.first, alignments.contains(first) {
      alignment = rest.removeFirst()
    }
    if let first = rest.first, ["+", "-", " "].contains(first) { sign = rest.removeFirst() }
    if rest.first == "z" { rest.removeFirst() }
    if rest.first == "#" {
      isAlternate = true
      rest.removeFirst()
    }
    if rest.first == "0" {
      rest.removeFirst()
      if alignment == nil { (fill, alignment) = ("0", "=") }
    }
    width = try FormatSpec.number(&rest) ?? 0
    if let first = rest.first, [",", "_"].contains(first) { grouping = rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      precision = try FormatSpec.number(&rest)
      if precision == nil { throw PythonError.value("Format specifier missing precision") }
    }
    if let last = rest.first, rest.count == 1 {
      kind = last
    } else if !rest.isEmpty {
      throw PythonError.value("Invalid format specifier '\(text)' for object of type '\(typeName)'")
    }
  }

  private static func number(_ rest: inout ArraySlice<Character>) throws -> Int? {
    var number: Int?
    while let digit = rest.first?.wholeNumberValue, rest.first?.isASCII == true {
      number = (number ?? 0) * 10 + digit
      rest.removeFirst()
      if number ?? 0 > 100_000 {
        throw PythonError.value("Too many decimal digits in format string")
      }
    }
    return number
  }

  /// Text filled up to the width; numbers stand right, all else left.
  func pad(_ text: String, standard: Character) -> String {
    let missing = width - text.unicodeScalars.count
    guard missing > 0 else { return text }
    let filling = String(repeating: fill, count: missing)
    switch alignment ?? standard {
    case "<": return text + filling
    case "^":
      let left = missing / 2
      return String(filling.prefix(left)) + text + String(filling.dropFirst(left))
    default: return filling + text
    }
  }

  /// A number's sign, prefix and digits, filled up to the width.
  func pad(isNegative: Bool, prefix: String = "", digits: String) -> String {
    let mark = isNegative ? "-" : sign == "-" ? "" : String(sign)
    var body = digits
    if let grouping { body = FormatSpec.group(body, grouping, kind) }
    if alignment == "=" {
      let missing = width - mark.count - prefix.count - body.unicodeScalars.count
      if missing > 0 {
        if fill == "0", let grouping {
          body = FormatSpec.groupedZeros(digits, grouping, width - mark.count - prefix.count)
        } else {
          body = String(repeating: fill, count: missing) + body
        }
      }
      return mark + prefix + body
    }
    return pad(mark + prefix + body, standard: ">")
  }

  /// Digits with a separator after every third (or fourth) before the point.
  private static func group(_ digits: String, _ separator: Character, _ kind: Character?) -> String
  {
    let head = digits.prefix { $0.isHexDigit && !($0 == "e" && kind != "x") }
    let size = ["x", "X", "b", "o"].contains(kind) ? 4 : 3
    var grouped = ""
    for (index, digit) in head.enumerated() {
      if index > 0, (head.count - index) % size == 0 { grouped.append(separator) }
      grouped.append(digit)
    }
    return grouped + digits.dropFirst(head.count)
  }

  private static func groupedZeros(_ digits: String, _ separator: Character, _ width: Int) -> String
  {
    var padded = digits
    while group(padded, separator, nil).count < width { padded = "0" + padded }
    let grouped = group(padded, separator, nil)
    return grouped
  }
}
