/// How much a YAML text may hold: few aliases can stand for more values than there is memory.
struct YAMLBound {
  /// The most aliases of one text; with them alone a text grows some hundred times at most.
  static let aliases = 16
  /// The most values of one text, those that aliases stand for counted each time.
  static let values = 100_000

  /// The first line (counted from 0) and the column (counted from 1) of the alias that is one too
  /// many.
  ///
  /// It is looked for before the text is composed, for composing already compares keys, and a key
  /// may be an alias. Only signs before a name that an anchor has count: `a * b` is a text.
  static func aliasTooMany(_ lines: ArraySlice<Substring>) -> (line: Int, column: Int)? {
    var anchors: Set<Substring> = []
    var count = 0
    for (number, line) in lines.enumerated() {
      var before = UInt8(ascii: " ")
      var index = line.utf8.startIndex
      while index < line.utf8.endIndex {
        let byte = line.utf8[index]
        let start = index
        index = line.utf8.index(after: index)
        defer { before = byte }
        guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), !isOfName(before) else {
          continue
        }
        let name = line[index...].prefix { $0.utf8.allSatisfy(isOfName) }
        guard !name.isEmpty else { continue }
        if byte == UInt8(ascii: "&") {
          anchors.insert(name)
        } else if anchors.contains(name) {
          count += 1
          if count > aliases {
            return (number, line.utf8.distance(from: line.utf8.startIndex, to: start) + 1)
          }
        }
      }
    }
    return nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
