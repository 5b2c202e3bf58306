import ArgumentParser
import Glibc
import Lessons
import TutorUI

/// `nabla present`: a lesson in front of a class, and its notes in another terminal.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present", abstract: "Show a lesson to a class, piece by piece.",
    discussion: """
      One step fills the screen. Space shows the next piece, the left arrow takes it back; an answer \
      or a result waits for a key. 'nabla present --notes' in a second terminal follows by itself. \
      Nothing is recorded.
      """)

  @Argument(help: "The lesson, by its name (softmax) or its file's path.")
  var lesson: String?

  @Option(help: "The step to begin with, counted from 1.")
  var step: Int?

  @Flag(help: "Show the notes of the presentation that runs in another terminal.")
  var notes = false

  @OptionGroup var course: CourseOptions

  func validate() throws {
    if notes, lesson != nil || step != nil {
      throw ValidationError("'--notes' follows the presentation; it takes no lesson and no step.")
    }
    if !notes, lesson == nil {
      throw ValidationError("Name a lesson to present, as in 'nabla present softmax'.")
    }
  }

  func run() throws {
    let opening = course.opening(lesson)
    if notes { try opening.followTalk() } else { try opening.present(from: step) }
  }
}

extension Opening {
  /// Shows the lesson to a class.
  func present(from step: Int?) throws {
    let desk = try desk()
    let language = language(at: desk)
    let lesson = try knownLesson(at: desk) ?? ""
    if let step {
      let count = desk.lesson(lesson, in: language).steps.count
      guard (1...max(1, count)).contains(step) else {
        ProcessEdge.complain("nabla: There is no step \(step). The lesson has \(count) steps.")
        throw ExitCode(64)
      }
    }
    let file = TalkFile.ofSurroundings()
    let start = WallClock.now()
    var hasComplained = false
    let sitting = Sitting(
      presenting: lesson, desk: desk, language: language, step: step.map { $0 - 1 }
    ) { report in
      guard let failure = file.write(report, since: start), !hasComplained else { return nil }
      hasComplained = true
      return Notice(.cannotTell, String(cString: strerror(failure)))
    }
    let instead = "Or read the lesson with `nabla learn \(lesson) --plain`."
    let ending = try endOf(instead: instead) {
      () throws(TerminalError) in
      try sitting.runner(
        usesColour: ProcessEdge.wantsColour, isASCII: ascii, isStill: ProcessEdge.wantsStillness
      ).run()
    }
    file.remove()
    ending.end()
  }

  /// Shows the notes of the presentation that runs in another terminal.
  func followTalk() throws {
    ProcessEdge.prepare()
    let language = language ?? Desk(content: content)?.language ?? .english
    let file = TalkFile.ofSurroundings()
    let ending = try endOf {
      () throws(TerminalError) in
      try NotesSitting.runner(
        language: language, usesColour: ProcessEdge.wantsColour, isASCII: ascii
      ) {
        (file.look(), now: WallClock.now(), offset: WallClock.offset())
      }.run()
    }
    ending.end()
  }
}
