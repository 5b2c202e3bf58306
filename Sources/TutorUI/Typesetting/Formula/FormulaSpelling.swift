/// Finds the name that was probably meant.
enum FormulaSpelling {
  /// The name nearest to a misspelt one, if any is near.
  static func nearest(to name: String, among known: [String]) -> String? {
    let limit = name.count <= 3 ? 1 : 2
    let target = Array(name.unicodeScalars.prefix(40))
    var best: (name: String, distance: Int)?
    for candidate in known.sorted() {
      let scalars = Array(candidate.unicodeScalars)
      guard abs(scalars.count - target.count) <= limit else { continue }
      let distance = distance(from: target, to: scalars)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// How many letters have to be put in, taken out, exchanged or swapped with their neighbour to
  /// make one name of the other.
  private static func distance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var least = min(last[j] + (a == b ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      before = last
      last = row
    }
    return last[right.count]
  }
}
