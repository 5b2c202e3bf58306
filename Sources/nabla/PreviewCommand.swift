import ArgumentParser
import Glibc
import Lessons
import TutorUI

/// `nabla preview FILE`: shows a lesson as it is written, and again each time it is saved.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show a lesson, and again each time its file is saved.",
    discussion: """
      The step that changed is shown, and what is wrong stands in its place. Nothing is kept of \
      what is answered here.
      """)

  @Argument(help: "The lesson's file.", completion: .file(extensions: ["md"]))
  var file: String

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  func run() throws {
    let path = LessonFile.isPath(file) ? file : file + ".md"
    guard !PlainSitting.isNeeded else {
      ProcessEdge.complain("nabla: A preview needs a terminal; `nabla check \(path)` does not.")
      throw ExitCode(64)
    }
    let opening = Opening(lesson: path.contains("/") ? path : "./" + path, ascii: ascii)
    try opening.preview()
  }
}

extension Opening {
  /// Shows a lesson's file until its author leaves.
  func preview() throws {
    let desk = try desk()
    let path = lesson ?? ""
    let language = language(at: desk)
    let files = CourseLanguage.allCases.map { LessonFile.path(path, in: $0) }
    let preview = Preview(
      stamp: { files.reduce(0) { $0 &* 31 &+ Self.stamp($1) } },
      findings: { LessonFile.lesson(LessonFile.path(path, in: $0), language: $0).findings })
    try sit(
      Sitting(
        desk: desk, language: language, lesson: path, preview: preview, keeps: false))
  }

  /// A number that changes when a file is saved.
  private static func stamp(_ path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { return -1 }
    return status.st_mtim.tv_sec &* 1_000_000_007 &+ status.st_mtim.tv_nsec &+ Int(status.st_size)
      &+ Int(truncatingIfNeeded: status.st_ino)
  }
}
