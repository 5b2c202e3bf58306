import ArgumentParser
import Lessons
import TutorUI

/// What `nabla` opens, and how.
struct Opening {
  var lesson: String?
  var content: String?
  var language: CourseLanguage?
  var ascii = false
  var plain = false

  /// Opens it, and returns when the learner has left.
  func run() throws {
    ProcessEdge.prepare()
    guard let desk = Desk(content: content, lesson: lesson) else {
      ProcessEdge.complain(
        "nabla: There is no course here. Name its folder with --content PATH or NABLA_CONTENT.")
      throw ExitCode(2)
    }
    let language = language ?? Desk.language(ofPath: lesson) ?? desk.language
    if plain || PlainSitting.isNeeded {
      return try PlainSitting.run(lesson, desk: desk, language: language, isASCII: ascii)
    }
    let names = desk.course.lessons.map(\.name)
    if let lesson, !Desk.isPath(lesson), !names.contains(lesson) {
      ProcessEdge.complain(
        "nabla: There is no lesson `\(lesson)`. There are: \(names.joined(separator: ", ")).")
      throw ExitCode(64)
    }
    do {
      let sitting = Sitting(desk: desk, language: language, lesson: lesson)
      try sitting.runner(usesColour: ProcessEdge.wantsColour, isASCII: ascii).run().end()
    } catch {
      ProcessEdge.complain("nabla: \(error)")
      throw ExitCode(2)
    }
  }
}
