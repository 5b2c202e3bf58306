/// Finds what was probably meant by a name that does not exist.
enum NearestName {
  /// The name nearest to a misspelt one, if any is near enough to be worth saying.
  static func of(_ name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    let furthest = max(1, min(3, wanted.count / 3))
    guard wanted.count <= 60 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in names where candidate != name {
      let bytes = Array(candidate.lowercased().utf8)
      if abs(bytes.count - wanted.count) > furthest { continue }
      let distance = distance(wanted, bytes)
      guard distance <= furthest else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// How many letters must be put in, taken out, replaced or swapped with their neighbour.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
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
