/// Finds the word that was meant.
enum NearestName {
  /// The known word with the fewest edits from the one written, if it is near enough to be meant.
  static func of(_ word: String, among known: [String]) -> String? {
    let written = Array(word.lowercased())
    var best: (name: String, edits: Int)?
    for name in known {
      let edits = distance(written, Array(name.lowercased()))
      if edits < best?.edits ?? Int.max { best = (name, edits) }
    }
    guard let best, best.edits <= max(1, min(written.count, best.name.count) / 2) else {
      return nil
    }
    return best.name
  }

  /// A sentence that names the nearest word, or lists all there are.
  static func advice(_ word: String, among known: [String]) -> String {
    if let nearest = of(word, among: known) { return "Did you mean `\(nearest)`?" }
    return "It can be " + known.map { "`\($0)`" }.joined(separator: ", ") + "."
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard left.count < 64, right.count < 64 else { return Int.max }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
