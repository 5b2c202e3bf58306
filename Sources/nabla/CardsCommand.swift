import ArgumentParser
import Glibc
import Language
import Lessons
import TutorUI

/// `nabla cards`: the cards for other programs, and cards of one's own.
struct CardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards", abstract: "Export the cards to Anki or JSON, or import your own.",
    subcommands: [Export.self, Import.self])

  /// What cards are written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case anki, apkg, json
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write all cards, with the numbers of one draw.",
      discussion: """
        'anki' is a text for Anki's File > Import, 'apkg' a package that Anki opens, 'json' a list \
        of objects.
        """)

    @Argument(help: "The file to write; '-' is standard output.")
    var file = "-"

    @Option(help: "anki, apkg or json; else what the file's name says, or anki.")
    var format: Format?

    @Option(help: "The language: en or zh.")
    var language: CourseLanguage?

    @Option(help: "The folder the course is in.")
    var content: String?

    @Option(help: "Draw the numbers from this seed.")
    var seed: UInt64 = 0

    func run() throws {
      let desk = try Opening(content: content).desk()
      let lessons = desk.drillLessons(in: language ?? desk.language)
      for problem in lessons.problems { ProcessEdge.complain("nabla: " + problem.report) }
      let cards = CardExport.cards(of: lessons, seed: seed)
      let bytes: [UInt8]
      switch format ?? named {
      case .anki: bytes = Array(AnkiText.text(cards).utf8)
      case .json: bytes = Array((JSON.array(cards.map(\.json)).line + "\n").utf8)
      case .apkg:
        do throws(StoreFault) {
          bytes = try AnkiPackage.bytes(cards, at: desk.now)
        } catch {
          throw ExitCode.saying("The package cannot be made: \(error.message).")
        }
      }
      try Output.write(bytes, toFile: file)
      if file != "-" { Output.write("\(cards.count) cards in \(file)\n", to: STDERR_FILENO) }
    }

    private var named: Format {
      if file.hasSuffix(".json") { return .json }
      return file.hasSuffix(".apkg") ? .apkg : .anki
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in cards of your own.",
      discussion: """
        The file is {"id": "mine", "title": "Mine", "topics": ["softmax"], "cards": [{"id": "a", \
        "kind": "text", "ask": "…", "accept": ["…"]}, …]}; a card has the keys of a lesson's question. \
        A collection of the same id takes the place of the one before, and what you know stays known.
        """)

    @Argument(help: "The JSON file; '-' reads standard input.")
    var file: String

    @Option(help: "The folder the course is in.")
    var content: String?

    func run() throws {
      ProcessEdge.prepare()
      do {
        let text = try Input.text(of: file)
        let cards = try OwnCards(text, file: file, language: .english)
        guard cards.problems.isEmpty else {
          for problem in cards.problems { ProcessEdge.complain("nabla: \(file): \(problem)") }
          throw ExitCode(1)
        }
        guard let folder = OwnCardsFolder.standard else {
          throw ExitCode.saying("The cards cannot be kept: there is no home folder.")
        }
        if let fault = folder.save(text, id: cards.id) {
          throw ExitCode.saying("The cards cannot be kept: \(fault.message).")
        }
        let count = cards.lesson.steps.count
        Output.write(
          "\(count) \(count == 1 ? "card" : "cards") in `\(cards.id)`\n", to: STDOUT_FILENO)
      } catch let failure as Input.Failure {
        ProcessEdge.complain("nabla: \(file) cannot be read: \(failure.reason).")
        throw ExitCode(64)
      } catch let fault as StoreFault {
        ProcessEdge.complain("nabla: \(file): \(fault.message).")
        throw ExitCode(1)
      }
    }
  }
}
