import Foundation
import Lessons
import Testing

@testable import TutorUI

@Suite struct MonkeyTests {
  private static let keys: [Key] = {
    var keys = KeyTable.bindings.flatMap(\.keys).filter {
      $0 != .control("c") && $0 != .control("q")
    }
    keys += "abcde123.-(x猫\u{301}".map { .character($0) }
    keys += [.paste("1\n2"), .paste("log(\u{1B}[2J"), .delete, .insert, .function(9), .alt("x")]
    return keys
  }()

  @Test(arguments: 0..<12)
  func `no keys, clicks and sizes can break it`(_ seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 1)
    var play = Play(80, 24, language: seed % 2 == 0 ? .english : .chinese)
    play.press("enter")
    for _ in 0..<250 {
      switch Int.random(in: 0..<40, using: &dice) {
      case 0:
        let size = Size(
          columns: Int.random(in: 1...140, using: &dice), rows: Int.random(in: 1...50, using: &dice)
        )
        play.send(.resized(size))
      case 1...3:
        let place = Position(
          column: Int.random(in: 0..<140, using: &dice), row: Int.random(in: 0..<50, using: &dice))
        play.send(
          .key(
            [.click(place), .wheelUp(place), .wheelDown(place)].randomElement(using: &dice)
              ?? .enter))
      default: play.send(.key(Self.keys.randomElement(using: &dice) ?? .enter))
      }
      let frame = play.app.render()
      #expect(frame.size == play.app.size)
    }
    // Whatever was pressed, a few escapes and the keys on the screen lead out.
    play.resize(80, 24)
    let wasInRepl = play.app.repl != nil
    if wasInRepl { play.press("^c") }
    for _ in 0..<8 { play.press("esc") }
    play.press("^c")
    let hasQuit = play.hasQuit
    #expect(hasQuit)
  }
}

@Suite struct MousePlayTests {
  private func click(_ text: String, in play: inout Play) {
    for (row, line) in play.app.render().picture.enumerated() {
      guard let range = line.range(of: text) else { continue }
      let column = CharacterWidth.columns(of: String(line[..<range.lowerBound]))
      play.send(.key(.click(Position(column: column, row: row))))
      return
    }
    Issue.record("\(text) is not on the screen:\n\(play.screen)")
  }

  @Test func `a press on a footer's word does what its key does`() {
    var play = Play()
    play.press("enter")
    click("next", in: &play)
    #expect(play.screen.contains("2/5"))
    click("steps", in: &play)
    click("Which one?", in: &play)
    #expect(play.screen.contains("3/5"))
    click("dog", in: &play)
    #expect(play.screen.contains("● B"))
    click("dog", in: &play)
    #expect(play.screen.contains("✓ Right."))
  }

  @Test func `a press on a number lays it open the second time`() {
    var play = Play()
    play.press("enter space a")
    click("0.3679", in: &play)
    #expect(play.screen.contains("▸ e^(z−m)"))
    click("0.3679", in: &play)
    #expect(play.screen.contains("e^(z−m)[1]"))
  }

  @Test func `the first press on a lesson chooses it and the second opens it`() {
    var play = Play()
    click("Scores", in: &play)
    #expect(play.screen.contains("▸ ✓ 1"))
    click("Log-softmax", in: &play)
    click("Log-softmax", in: &play)
    #expect(play.screen.contains("Three scores"))
  }

  @Test func `the wheel scrolls`() {
    var play = Play(60, 12)
    play.press("enter space a")
    #expect(play.screen.contains("▼ more below"))
    play.send(.key(.wheelDown(Position(column: 3, row: 3))))
    #expect(play.screen.contains("▲ more above"))
  }
}
