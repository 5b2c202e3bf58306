import Language
import Lessons
import Testing

@testable import TutorUI

@Suite struct `The keys of the REPL` {
  @Test func `says where more candidates are`() {
    var sitting = ReplSitting(columns: 50, rows: 12)
    sitting.type("f")
    sitting.send(.key(.tab))
    sitting.send(.completed((0..<10).map { completion("f\($0)", 1, "function") }))
    let rows = sitting.repl.render().picture
    #expect(rows[1] == " >>> f")
    #expect(rows[2] == "     f0  function")
    #expect(rows[5].contains("▼ 6 more"))
  }

  @Test(arguments: [("help", CourseLanguage.english), ("?", .english), ("help()", .chinese)])
  func `lists its keys`(word: String, language: CourseLanguage) {
    var sitting = ReplSitting(columns: 80, rows: 24)
    sitting.repl.language = language
    sitting.type(word + "\n")
    #expect(sitting.effects == [])
    let screen = sitting.repl.render().picture.joined(separator: "\n")
    #expect(screen.contains(Wording.text(.contextRepl, in: language)))
    #expect(screen.contains(Wording.text(.asTable, in: language)))
    sitting.send(.key(.escape))
    #expect(sitting.repl.help == nil && sitting.repl.editor.isEmpty)
    sitting.send(.key(.function(1)))
    #expect(sitting.repl.help == 0)
  }

  @Test func `is left by a word, a key, and not where the word is a variable`() {
    var sitting = ReplSitting()
    for word in ["quit", "exit", "quit()", "exit()"] {
      sitting.type(word + "\n")
      #expect(sitting.effects == [.leave])
    }
    sitting.send(.key(.control("q")))
    #expect(sitting.effects == [.leave])
    sitting.run("quit = 1", Outcome(), variables: [.init(name: "quit", detail: "int 1")])
    sitting.run("quit", Outcome(text: "1"))
  }

  @Test func `speaks both languages at a key`() {
    var sitting = ReplSitting()
    sitting.send(.key(.function(2)))
    #expect(sitting.repl.render().picture[11].hasPrefix(" 回车 运行   ^D 离开"))
    sitting.send(.key(.function(2)))
    #expect(sitting.repl.render().picture[11].hasPrefix(" enter run   ^D leave"))
  }

  @Test func `shows values as tables at a key`() throws {
    let desk = ReplDesk(session: Session(), history: nil)
    var sitting = ReplSitting(columns: 50, rows: 12)
    sitting.type("torch.tensor([[1.0, 2.5], [3.0, 4.0]])\n")
    for effect in sitting.effects {
      guard case .messages(let messages) = desk.perform(effect, isInterrupted: { false }) else {
        continue
      }
      for message in messages { sitting.send(message) }
    }
    #expect(sitting.repl.render().picture[2].hasPrefix(" tensor([[1.0000, 2.5000],"))
    sitting.send(.key(.function(3)))
    #expect(
      sitting.repl.render().picture[2...5] == [
        " float32 [2, 2]", "          0       1", "  0  1.0000  2.5000", "  1  3.0000  4.0000",
      ])
    sitting.send(.key(.function(3)))
    #expect(sitting.repl.render().picture[2].hasPrefix(" tensor([[1.0000, 2.5000],"))
  }

  @Test func `keeps no more marks than anybody writes`() {
    var sitting = ReplSitting()
    sitting.type("e")
    for _ in 0..<4000 { sitting.send(.key(.character("\u{301}"))) }
    #expect(sitting.repl.editor.text.unicodeScalars.count == 16)
    var field = AnswerField("e")
    for _ in 0..<4000 { _ = field.press(.character("\u{301}")) }
    #expect(field.text.unicodeScalars.count == 16 && field.cursor == 1)
  }
}
