/// Finds what was probably meant by a word that does not exist.
public enum NearestName {
  /// The name nearest to a misspelt one, if no more letters differ than a limit allows, which is
  /// given how many letters each of the two has.
  public static func of(
    _ name: String, among names: some Sequence<String>, atMost limit: (Int, Int) -> Int
  ) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard wanted.count <= 60 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in names where candidate != name {
      let letters = Array(candidate.lowercased().unicodeScalars)
      let furthest = limit(wanted.count, letters.count)
      if abs(letters.count - wanted.count) > furthest { continue }
      let distance = distance(wanted, letters)
      guard distance <= furthest else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// The name nearest to a misspelt one of a program: up to a third of its letters differ, and three.
  static func of(_ name: String, among names: some Sequence<String>) -> String? {
    of(name, among: names) { written, _ in max(1, min(3, written / 3)) }
  }

  /// How many letters must be put in, taken out, replaced or swapped with their neighbour.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = Array(repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1] + Array(repeating: 0, count: b.count)
      for j in 0..<b.count {
        current[j + 1] = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
          current[j + 1] = min(current[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[b.count]
  }
}
