import ArgumentParser
import Lessons
import TutorUI

/// Plays keys without a terminal and prints the screen, for pictures and for reports of faults.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play keys without a terminal, and print the screen.",
    discussion: "Nothing is saved, and what was learned before is not looked at.")

  @Argument(help: "The lesson to open; without it, the home screen.")
  var lesson: String?

  @Option(help: "The folder the course is in.")
  var content: String?

  @Option(help: "The language: en or zh; else that of the lesson's file, or English.")
  var language: CourseLanguage?

  @Option(help: "Columns and rows.")
  var size: Size = Size(columns: 80, rows: 24)

  @Option(help: "Keys, as in 'e <up> <esc> <space>'.")
  var keys: KeyScript?

  @Flag(help: "Show the lesson as to a class.")
  var present = false

  @Flag(help: "Print an SVG picture.")
  var svg = false

  func run() throws {
    guard let desk = Desk(content: content, lesson: lesson) else {
      throw ValidationError("There is no course here. Name its folder with --content PATH.")
    }
    let language = language ?? lesson.flatMap(LessonFile.language(of:)) ?? .english
    var rehearsal = Rehearsal(
      desk: desk, language: language, size: size, lesson: lesson, isPresenting: present)
    for key in keys?.keys ?? [] { rehearsal.press(key) }
    let frame = rehearsal.frame
    print(svg ? FramePicture(of: frame).svg : FramePicture(of: frame).text, terminator: "")
  }
}

extension KeyScript: ExpressibleByArgument {
  /// Reads the keys of an option; nil for a word that names no key.
  public init?(argument: String) {
    guard let script = try? KeyScript(argument) else { return nil }
    self = script
  }
}

extension Size: ExpressibleByArgument {
  /// Reads `100x30`.
  public init?(argument: String) {
    let numbers = argument.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, (1...1000).contains(numbers[0]), (1...1000).contains(numbers[1])
    else { return nil }
    self.init(columns: numbers[0], rows: numbers[1])
  }

  /// The size as it is typed.
  public var defaultValueDescription: String { "\(columns)x\(rows)" }
}
