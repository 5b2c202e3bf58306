import Lessons
import Testing

@testable import TutorUI

@Suite struct KeyTableTests {
  @Test func `no key means two things in one context`() {
    for context in KeyContext.allCases {
      var owners: [Key: Command] = [:]
      for binding in KeyTable.bindings where binding.context == context {
        for key in binding.keys {
          #expect(
            owners[key] == nil,
            "\(key) asks for \(binding.command) and for \(String(describing: owners[key])) in \(context)"
          )
          owners[key] = binding.command
        }
      }
    }
  }

  @Test(arguments: Command.allCases)
  func `every command has a key`(_ command: Command) {
    #expect(KeyTable.bindings.contains { $0.command == command })
  }

  @Test(arguments: KeyContext.allCases)
  func `where text is typed no plain character is a command`(_ context: KeyContext) {
    guard context.takesText else { return }
    for binding in KeyTable.bindings where binding.context == context {
      for case .character(let character) in binding.keys {
        Issue.record("\(character) cannot be typed in \(context)")
      }
    }
  }

  @Test(arguments: KeyContext.allCases)
  func `every context has a way out that its footer shows`(_ context: KeyContext) {
    let ways: Set<Command> = [.leave, .close, .home, .quit, .help, .check, .run, .stop]
    #expect(
      KeyTable.bindings.contains {
        $0.context == context && ways.contains($0.command)
          && ($0.footer != nil || context == .choice)
      })
  }

  @Test func `no letter that takes a choice hides a command of the question`() {
    for command in [Command.hint, .reveal, .skip, .fresh, .help, .home, .contents] {
      // Only the sixth choice hides one: there the footer does not offer new numbers.
      let count = command == .fresh ? ChoiceList.letters - 1 : ChoiceList.letters
      let letters = (0..<count).map { Key.character(ChoiceList.key(of: $0)) }
      let keys = KeyTable.bindings.filter { $0.context == .lesson && $0.command == command }
        .flatMap(\.keys)
      #expect(keys.allSatisfy { !letters.contains($0) }, "\(command)")
    }
  }

  @Test(arguments: CourseLanguage.allCases)
  func `the help page has every binding`(_ language: CourseLanguage) {
    let page = HelpView(contexts: [.home], language: language, scroll: 0)
      .lines(columns: 76).map(\.text).joined(separator: "\n")
    for binding in KeyTable.bindings {
      #expect(page.contains(Wording.text(binding.phrase, in: language)))
    }
  }
}

@Suite struct WordingTests {
  @Test(arguments: Phrase.allCases)
  func `every phrase is said in both languages`(_ phrase: Phrase) throws {
    let words = try #require(
      Wording.commands(phrase) ?? Wording.places(phrase) ?? Wording.lessons(phrase)
        ?? Wording.questions(phrase) ?? Wording.drill(phrase) ?? Wording.talk(phrase)
        ?? Wording.repl(phrase))
    #expect(!words.english.isEmpty)
    #expect(!words.chinese.isEmpty)
    for place in ["{0}", "{1}"] {
      #expect(words.english.contains(place) == words.chinese.contains(place))
    }
  }

  @Test func `places are filled in order`() {
    #expect(Wording.text(.hintNumber, in: .english, "1", "3") == "Hint 1 of 3")
    #expect(Wording.text(.hintNumber, in: .chinese, "1", "3") == "提示 1/3")
  }
}
