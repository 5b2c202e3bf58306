/// The order in which CPython runs through a set of whole numbers.
///
/// A set has no order of its own, yet `set([2, 0, 1])` prints as `{0, 1, 2}` in every course: the
/// numbers are their own hashes, and lie in the table by them.
struct HashOrder {
  private var table: [Int?] = Array(repeating: nil, count: 8)
  private var used = 0

  /// The numbers, given in the order they were added, as they lie in the table.
  static func of(_ numbers: [Int]) -> [Int] {
    var order = HashOrder()
    for number in numbers { order.add(number) }
    return order.table.compactMap { $0 }
  }

  private mutating func add(_ number: Int) {
    insert(number)
    used += 1
    guard used * 5 >= (table.count - 1) * 3 else { return }
    let wanted = used > 50_000 ? used * 2 : used * 4
    var size = 8
    while size <= wanted { size *= 2 }
    let old = table
    table = Array(repeating: nil, count: size)
    for number in old.compactMap({ $0 }) { insert(number) }
  }

  private mutating func insert(_ number: Int) {
    let mask = table.count - 1
    var perturbation = UInt(bitPattern: number == -1 ? -2 : number)
    var place = Int(perturbation & UInt(mask))
    while true {
      let last = place + 9 <= mask ? place + 9 : place
      if let free = (place...last).first(where: { table[$0] == nil }) {
        table[free] = number
        return
      }
      perturbation >>= 5
      place = Int((UInt(place) &* 5 &+ 1 &+ perturbation) & UInt(mask))
    }
  }
}
