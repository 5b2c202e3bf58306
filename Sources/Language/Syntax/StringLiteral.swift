/// The inside of a string token: its text with the escapes resolved, and the fields of an f-string.
struct StringLiteral {
  /// A stretch of a string.
  enum Part {
    case text(String)
    /// From `{` to `}`.
    case field(SourceRange)
  }

  /// The parts of a field.
  struct Field {
    var term: SourceRange
    var conversion: UInt8?
    var spec: SourceRange?
    /// The text up to and with `=`, for `{x=}`.
    var label: String?
  }

  let source: Source
  let range: SourceRange
  private(set) var isRaw = false
  private(set) var isFormatted = false
  private(set) var isBytes = false
  private var content: Range<Int>

  init(_ source: Source, _ range: SourceRange) {
    self.source = source
    self.range = range
    var start = Int(range.start)
    let bytes = source.bytes
    while bytes[start] != 34 && bytes[start] != 39 {
      switch bytes[start] | 32 {
      case 114: isRaw = true
      case 102: isFormatted = true
      case 98: isBytes = true
      default: break
      }
      start += 1
    }
    let isTriple =
      Int(range.end) - start >= 6 && bytes[start + 1] == bytes[start]
      && bytes[start + 2] == bytes[start]
    let marks = isTriple ? 3 : 1
    content = start + marks..<max(start + marks, Int(range.end) - marks)
  }

  /// The parts of the whole string.
  mutating func parts() throws -> [Part] { try parts(content, inSpec: false) }

  /// The parts of a format specification, which may hold fields too.
  func parts(of spec: SourceRange, depth: Int) throws -> [Part] {
    try parts(Int(spec.start)..<Int(spec.end), inSpec: true)
  }

  private func parts(_ span: Range<Int>, inSpec: Bool) throws -> [Part] {
    var parts: [Part] = []
    var text: [UInt8] = []
    var offset = span.lowerBound
    let bytes = source.bytes
    while offset < span.upperBound {
      let byte = bytes[offset]
      let isDoubled = offset + 1 < span.upperBound && bytes[offset + 1] == byte && !inSpec
      if byte == 92 && !isRaw {
        offset = try escape(offset, span.upperBound, into: &text)
      } else if isFormatted && (byte == 123 || byte == 125) && isDoubled {
        text.append(byte)
        offset += 2
      } else if isFormatted && byte == 123 {
        if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
        text = []
        let end = try endOfField(offset, span.upperBound)
        parts.append(.field(SourceRange(offset, end)))
        offset = end
      } else if isFormatted && byte == 125 {
        throw error("f-string: single '}' is not allowed", offset, offset + 1)
      } else {
        if byte != 13 || offset + 1 >= span.upperBound || bytes[offset + 1] != 10 {
          text.append(byte)
        }
        offset += 1
      }
    }
    if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
    return parts
  }

  /// The offset after the `}` that belongs to a `{`.
  private func endOfField(_ open: Int, _ limit: Int) throws -> Int {
    var level = 0
    var offset = open
    while offset < limit {
      switch source.bytes[offset] {
      case 123, 91, 40: level += 1
      case 125, 93, 41:
        level -= 1
        if level == 0 { return offset + 1 }
      case 34, 39: offset = skipString(offset, limit)
      default: break
      }
      offset += 1
    }
    throw error("f-string: expecting '}'", open, open + 1)
  }

  /// The offset of the quote that ends a string inside a field.
  private func skipString(_ open: Int, _ limit: Int) -> Int {
    var offset = open + 1
    while offset < limit && source.bytes[offset] != source.bytes[open] {
      offset += source.bytes[offset] == 92 ? 2 : 1
    }
    return offset
  }

  /// Takes a field apart: the expression, `=`, `!r` and `:spec`.
  func field(_ range: SourceRange) throws -> Field {
    let bytes = source.bytes
    let start = Int(range.start) + 1
    let end = Int(range.end) - 1
    var stop = endOfTerm(start, end)
    var field = Field(term: SourceRange(start, stop))
    if let label = label(start, stop) {
      field.label = source.text(start, stop)
      field.term = SourceRange(start, label)
    }
    if stop < end, bytes[stop] == 33 {
      let isEnd = stop + 2 == end || (stop + 2 < end && bytes[stop + 2] == 58)
      guard stop + 1 < end, [114, 115, 97].contains(bytes[stop + 1]), isEnd else {
        throw error(
          "f-string: invalid conversion character: expected 's', 'r', or 'a'", stop, stop + 1)
      }
      field.conversion = bytes[stop + 1]
      stop += 2
    }
    if stop < end, bytes[stop] == 58 { field.spec = SourceRange(stop + 1, end) }
    return field
  }

  /// Where the expression of a field ends: before `!r`, `:` or the last brace.
  private func endOfTerm(_ start: Int, _ end: Int) -> Int {
    let bytes = source.bytes
    var level = 0
    var offset = start
    while offset < end {
      switch bytes[offset] {
      case 123, 91, 40: level += 1
      case 125, 93, 41: level -= 1
      case 34, 39: offset = skipString(offset, end)
      case 33 where level == 0 && bytes[offset + 1] != 61: return offset
      case 58 where level == 0: return offset
      default: break
      }
      offset += 1
    }
    return end
  }

  /// The offset of the `=` that ends `{x=}`, if there is one.
  private func label(_ start: Int, _ stop: Int) -> Int? {
    var last = stop - 1
    while last > start && source.bytes[last] == 32 { last -= 1 }
    guard last > start, source.bytes[last] == 61 else { return nil }
    return [61, 33, 60, 62].contains(source.bytes[last - 1]) ? nil : last
  }

  func error(_ message: String, _ start: Int, _ end: Int) -> PythonError {
    var error = PythonError("SyntaxError", message)
    error.place = SourcePlace(source: source, range: SourceRange(start, end))
    return error
  }
}
