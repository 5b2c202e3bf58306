import ArgumentParser
import Glibc
import Language
import Lessons
import TutorUI

/// What `nabla` opens, and how.
struct Opening {
  var lesson: String?
  var content: String?
  /// The language asked for.
  var asked: CourseLanguage?
  var ascii = false
  var plain = false

  /// The language to show, where it is not the learner's own: ASCII has no Chinese.
  var language: CourseLanguage? { isASCII ? .english : asked }

  /// Whether there are only ASCII characters to draw with.
  var isASCII: Bool { ascii || ProcessEdge.isASCIIOnly }

  /// Does what is written line by line.
  func plainly<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Characters.$areASCII.withValue(isASCII, operation: body)
  }

  /// The desk it is opened at.
  func desk() throws -> Desk {
    ProcessEdge.prepare()
    let named = content ?? getenv("NABLA_CONTENT").map { String(cString: $0) } ?? ""
    guard named.isEmpty || LessonFile.isFolder(named) else {
      ProcessEdge.complain(
        "nabla: \(named) is not a folder. Name the one that course.yaml is in with --content PATH or "
          + "NABLA_CONTENT.")
      throw ExitCode(2)
    }
    guard let desk = Desk(content: content, lesson: lesson) else {
      ProcessEdge.complain(
        "nabla: There is no course here. Name its folder with --content PATH or NABLA_CONTENT.")
      throw ExitCode(2)
    }
    return desk
  }

  /// Opens it, and returns when the learner has left.
  func run() throws {
    var desk = try desk()
    let language = language(at: desk)
    let lesson = try knownLesson(at: desk)
    if plain || PlainSitting.isNeeded {
      tellProblem(of: &desk, in: language)
      return try plainly { try PlainSitting.run(lesson, desk: desk, language: language) }
    }
    try sit(Sitting(desk: desk, language: language, lesson: lesson))
  }

  /// The language asked for, the one of the lesson's file, or the learner's.
  func language(at desk: Desk) -> CourseLanguage {
    language ?? lesson.flatMap(LessonFile.language(of:)) ?? desk.language
  }

  /// The lesson, where the course has it or it is named by its path.
  func knownLesson(at desk: Desk) throws -> String? {
    let names = desk.course.lessons.map(\.name)
    guard let lesson, !LessonFile.isPath(lesson), !names.contains(lesson) else { return lesson }
    throw ExitCode.saying(
      "There is no lesson `\(lesson)`. There are: \(names.joined(separator: ", ")).", code: 64)
  }

  /// Opens the drill: its menu, or a session of a plan.
  func drill(_ plan: DrillPlan?, seed: UInt64?, retention: Double? = nil) throws {
    var desk = try desk()
    if let retention { desk.keep(retention: retention) }
    let language = language ?? desk.language
    if let unknown = plan?.topics.subtracting(desk.topics(in: language)).sorted().first {
      ProcessEdge.complain(
        "nabla: There is no topic `\(unknown)`. There are: "
          + desk.topics(in: language).joined(separator: ", ") + ".")
      throw ExitCode(64)
    }
    if plain || PlainSitting.isNeeded {
      tellProblem(of: &desk, in: language)
      let drill = PlainDrill(desk: desk, language: language)
      return plainly { PlainSitting.drill(drill, plan ?? DrillPlan(), seed: seed) }
    }
    let begin = plan.map { DrillEffect.begin($0, language, seed: seed) } ?? .open(language)
    try sit(Sitting(desk: desk, language: language, begin: [.drill(begin)]))
  }

  /// Tells of a history that cannot be used: a list of nothing would look as if nothing had been
  /// learned.
  private func tellProblem(of desk: inout Desk, in language: CourseLanguage) {
    guard !desk.isKeeping, let problem = desk.takeNotice() else { return }
    ProcessEdge.complain("nabla: " + problem[language])
  }

  /// Shows the statistics.
  func showStatistics(asJSON: Bool) throws {
    var desk = try desk()
    let language = language ?? desk.language
    guard desk.isKeeping else {
      // Statistics of nothing would look as if nothing had been learned.
      ProcessEdge.complain("nabla: " + (desk.takeNotice()?[language] ?? ""))
      throw ExitCode(2)
    }
    if asJSON {
      Output.write(desk.statistics(in: language).json.line + "\n", to: STDOUT_FILENO)
      desk.complain(in: language)
    } else if plain || PlainSitting.isNeeded {
      plainly { PlainSitting.show(desk.statistics(in: language), in: language) }
      desk.complain(in: language)
    } else {
      try sit(Sitting(desk: desk, language: language, begin: [.drill(.count(language))]))
    }
  }

  func sit(_ sitting: Sitting) throws {
    let isOther = isASCII && (asked ?? Desk(content: content)?.language) == .chinese
    try endOf { () throws(TerminalError) in
      try sitting.runner(
        usesColour: ProcessEdge.wantsColour, isASCII: ascii, isStill: ProcessEdge.wantsStillness,
        notice: isOther ? Notice(.onlyASCII) : nil
      ).run()
    }.end()
  }

  /// How a run ended; a terminal that cannot be used is told.
  func endOf(
    instead: String = "Or run `nabla --plain`, which needs no full screen.",
    _ run: () throws(TerminalError) -> Ending
  ) throws -> Ending {
    do {
      return try run()
    } catch {
      ProcessEdge.complain("nabla: " + error.sentences(instead: instead))
      throw ExitCode(2)
    }
  }
}
