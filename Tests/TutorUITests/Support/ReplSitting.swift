import Language
import Lessons
import Testing

@testable import TutorUI

/// A REPL with keys typed into it; what it asks for is kept, and answered by hand.
struct ReplSitting {
  var repl: Repl
  var effects: [ReplEffect] = []

  init(columns: Int = 50, rows: Int = 12, place: String = "") {
    repl = Repl(size: Size(columns: columns, rows: rows), place: place)
  }

  mutating func send(_ message: ReplMessage) { effects = repl.update(message) }

  mutating func type(_ text: String) {
    for character in text { send(.key(character == "\n" ? .enter : .character(character))) }
  }

  mutating func run(_ text: String, _ outcome: Outcome, variables: [Repl.Variable] = []) {
    type(text + "\n")
    #expect(effects.contains(.run(text)))
    send(.evaluated(outcome, variables: variables))
  }
}

func completion(_ text: String, _ replaces: Int, _ detail: String = "") -> Completion {
  Completion(text: text, replaces: replaces, detail: detail)
}
