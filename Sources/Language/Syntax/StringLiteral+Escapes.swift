/// Backslashes.
extension StringLiteral {
  /// Resolves the escape at an offset, and returns the offset after it.
  func escape(_ offset: Int, _ limit: Int, into text: inout [UInt8]) throws -> Int {
    guard offset + 1 < limit else {
      text.append(92)
      return offset + 1
    }
    let plain: [UInt8: UInt8] = [
      92: 92, 39: 39, 34: 34, 97: 7, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11,
    ]
    let kind = source.bytes[offset + 1]
    if let byte = plain[kind] {
      text.append(byte)
      return offset + 2
    }
    switch kind {
    case 10: return offset + 2
    case 13: return offset + (offset + 2 < limit && source.bytes[offset + 2] == 10 ? 3 : 2)
    case 120: return try scalar(offset, digits: 2, "\\xXX", limit, into: &text)
    case 117: return try scalar(offset, digits: 4, "\\uXXXX", limit, into: &text)
    case 85: return try scalar(offset, digits: 8, "\\UXXXXXXXX", limit, into: &text)
    case 48...55: return octal(offset, limit, into: &text)
    default:
      text.append(92)
      return offset + 1
    }
  }

  private func scalar(
    _ offset: Int, digits: Int, _ form: String, _ limit: Int, into text: inout [UInt8]
  ) throws -> Int {
    let end = offset + 2 + digits
    guard end <= limit,
      let number = UInt32(source.text(offset + 2, end), radix: 16),
      let scalar = Unicode.Scalar(number)
    else {
      throw error(
        "(unicode error) 'unicodeescape' codec can't decode bytes: truncated \(form) escape",
        offset, min(end, limit))
    }
    text += Array(String(scalar).utf8)
    return end
  }

  private func octal(_ offset: Int, _ limit: Int, into text: inout [UInt8]) -> Int {
    var end = offset + 1
    var number: UInt32 = 0
    while end < limit, end < offset + 4, (48...55).contains(source.bytes[end]) {
      number = number * 8 + UInt32(source.bytes[end] - 48)
      end += 1
    }
    if let scalar = Unicode.Scalar(number) { text += Array(String(scalar).utf8) }
    return end
  }
}
