/// What stands before a cursor: the word being typed, what it hangs on, and the call around it.
struct CursorContext {
  /// The part of a name that is typed already.
  private(set) var word = ""
  /// The names before the last dot; nil where there is none.
  private(set) var path: [String]?
  /// The function whose brackets the cursor stands in.
  private(set) var call: [String]?
  /// The keywords that the call already gives.
  private(set) var given: Set<String> = []
  /// The keyword whose value the cursor stands in.
  private(set) var keyword: String?
  /// What is typed of a string that is the value of a keyword.
  private(set) var quoted: String?
  /// Whether the cursor stands in any string or comment.
  private(set) var isInString = false

  private enum Piece: Equatable {
    case name(String)
    case sign(UInt8)
  }

  init(_ bytes: [UInt8]) {
    var pieces = CursorContext.pieces(of: bytes, quoted: &quoted, isInString: &isInString)
    if quoted == nil, case .name(let text)? = pieces.last {
      word = text
      pieces.removeLast()
    }
    path = CursorContext.path(before: &pieces)
    findCall(pieces)
    if keyword == nil { quoted = nil }
  }

  /// Cuts text into names and signs; strings and numbers become one sign.
  private static func pieces(
    of bytes: [UInt8], quoted: inout String?, isInString: inout Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let start = offset
      offset += 1
      if isName(byte) {
        while offset < bytes.count, isName(bytes[offset]) { offset += 1 }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        pieces.append(byte >= 48 && byte <= 57 ? .sign(48) : .name(text))
      } else if byte == 34 || byte == 39 {
        while offset < bytes.count, bytes[offset] != byte, bytes[offset] != 10 {
          offset += bytes[offset] == 92 ? 2 : 1
        }
        if offset >= bytes.count {
          quoted = String(decoding: bytes[(start + 1)...], as: UTF8.self)
          isInString = true
          return pieces
        }
        offset += 1
        pieces.append(.sign(48))
      } else if byte == 35 {
        while offset < bytes.count, bytes[offset] != 10 { offset += 1 }
        isInString = offset >= bytes.count
      } else if byte != 32 && byte != 9 {
        pieces.append(.sign(byte))
      }
    }
    return pieces
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || byte == 95 || byte >= 128
      || (byte >= 48 && byte <= 57)
  }

  /// Takes `a.b.` off the end.
  private static func path(before pieces: inout [Piece]) -> [String]? {
    guard pieces.last == .sign(46) else { return nil }
    var names: [String] = []
    while pieces.last == .sign(46) {
      pieces.removeLast()
      guard case .name(let name)? = pieces.last else { return [] }
      names.insert(name, at: 0)
      pieces.removeLast()
    }
    return names
  }

  /// Finds the bracket that is still open, and the name before it.
  private mutating func findCall(_ pieces: [Piece]) {
    if pieces.last == .sign(61), case .name(let name)? = pieces.dropLast().last { keyword = name }
    var depth = 0
    for place in pieces.indices.reversed() {
      guard case .sign(let sign) = pieces[place] else { continue }
      switch sign {
      case 41, 93, 125: depth += 1
      case 61 where depth == 0 && place > 0:
        if case .name(let name) = pieces[place - 1] { given.insert(name) }
      case 40, 91, 123:
        depth -= 1
        if depth < 0 {
          if sign == 40 { call = CursorContext.name(endingAt: place, pieces) }
          return
        }
      default: break
      }
    }
  }

  private static func name(endingAt end: Int, _ pieces: [Piece]) -> [String]? {
    var names: [String] = []
    var place = end - 1
    while place >= 0, case .name(let name) = pieces[place] {
      names.insert(name, at: 0)
      guard place >= 1, pieces[place - 1] == .sign(46) else { break }
      place -= 2
    }
    return names.isEmpty ? nil : names
  }
}
