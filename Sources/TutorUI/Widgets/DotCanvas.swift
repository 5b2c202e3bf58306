/// A grid of cells of two by four dots, drawn with Braille characters.
struct DotCanvas {
  /// Its size in cells.
  let columns: Int
  let rows: Int
  /// The dots of each cell, and the curve that was drawn in it last.
  private var dots: [UInt8]
  private var owners: [Int]

  /// Makes an empty canvas.
  init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    dots = Array(repeating: 0, count: self.columns * self.rows)
    owners = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Dots from left to right, and from top to bottom.
  var width: Int { columns * 2 }
  var height: Int { rows * 4 }

  /// Sets a dot, counted from the left and from the top.
  mutating func set(_ x: Int, _ y: Int, owner: Int) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    let cell = (y / 4) * columns + x / 2
    dots[cell] |= Self.bits[y % 4][x % 2]
    owners[cell] = owner
  }

  /// Draws a line between two dots, both of them set.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), owner: Int) {
    let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
    guard length > 0 else { return set(start.x, start.y, owner: owner) }
    for step in 0...length {
      let share = Double(step) / Double(length)
      let x = Double(start.x) + share * Double(end.x - start.x)
      let y = Double(start.y) + share * Double(end.y - start.y)
      set(Int(x.rounded()), Int(y.rounded()), owner: owner)
    }
  }

  /// The character of a cell and the curve it belongs to; nil where nothing is drawn.
  func cell(_ column: Int, _ row: Int) -> (character: Character, owner: Int)? {
    let index = row * columns + column
    guard dots[index] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots[index])) else {
      return nil
    }
    return (Character(scalar), owners[index])
  }

  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
