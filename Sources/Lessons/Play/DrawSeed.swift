/// The seed of a question's numbers.
enum DrawSeed {
  /// The seed of what has a name, from the seed of the whole: names differ in it, and the same ones
  /// give the same for ever.
  static func of(_ name: String, from seed: UInt64, number: Int = 0) -> UInt64 {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ seed &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(number)
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash % 1_000_000
  }
}
