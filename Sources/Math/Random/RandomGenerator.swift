import RealModule

/// PyTorch's CPU generator: the same seed gives the same numbers.
///
/// mt19937 (Matsumoto and Nishimura, 1998), seeded with the low 32 bits of the seed by the standard
/// recurrence, and PyTorch's ways from its integers to numbers.
public struct RandomGenerator: Sendable, Hashable {
  static let length = 624
  private static let distance = 397
  var state: [UInt32]
  var place: Int
  /// The second number of a pair that `normal` made and has not given out yet.
  var pending: Double?

  /// Makes a generator as `torch.manual_seed(seed)` leaves it.
  public init(seed: UInt64) {
    state = [UInt32(truncatingIfNeeded: seed)]
    state.reserveCapacity(Self.length)
    for index in 1..<Self.length {
      let last = state[index - 1]
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index))
    }
    place = Self.length
  }

  /// The next 32 random bits.
  public mutating func next32() -> UInt32 {
    if place == Self.length { twist() }
    var bits = state[place]
    place += 1
    bits ^= bits >> 11
    bits ^= (bits << 7) & 0x9D2C_5680
    bits ^= (bits << 15) & 0xEFC6_0000
    return bits ^ (bits >> 18)
  }

  /// The next 64 random bits: two draws, the first in the high half.
  public mutating func next64() -> UInt64 {
    let high = next32()
    return UInt64(high) << 32 | UInt64(next32())
  }

  private mutating func twist() {
    for index in 0..<Self.length {
      let next = state[(index + 1) % Self.length]
      let mixed = (state[index] & 0x8000_0000) | (next & 0x7FFF_FFFF)
      let turned = (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_B0DF)
      state[index] = state[(index + Self.distance) % Self.length] ^ turned
    }
    place = 0
  }

  /// A float32 in [0, 1): 24 random bits.
  public mutating func uniform32() -> Float {
    Float(next32() & 0xFF_FFFF) * 0x1p-24
  }

  /// A float64 in [0, 1): 53 random bits.
  public mutating func uniform64() -> Double {
    Double(next64() & 0x1F_FFFF_FFFF_FFFF) * 0x1p-53
  }

  /// An integer in `low ..< high`.
  ///
  /// - Precondition: `low < high`.
  public mutating func integer(from low: Int64, below high: Int64) -> Int64 {
    let range = UInt64(bitPattern: high &- low)
    let drawn = range >= 1 << 32 ? next64() % range : UInt64(next32()) % range
    return low &+ Int64(bitPattern: drawn)
  }

  /// A non-negative int64, as `random_()` on an int64 tensor draws it.
  public mutating func integer() -> Int64 { Int64(next64() & 0x7FFF_FFFF_FFFF_FFFF) }

  /// The numbers 0 ..< count in a random order, as `torch.randperm` gives them.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<max(0, count))
    guard count > 1 else { return order }
    for index in 0..<(count - 1) {
      let step = Int(next32()) % (count - index)
      order.swapAt(index, index + step)
    }
    return order
  }

  /// Takes the number kept from the last pair, or makes a new pair by Box and Muller (1958).
  public mutating func normalOne() -> Double {
    if let kept = pending {
      pending = nil
      return kept
    }
    let first = uniform64()
    let second = uniform64()
    let radius = (-2 * Double.log(onePlus: -second)).squareRoot()
    pending = radius * .sin(2 * .pi * first)
    return radius * .cos(2 * .pi * first)
  }
}
