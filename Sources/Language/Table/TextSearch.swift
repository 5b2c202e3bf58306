/// Finds text in text, byte by byte.
enum TextSearch {
  /// Where a part first stands in a text at or after a byte; nil if it does not.
  static func first(_ part: String, in text: String, from start: Int = 0) -> Int? {
    first(Array(part.utf8), in: Array(text.utf8), from: start)
  }

  static func first(_ part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard part.count <= text.count else { return nil }
    var place = start
    while place + part.count <= text.count {
      if matches(part, text, place) { return place }
      place += 1
    }
    return nil
  }

  /// Where a part last stands in a text.
  static func last(_ part: [UInt8], in text: [UInt8]) -> Int? {
    var place = text.count - part.count
    while place >= 0 {
      if matches(part, text, place) { return place }
      place -= 1
    }
    return nil
  }

  private static func matches(_ part: [UInt8], _ text: [UInt8], _ place: Int) -> Bool {
    for index in part.indices where text[place + index] != part[index] { return false }
    return true
  }

  /// The pieces of a text between the places where a separator stands, at most so many cuts.
  static func split(_ text: String, at separator: String, cuts: Int = -1) -> [String] {
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    var pieces: [String] = []
    var start = 0
    while pieces.count != cuts, let place = first(mark, in: bytes, from: start) {
      pieces.append(String(decoding: bytes[start..<place], as: UTF8.self))
      start = place + mark.count
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }

  /// The pieces, where the last cuts count instead of the first.
  static func splitFromEnd(_ text: String, at separator: String, cuts: Int) -> [String] {
    var pieces = split(text, at: separator)
    guard cuts >= 0, pieces.count > cuts + 1 else { return pieces }
    let head = pieces.prefix(pieces.count - cuts).joined(separator: separator)
    pieces.removeFirst(pieces.count - cuts)
    return [head] + pieces
  }
}
