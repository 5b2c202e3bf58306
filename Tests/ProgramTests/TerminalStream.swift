/// The bytes a program sent to its terminal, read strictly: every sequence must be one of ours.
struct TerminalStream {
  /// The private modes that are on at the end.
  private(set) var modes: Set<Int> = [25]
  /// What is not of our grammar, as text.
  private(set) var strange: [String] = []
  /// Whether the last colours and attributes were reset.
  private(set) var isPlain = true
  private(set) var hasEscape = false
  private(set) var hasHighByte = false

  /// Modes nabla may change: cursor, blinking, mouse, alternate screen, paste, wrapping.
  private static let known: Set<Int> = [1, 7, 12, 25, 47, 1000, 1006, 1049, 2004]
  private static let finals = Set("HJKXABCDGdmhlt@Prc".utf8)

  /// Whether a screen is as a shell wants it.
  var isRestored: Bool { modes.subtracting([7, 12]) == [25] && isPlain }

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x1B:
        hasEscape = true
        readEscape(bytes, &index)
      case 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F, 0x20...0x7E: break
      case 0xC2 where index < bytes.count && bytes[index] < 0xA0:
        strange.append("<\(String(bytes[index], radix: 16))>")
      case 0x80...0xFF: hasHighByte = true
      default: strange.append("control \(byte)")
      }
    }
  }

  private mutating func readEscape(_ bytes: [UInt8], _ index: inout Int) {
    let start = index
    guard index < bytes.count else { return strange.append("cut escape") }
    let kind = bytes[index]
    index += 1
    if kind == UInt8(ascii: "(") || kind == UInt8(ascii: ")") {
      index += 1
      return
    }
    if [UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "7"), UInt8(ascii: "8")].contains(kind) {
      return
    }
    guard kind == UInt8(ascii: "[") else {
      return strange.append("ESC " + String(decoding: bytes[start..<index], as: UTF8.self))
    }
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { return strange.append("cut sequence") }
    take(bytes[start + 1..<index], bytes[index])
    index += 1
  }

  private mutating func take(_ body: ArraySlice<UInt8>, _ final: UInt8) {
    let text = String(decoding: body, as: UTF8.self)
    let shown = "ESC [ " + text + String(decoding: [final], as: UTF8.self)
    guard Self.finals.contains(final) else { return strange.append(shown) }
    switch final {
    case UInt8(ascii: "h"), UInt8(ascii: "l"):
      guard text.hasPrefix("?") else {
        // The Linux console's and VT100's own: insert mode and the like, in their sgr strings.
        if text != "4" && text != "34" { strange.append(shown) }
        return
      }
      for number in text.dropFirst().split(separator: ";").compactMap({ Int($0) }) {
        if !Self.known.contains(number) { strange.append(shown) }
        if final == UInt8(ascii: "h") { modes.insert(number) } else { modes.remove(number) }
      }
    case UInt8(ascii: "c"):
      // The Linux console's shape of the cursor; without the mark it would ask who is there.
      if !text.hasPrefix("?") { strange.append(shown) }
    case UInt8(ascii: "t"): if text != "22;0;0" && text != "23;0;0" { strange.append(shown) }
    case UInt8(ascii: "m"):
      isPlain = ["", "0", "0;10"].contains(text) || text == "39;49" && isPlain
    default:
      if !body.allSatisfy({ (0x30...0x3B).contains($0) }) { strange.append(shown) }
    }
  }
}
