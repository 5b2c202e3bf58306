/// What a run of bytes from the terminal came to.
enum Decoded: Hashable {
  case key(Key)
  case pasteStart
  case ignored
}

/// A place in the bytes that have come from the terminal.
struct ByteReader {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
  var rest: ArraySlice<UInt8> { bytes[index...] }

  mutating func next() -> UInt8? {
    guard index < bytes.count else { return nil }
    index += 1
    return bytes[index - 1]
  }

  /// Reads a key that is no escape sequence; nil when a character's last bytes are not there yet.
  mutating func plain() -> Decoded? {
    guard let byte = peek else { return nil }
    if byte >= 0x80 { return character() }
    index += 1
    switch byte {
    case 0x0D: return .key(.enter)
    case 0x09: return .key(.tab)
    case 0x08: return .key(.control("h"))
    case 0x7F: return .key(.backspace)
    case 0x01...0x1F: return .key(.control(Self.controlName(byte)))
    case 0x00: return .ignored
    default: return .key(.character(Character(Unicode.Scalar(byte))))
    }
  }

  private static func controlName(_ byte: UInt8) -> Character {
    let name = byte | (byte < 0x1B ? 0x60 : 0x40)
    return Character(Unicode.Scalar(name))
  }

  /// Reads one character of UTF-8; bytes that are none are left out one at a time.
  private mutating func character() -> Decoded? {
    let first = bytes[index]
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let available = min(count, bytes.count - index)
    let body = bytes[index + 1..<index + available]
    guard first < 0xF5, count > 1, body.allSatisfy({ $0 & 0xC0 == 0x80 }) else {
      index += 1
      return .ignored
    }
    guard available == count else { return nil }
    let text = String(decoding: bytes[index..<index + count], as: UTF8.self)
    guard text.unicodeScalars.count == 1, let character = text.first, character != "\u{FFFD}" else {
      index += 1
      return .ignored
    }
    index += count
    return text.unicodeScalars.allSatisfy(CharacterWidth.isHidden)
      ? .ignored : .key(.character(character))
  }
}
