/// Turns the bytes a terminal sends into keys, however they are cut into pieces.
///
/// What is not understood is left out: an unknown sequence never becomes typed letters.
struct KeyDecoder {
  private var pending: [UInt8] = []
  private var paste: [UInt8]?
  private var endedWithEscape = false

  /// The most a paste may hold before it is handed on in parts.
  static let longestPaste = 1 << 20

  /// How long to wait for the rest of what began, in milliseconds; nil when nothing did.
  var patience: Int? {
    if paste != nil { return 1000 }
    if pending.isEmpty { return nil }
    return pending == [0x1B] ? 25 : 500
  }

  /// Takes bytes and returns the keys that are whole.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    pending.append(contentsOf: bytes)
    if endedWithEscape {
      endedWithEscape = false
      dropLateSequence()
    }
    var keys: [Key] = []
    var reader = ByteReader(bytes: pending)
    while !reader.isAtEnd, readOne(&reader, &keys) {}
    pending.removeFirst(reader.index)
    return keys
  }

  /// The time for the rest has passed: what is there stands for itself or is left out.
  mutating func giveUp() -> [Key] {
    defer { pending = [] }
    if let text = paste {
      paste = nil
      return [.paste(Self.text(text + pending))]
    }
    if pending == [0x1B] {
      endedWithEscape = true
      return [.escape]
    }
    if pending == [0x1B, 0x5D] { return [.alt("]")] }
    return []
  }

  /// An arrow whose escape came long before its rest must not be typed as `[A`.
  private mutating func dropLateSequence() {
    guard let first = pending.first, first == 0x5B || first == 0x4F, pending.count >= 2 else {
      return
    }
    var reader = ByteReader(bytes: [0x1B] + pending)
    if SequenceReader.read(&reader) != nil { pending.removeFirst(reader.index - 1) }
  }

  /// Reads one key, or one thing to leave out; false, with nothing taken, when its end is missing.
  private mutating func readOne(_ reader: inout ByteReader, _ keys: inout [Key]) -> Bool {
    if paste != nil { return readPaste(&reader, &keys) }
    let read = reader.peek == 0x1B ? SequenceReader.read(&reader) : reader.plain()
    guard let read else { return false }
    switch read {
    case .key(let key): keys.append(key)
    case .pasteStart: paste = []
    case .ignored: break
    }
    return true
  }

  private mutating func readPaste(_ reader: inout ByteReader, _ keys: inout [Key]) -> Bool {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    var text = paste ?? []
    while let byte = reader.peek {
      if byte == 0x1B {
        let rest = reader.rest.prefix(end.count)
        if rest.elementsEqual(end) {
          reader.index += end.count
          paste = nil
          keys.append(.paste(Self.text(text)))
          return true
        }
        if end.starts(with: rest) {
          paste = text
          return false
        }
      }
      text.append(byte)
      reader.index += 1
    }
    if text.count >= Self.longestPaste {
      keys.append(.paste(Self.text(text)))
      text = []
    }
    paste = text
    return true
  }

  /// A paste's text with its line ends as newlines; most terminals send a carriage return for each.
  private static func text(_ bytes: [UInt8]) -> String {
    var text = ""
    var last: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" {
        text.unicodeScalars.append("\n")
      } else if !(scalar == "\n" && last == "\r") {
        text.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return text
  }
}
