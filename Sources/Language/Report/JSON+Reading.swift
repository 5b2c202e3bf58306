extension JSON {
  /// Why a text is no JSON.
  public struct ReadingError: Error, Sendable, Hashable {
    /// What was expected, and at which byte.
    public let message: String
  }

  /// Reads a text that is one JSON value.
  public init(reading text: String) throws(ReadingError) {
    var reader = Reader(bytes: Array(text.utf8))
    self = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.offset < reader.bytes.count { throw reader.expected("the end") }
  }

  private struct Reader {
    let bytes: [UInt8]
    var offset = 0

    var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    func expected(_ what: String) -> ReadingError {
      ReadingError(message: "expected \(what) at byte \(offset + 1)")
    }

    mutating func skipSpace() { while [32, 9, 10, 13].contains(byte) { offset += 1 } }

    mutating func accept(_ text: StaticString) -> Bool {
      let wanted = Array("\(text)".utf8)
      guard bytes[offset...].starts(with: wanted) else { return false }
      offset += wanted.count
      return true
    }

    mutating func value(depth: Int) throws(ReadingError) -> JSON {
      if depth > 100 { throw expected("less nesting") }
      skipSpace()
      switch byte {
      case UInt8(ascii: "{"): return try object(depth)
      case UInt8(ascii: "["): return try array(depth)
      case UInt8(ascii: "\""): return .string(try string())
      default: break
      }
      if accept("null") { return .null }
      if accept("true") { return .bool(true) }
      if accept("false") { return .bool(false) }
      return try number()
    }

    private mutating func number() throws(ReadingError) -> JSON {
      let start = offset
      while "+-.eE0123456789".utf8.contains(byte) { offset += 1 }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      if let number = Int(text) { return .int(number) }
      if let number = Double(text) { return .float(number) }
      throw expected("a value")
    }

    private mutating func array(_ depth: Int) throws(ReadingError) -> JSON {
      offset += 1
      var items: [JSON] = []
      skipSpace()
      if accept("]") { return .array(items) }
      while true {
        items.append(try value(depth: depth + 1))
        skipSpace()
        if accept("]") { return .array(items) }
        if !accept(",") { throw expected("',' or ']'") }
      }
    }

    private mutating func object(_ depth: Int) throws(ReadingError) -> JSON {
      offset += 1
      var members: [Member] = []
      skipSpace()
      if accept("}") { return .object(members) }
      while true {
        skipSpace()
        guard byte == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
        let name = try string()
        skipSpace()
        if !accept(":") { throw expected("':'") }
        members.append(Member(name, try value(depth: depth + 1)))
        skipSpace()
        if accept("}") { return .object(members) }
        if !accept(",") { throw expected("',' or '}'") }
      }
    }

    private mutating func string() throws(ReadingError) -> String {
      offset += 1
      var text: [UInt8] = []
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
        if byte == UInt8(ascii: "\\") {
          try escape(into: &text)
        } else {
          text.append(byte)
        }
      }
      throw expected("'\"'")
    }

    private mutating func escape(into text: inout [UInt8]) throws(ReadingError) {
      let plain: [UInt8: UInt8] = [
        110: 10, 114: 13, 116: 9, 98: 8, 102: 12, 34: 34, 92: 92, 47: 47,
      ]
      let kind = byte
      offset += 1
      if let byte = plain[kind] { return text.append(byte) }
      guard kind == UInt8(ascii: "u") else { throw expected("an escape") }
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), accept("\\u") {
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw expected("a low surrogate") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw expected("a surrogate's other half") }
      text += Array(String(scalar).utf8)
    }

    private mutating func hexadecimal() throws(ReadingError) -> UInt32 {
      let end = min(offset + 4, bytes.count)
      let text = String(decoding: bytes[offset..<end], as: UTF8.self)
      guard text.utf8.count == 4, let code = UInt32(text, radix: 16) else {
        throw expected("four hexadecimal digits")
      }
      offset += 4
      return code
    }
  }
}
