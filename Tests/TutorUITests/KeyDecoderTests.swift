import Testing

@testable import TutorUI

private func decode(_ pieces: [String]) -> [Key] {
  var decoder = KeyDecoder()
  var keys = pieces.flatMap { decoder.decode($0.utf8) }
  if decoder.patience != nil { keys += decoder.giveUp() }
  return keys
}

@Suite struct `Keys from bytes` {
  @Test(arguments: [
    ("a", [Key.character("a")]), ("数", [.character("数")]), ("\r", [.enter]), ("\t", [.tab]),
    ("\u{7F}", [.backspace]), ("\u{8}", [.control("h")]), ("\u{3}", [.control("c")]),
    ("\u{1F}", [.control("_")]), ("\u{1C}", [.control("\\")]), ("\u{0}", []),
    ("\u{1B}", [.escape]), ("\u{1B}a", [.alt("a")]), ("\u{1B}\u{7F}", [.alt("\u{7F}")]),
    ("\u{1B}\r", [.alt("\n")]), ("\u{1B}\u{1B}", [.escape, .escape]),
    ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[B\u{1B}OC", [.down, .right]),
    ("\u{1B}[1;5D", [.controlArrow(.left)]), ("\u{1B}[1;2A", [.shift(.up)]),
    ("\u{1B}[1;3C", [.controlArrow(.right)]), ("\u{1B}[H\u{1B}[F", [.home, .end]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}OH\u{1B}OF", [.home, .end, .home, .end]),
    ("\u{1B}[3~\u{1B}[2~", [.delete, .insert]), ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]),
    ("\u{1B}[Z", [.backTab]),
    ("\u{1B}OP\u{1B}[15~\u{1B}[24~", [.function(1), .function(5), .function(12)]),
    ("\u{1B}[[A", [.function(1)]),
    ("\u{1B}[<0;3;5M\u{1B}[<0;3;5m", [.click(Position(column: 2, row: 4))]),
    ("\u{1B}[<64;1;1M", [.wheelUp(Position(column: 0, row: 0))]),
    ("\u{1B}[<2;1;1M", []), ("\u{1B}[97u\u{1B}[99;5u", [.character("a"), .control("c")]),
    ("\u{1B}[?62;22c", []), ("\u{1B}[12;40R", []), ("\u{1B}[M !!x", [.character("x")]),
    ("\u{1B}OM", [.enter]), ("\u{1B}[I\u{1B}[O", []),
    ("\u{1B}]11;rgb:0000/0000/0000\u{7}x", [.character("x")]),
    ("\u{1B}]11;rgb:1/2/3\u{1B}\\x", [.character("x")]),
    ("\u{1B}P1+r544e\u{1B}\\x", [.character("x")]), ("\u{1B}[999999999999999999~", []),
    ("\u{1B}[\u{1}", [.control("a")]), ("\u{9B}A", [.character("A")]),
  ])
  func `are what the terminal meant`(bytes: String, keys: [Key]) {
    #expect(decode([bytes]) == keys)
  }

  @Test(arguments: [
    (["\u{1B}", "[A"], [Key.up]), (["\u{1B}[", "A"], [.up]),
    (["\u{1B}[1;", "5", "D"], [.controlArrow(.left)]),
    (["\u{1B}[<0;1", "0;2M"], [.click(Position(column: 9, row: 1))]),
    (["\u{1B}[200~one\u{1B}[20", "1~x"], [.paste("one"), .character("x")]),
    (["\u{1B}[2", "00~a\r", "\nb\rc\u{1B}[2", "J\u{1B}", "[201~"], [.paste("a\nb\nc\u{1B}[2J")]),
    (["\u{1B}[200~never ended"], [.paste("never ended")]),
    (["\u{1B}[200~", "\u{1B}[201~"], [.paste("")]),
  ])
  func `may come in pieces`(pieces: [String], keys: [Key]) {
    #expect(decode(pieces) == keys)
  }

  @Test func `are whole characters however they are cut`() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in "é数👍x".utf8 { keys += decoder.decode([byte]) }
    #expect(keys == ["é", "数", "👍", "x"].map { .character($0) })
    #expect(decoder.decode([0xC0, 0xAF, 0xFF, 0xED, 0xA0, 0x80, 0x41]) == [.character("A")])
  }

  @Test(arguments: ["[A", "OB", "[3~", "[1;5C", "[<0;1;1M"])
  func `are no letters when an escape came long before its rest`(rest: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.patience == 25)
    #expect(decoder.giveUp() == [.escape])
    #expect(decoder.decode(rest.utf8) == [])
    #expect(decoder.decode("[".utf8) == [.character("[")])
  }

  @Test func `survive any bytes`() {
    var decoder = KeyDecoder()
    var random = Dice(state: 7)
    for _ in 0..<2000 {
      let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = decoder.decode(bytes)
      if Bool.random(using: &random) { _ = decoder.giveUp() }
    }
    _ = decoder.giveUp()
    while decoder.patience != nil { _ = decoder.decode("\u{1B}[201~\u{7}".utf8) + decoder.giveUp() }
    #expect(decoder.decode("q".utf8) == [.character("q")])
  }

  @Test func `stop being waited for`() {
    var decoder = KeyDecoder()
    _ = decoder.decode("\u{1B}[200~".utf8)
    for _ in 0..<40 { _ = decoder.decode(repeatElement(UInt8(ascii: "x"), count: 65536)) }
    #expect(decoder.decode("\u{1B}[201~".utf8).count == 1)
    #expect(decoder.decode(("\u{1B}]" + String(repeating: "x", count: 5000)).utf8) == [])
    #expect(decoder.decode("y".utf8) == [.character("y")])
  }
}
