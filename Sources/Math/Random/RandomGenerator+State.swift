extension RandomGenerator {
  private static let byteCount = 5056

  /// The state as PyTorch lays it out: seed, counters, the 624 words, and the normal number in waiting.
  public func bytes(seed: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    func put<T: FixedWidthInteger>(_ value: T) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    let isFresh = place == Self.length
    put(seed)
    put(Int32(isFresh ? 1 : Self.length - place + 1))
    put(Int32(1))
    put(UInt64(isFresh ? 0 : place))
    for word in state { put(UInt64(word)) }
    put(UInt64(0))
    put((pending ?? 0).bitPattern)
    put(UInt64(0))
    put(UInt64(pending == nil ? 0 : 1))
    put(UInt64(0))
    return bytes
  }

  /// The generator whose state these bytes are, with its seed; nil for others.
  public static func restored(from bytes: [UInt8]) -> (generator: RandomGenerator, seed: UInt64)? {
    guard bytes.count == byteCount else { return nil }
    func word(_ start: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
    }
    let seed = word(0)
    var generator = RandomGenerator(seed: seed)
    generator.state = (0..<length).map { UInt32(truncatingIfNeeded: word(24 + 8 * $0)) }
    let next = Int(truncatingIfNeeded: word(16))
    generator.place = (1...length).contains(next) ? next : length
    let after = 24 + 8 * length
    generator.pending = bytes[after + 24] == 0 ? nil : Double(bitPattern: word(after + 8))
    return (generator, seed)
  }
}
