import ArgumentParser
import Glibc
import Language
import Lessons
import TutorUI

/// What `nabla` opens, and how.
struct Opening {
  var lesson: String?
  var content: String?
  var language: CourseLanguage?
  var ascii = false
  var plain = false

  /// The desk it is opened at.
  func desk() throws -> Desk {
    ProcessEdge.prepare()
    guard let desk = Desk(content: content, lesson: lesson) else {
      ProcessEdge.complain(
        "nabla: There is no course here. Name its folder with --content PATH or NABLA_CONTENT.")
      throw ExitCode(2)
    }
    return desk
  }

  /// Opens it, and returns when the learner has left.
  func run() throws {
    let desk = try desk()
    let language = language ?? Desk.language(ofPath: lesson) ?? desk.language
    if plain || PlainSitting.isNeeded {
      return try PlainSitting.run(lesson, desk: desk, language: language, isASCII: ascii)
    }
    if let lesson { try check(lesson, at: desk) }
    try sit(Sitting(desk: desk, language: language, lesson: lesson))
  }

  /// Opens the drill: its menu, or a session of a plan.
  func drill(_ plan: DrillPlan?, seed: UInt64?) throws {
    let desk = try desk()
    let language = language ?? desk.language
    if let unknown = plan?.topics.subtracting(desk.topics(in: language)).sorted().first {
      ProcessEdge.complain(
        "nabla: There is no topic `\(unknown)`. There are: "
          + desk.topics(in: language).joined(separator: ", ") + ".")
      throw ExitCode(64)
    }
    if plain || PlainSitting.isNeeded {
      let drill = PlainDrill(desk: desk, language: language)
      return PlainSitting.drill(drill, plan ?? DrillPlan(), seed: seed, isASCII: ascii)
    }
    let begin = plan.map { DrillEffect.begin($0, language, seed: seed) } ?? .open(language)
    try sit(Sitting(desk: desk, language: language, begin: [.drill(begin)]))
  }

  /// Presents the lesson to a room, from a step on.
  func present(step: Int) throws {
    var desk = try desk()
    guard let lesson else { return }
    if PlainSitting.isNeeded {
      ProcessEdge.complain("nabla: Presenting needs a terminal.")
      throw ExitCode(2)
    }
    try check(lesson, at: desk)
    let language = language ?? Desk.language(ofPath: lesson) ?? desk.language
    let begin = PresentEffect.begin(lesson, language, step: step - 1)
    try sit(Sitting(desk: desk, language: language, begin: [.present(begin)])) {
      // Whatever way it ended, the speaker's terminal is not to follow it any more.
      desk.publish(nil)
    }
  }

  /// Shows the speaker's notes, which follow a presentation in another terminal.
  func showNotes() throws {
    ProcessEdge.prepare()
    let sitting = SpeakerSitting(
      language: language ?? .english, page: { SpeakerFile.standard?.read() },
      time: { (WallClock.now(), WallClock.offset()) })
    guard !PlainSitting.isNeeded else {
      Output.write(sitting.text(columns: 80, rows: 40), to: STDOUT_FILENO)
      return
    }
    do {
      try sitting.runner(usesColour: ProcessEdge.wantsColour, isASCII: ascii).run().end()
    } catch {
      ProcessEdge.complain("nabla: \(error)")
      throw ExitCode(2)
    }
  }

  private func check(_ lesson: String, at desk: Desk) throws {
    let names = desk.course.lessons.map(\.name)
    guard Desk.isPath(lesson) || names.contains(lesson) else {
      ProcessEdge.complain(
        "nabla: There is no lesson `\(lesson)`. There are: \(names.joined(separator: ", ")).")
      throw ExitCode(64)
    }
  }

  /// Shows the statistics.
  func showStatistics(asJSON: Bool) throws {
    let desk = try desk()
    let language = language ?? desk.language
    if asJSON {
      Output.write(desk.statistics(in: language).json.line + "\n", to: STDOUT_FILENO)
    } else if plain || PlainSitting.isNeeded {
      PlainSitting.show(desk.statistics(in: language), in: language, isASCII: ascii)
    } else {
      try sit(Sitting(desk: desk, language: language, begin: [.drill(.count(language))]))
    }
  }

  private func sit(_ sitting: Sitting, afterwards: () -> Void = {}) throws {
    do {
      let ending = try sitting.runner(usesColour: ProcessEdge.wantsColour, isASCII: ascii).run()
      afterwards()
      ending.end()
    } catch {
      ProcessEdge.complain("nabla: \(error)")
      throw ExitCode(2)
    }
  }
}
