/// Reads what begins with an escape: the keys of every common terminal, the mouse, pastes.
enum SequenceReader {
  /// The longest answer of a terminal that is waited for to its end.
  private static let longest = 4096

  /// Reads one sequence; nil, with nothing taken, when its end is not there yet.
  static func read(_ reader: inout ByteReader) -> Decoded? {
    let start = reader.index
    reader.index += 1
    let read: Decoded?
    switch reader.next() {
    case nil: read = nil
    case 0x5B: read = control(&reader)
    case 0x4F: read = reader.next().map { single($0) ?? .ignored }
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: read = string(&reader)
    case 0x1B:
      // Escape twice: the first is a key, the second may begin something.
      reader.index -= 1
      read = .key(.escape)
    case let byte?:
      reader.index -= 1
      read = alt(byte, &reader)
    }
    if read == nil { reader.index = start }
    return read
  }

  private static func alt(_ byte: UInt8, _ reader: inout ByteReader) -> Decoded? {
    switch reader.plain() {
    case .key(.character(let character)): return .key(.alt(character))
    case .key(.backspace), .key(.control("h")): return .key(.alt("\u{7F}"))
    case .key(.enter): return .key(.alt("\n"))
    case nil: return nil
    default: return .ignored
    }
  }

  /// `ESC [`, parameters, and a letter that ends it.
  private static func control(_ reader: inout ByteReader) -> Decoded? {
    if reader.peek == 0x5B {
      // The Linux console's F1 to F5: `ESC [ [ A`.
      reader.index += 1
      guard let letter = reader.next() else { return nil }
      return (0x41...0x45).contains(letter) ? .key(.function(Int(letter) - 0x40)) : .ignored
    }
    if reader.peek == 0x4D {
      // The mouse as terminals told it before 1994: three bytes that look like letters.
      guard reader.rest.count >= 4 else { return nil }
      reader.index += 4
      return .ignored
    }
    let first = reader.index
    while let byte = reader.next() {
      switch byte {
      case 0x20...0x3F: continue
      case 0x40...0x7E:
        return meaning(of: reader.bytes[first..<reader.index - 1], final: byte)
      default:
        // Not a sequence after all: what broke it is read on its own.
        reader.index -= 1
        return .ignored
      }
    }
    return reader.index - first > longest ? .ignored : nil
  }

  /// An answer of the terminal, up to `BEL` or `ESC \`.
  private static func string(_ reader: inout ByteReader) -> Decoded? {
    let first = reader.index
    while let byte = reader.next() {
      if byte == 0x07 || byte == 0x9C { return .ignored }
      if byte == 0x1B {
        guard let next = reader.next() else { return nil }
        if next == 0x5C { return .ignored }
        reader.index -= 2
        return .ignored
      }
    }
    return reader.index - first > longest ? .ignored : nil
  }

  private static func meaning(of body: ArraySlice<UInt8>, final: UInt8) -> Decoded {
    if body.first == 0x3C { return mouse(body.dropFirst(), isPress: final == 0x4D) }
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .ignored }
    let numbers = numbers(body)
    let first = numbers.first ?? 0
    let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
    switch final {
    case 0x7E: return first == 200 ? .pasteStart : tilde(first)
    case 0x5A: return .key(.backTab)
    case 0x75: return unicode(first, modifiers)
    // `ESC [ 12;40R` is no F3 but where the cursor stands.
    default: return first > 1 ? .ignored : modified(single(final), by: modifiers)
    }
  }

  private static func numbers(_ body: ArraySlice<UInt8>) -> [Int] {
    body.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      digits.prefix(9).reduce(0) { $0 * 10 + Int($1 & 15) }
    }
  }

  private static func single(_ letter: UInt8) -> Decoded? {
    switch letter {
    case 0x41: .key(.up)
    case 0x42: .key(.down)
    case 0x43: .key(.right)
    case 0x44: .key(.left)
    case 0x46: .key(.end)
    case 0x48: .key(.home)
    case 0x4D: .key(.enter)
    case 0x50...0x53: .key(.function(Int(letter) - 0x4F))
    default: nil
    }
  }

  private static func modified(_ decoded: Decoded?, by modifiers: Int) -> Decoded {
    guard case .key(let key)? = decoded else { return .ignored }
    let arrow: Key.Arrow? =
      switch key {
      case .up: .up
      case .down: .down
      case .left: .left
      case .right: .right
      default: nil
      }
    guard let arrow, modifiers > 0 else { return .key(key) }
    return .key(modifiers == 1 ? .shift(arrow) : .controlArrow(arrow))
  }

  private static func tilde(_ number: Int) -> Decoded {
    switch number {
    case 1, 7: .key(.home)
    case 2: .key(.insert)
    case 3: .key(.delete)
    case 4, 8: .key(.end)
    case 5: .key(.pageUp)
    case 6: .key(.pageDown)
    case 11...15: .key(.function(number - 10))
    case 17...21: .key(.function(number - 11))
    case 23, 24: .key(.function(number - 12))
    default: .ignored
    }
  }

  /// A key as the kitty protocol sends it: its character's number, then its modifiers.
  private static func unicode(_ number: Int, _ modifiers: Int) -> Decoded {
    guard number > 0, let scalar = Unicode.Scalar(UInt32(number)) else { return .ignored }
    switch number {
    case 9: return .key(modifiers & 1 == 1 ? .backTab : .tab)
    case 13: return .key(.enter)
    case 27: return .key(.escape)
    case 127: return .key(.backspace)
    default: break
    }
    guard number >= 0x20, !(0xE000...0xF8FF).contains(number), !CharacterWidth.isHidden(scalar)
    else {
      return .ignored
    }
    if modifiers & 4 != 0 { return .key(.control(Character(scalar))) }
    return .key(modifiers & 2 != 0 ? .alt(Character(scalar)) : .character(Character(scalar)))
  }

  private static func mouse(_ body: ArraySlice<UInt8>, isPress: Bool) -> Decoded {
    let numbers = numbers(body)
    guard numbers.count == 3, isPress else { return .ignored }
    let place = Position(column: numbers[1] - 1, row: numbers[2] - 1)
    switch numbers[0] & ~0x1C {
    case 0: return .key(.click(place))
    case 64: return .key(.wheelUp(place))
    case 65: return .key(.wheelDown(place))
    default: return .ignored
    }
  }
}
