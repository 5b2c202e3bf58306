import Testing

@testable import TutorUI

private func frame(_ columns: Int, _ rows: Int, _ draw: (inout Frame) -> Void) -> Frame {
  var frame = Frame(size: Size(columns: columns, rows: rows))
  draw(&frame)
  return frame
}

private func at(_ column: Int, _ row: Int = 0) -> Position { Position(column: column, row: row) }

@Suite struct `A frame` {
  @Test func `cuts text at its edges`() {
    let seen = frame(6, 2) {
      $0.put("abcdefgh", at: at(2))
      $0.put("abcdef", at: at(-3, 1))
      $0.put("below", at: at(0, 7))
      $0.put("xyz", at: at(5, 1))
    }
    expect(seen, shows: "  abcd\ndef  x")
  }

  @Test func `cuts text at a limit`() {
    let seen = frame(8, 1) { #expect($0.put("abcdef", at: at(1), columns: 3) == 3) }
    expect(seen, shows: " abc")
  }

  @Test func `never shows half of a wide character`() {
    expect(frame(5, 1) { $0.put("数学好", at: at(0)) }, shows: "数学")
    expect(frame(4, 1) { $0.put("ab数", at: at(1)) }, shows: " ab")
    expect(frame(4, 1) { $0.put("数学", at: at(-1)) }, shows: " 学")
    expect(
      frame(6, 1) {
        $0.put("数学好", at: at(0))
        $0.put("x", at: at(1))
        $0.put("y", at: at(4))
      }, shows: " x学y")
    expect(
      frame(6, 1) {
        $0.put("数学好", at: at(0))
        $0.put("你", at: at(1))
      }, shows: " 你 好")
  }

  @Test func `keeps the first of several marks`() {
    let seen = frame(3, 1) {
      $0.put("x\u{302}\u{303}\u{304}y", at: at(0))
      $0.put("\u{301}z", at: at(2))
    }
    expect(seen, shows: "x\u{302}yz")
    #expect(seen[at(0)]?.mark == 0x302)
    let many = "a" + String(repeating: "\u{301}", count: 10_000)
    expect(frame(3, 1) { #expect($0.put(many, at: at(0)) == 1) }, shows: "a\u{301}")
  }

  @Test(arguments: [
    ("\u{1B}[2J", "^[[2J"), ("\u{01}\u{7F}\u{0}", "^A^?^@"), ("\u{9B}31m", "<9b>31m"),
    ("a\u{202E}b", "a<202e>b"), ("\u{200B}\u{FEFF}\u{2028}", "<200b><feff><2028>"),
    ("\u{61C}\u{2066}\u{2069}", "<61c><2066><2069>"), ("line\nnext\r", "line^Jnext^M"),
  ])
  func `shows what has no picture`(text: String, shown: String) {
    let seen = frame(30, 1) {
      #expect($0.put(text, at: at(0)) == shown.utf8.count)
    }
    expect(seen, shows: shown)
    #expect(CharacterWidth.columns(of: text) == shown.utf8.count)
  }

  @Test func `puts replacement characters for invalid text`() {
    let text = String(decoding: [0x61, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xFF], as: UTF8.self)
    let seen = frame(10, 1) { $0.put(text, at: at(0)) }
    #expect(seen.picture[0].hasPrefix("a\u{FFFD}"))
  }

  @Test func `draws boxes and lines`() {
    let seen = frame(12, 4) {
      $0.box(Area(column: 0, row: 0, columns: 12, rows: 4), title: "hint")
      $0.fill(Area(column: 1, row: 1, columns: 40, rows: 1), with: "·")
      $0.verticalLine(at: at(5, 1), rows: 2)
    }
    expect(
      seen,
      shows: """
        ┌─ hint ───┐
        │····│······
        │    │     │
        └──────────┘
        """)
  }

  @Test func `takes another frame`() {
    let inner = frame(4, 2) {
      $0.put("数x", at: at(0))
      $0.put("yyyy", at: at(0, 1))
      $0.cursor = at(3, 1)
    }
    let seen = frame(6, 3) {
      $0.put("......", at: at(0, 1))
      $0.put(inner, at: at(3, 1))
    }
    expect(seen, shows: "\n...数x\n   yyy")
    #expect(seen.cursor == at(6, 2))
  }

  @Test(arguments: [(0, 0), (-3, 5), (1, 1), (10_000, 3)])
  func `has any size`(columns: Int, rows: Int) {
    let seen = frame(columns, rows) {
      $0.box(Area(column: 0, row: 0, columns: columns, rows: rows), title: "title")
      $0.put("数学", at: at(0))
      $0.fill(Area(column: -5, row: -5, columns: .max, rows: .max), with: "x")
    }
    #expect(seen.cells.count == max(0, columns) * max(0, rows))
  }
}

@Suite struct `Character width` {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("−", 1), ("█", 1), ("数", 2), ("，", 2), ("🎉", 2), ("e\u{301}", 1),
    ("ᵢ", 1), ("Σ", 1), ("\u{1F1E9}", 1), ("한", 2), ("\u{20DD}", 0), ("", 0),
  ])
  func `is what a terminal takes`(text: String, columns: Int) {
    #expect(CharacterWidth.columns(of: text) == columns)
  }
}
