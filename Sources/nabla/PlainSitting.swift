import ArgumentParser
import Glibc
import Lessons
import TutorUI

/// A lesson in plain mode between standard input and standard output.
struct PlainSitting {
  private var desk: Desk
  private var lesson: PlainLesson
  private let isASCII: Bool
  private let language: CourseLanguage

  private init(_ lesson: Lesson, at step: Int, desk: Desk, isASCII: Bool) {
    self.desk = desk
    self.lesson = PlainLesson(LessonPlayer(lesson), at: step)
    self.isASCII = isASCII
    language = isASCII ? .english : lesson.language
  }

  /// Whether there is no screen to draw on: a pipe, or a terminal that can not move its cursor.
  static var isNeeded: Bool {
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    return isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0 || kind == "dumb"
  }

  /// Writes out some steps of a lesson.
  static func write(_ steps: [Lesson.Step], of lesson: Lesson, isASCII: Bool) {
    var chosen = lesson
    chosen.steps = steps
    var plain = PlainLesson(LessonPlayer(chosen))
    let isASCII = isASCII || isPlainLocale
    let text = plain.written()
    Output.write(isASCII ? PlainText.ascii(text) : text, to: STDOUT_FILENO)
  }

  /// Whether the surroundings take nothing but ASCII.
  private static var isPlainLocale: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0).lowercased() }), !value.isEmpty
      else { continue }
      return !value.contains("utf-8") && !value.contains("utf8")
    }
    return true
  }

  /// Plays a lesson by its name or its file's path; without one, lists the course.
  static func run(
    _ name: String?, desk: Desk, language: CourseLanguage, isASCII: Bool
  ) throws {
    let isASCII = isASCII || isPlainLocale
    guard let name else {
      var desk = desk
      desk.readHeads(in: language)
      let list = CourseList(desk.course, desk.progress, in: language)
      let text = PlainCourse.text(list, in: language)
      Output.write(isASCII ? PlainText.ascii(text) : text, to: STDOUT_FILENO)
      return
    }
    let lesson = desk.lesson(name, in: language)
    let step = desk.progress.lessons[lesson.id]?.placed(in: lesson).last ?? 0
    var sitting = PlainSitting(lesson, at: step, desk: desk, isASCII: isASCII)
    sitting.play()
  }

  /// Writes statistics out.
  static func show(_ statistics: Statistics, in language: CourseLanguage, isASCII: Bool) {
    let text = PlainStatistics.text(statistics, in: language)
    let isASCII = isASCII || isPlainLocale
    Output.write(isASCII ? PlainText.ascii(text) : text, to: STDOUT_FILENO)
  }

  /// Plays a session of the drill; without input it ends at once.
  static func drill(_ drill: PlainDrill, _ plan: DrillPlan, seed: UInt64?, isASCII: Bool) {
    let isASCII = isASCII || isPlainLocale
    var drill = drill
    var input = LineInput()
    var reply = drill.begin(plan, seed: seed)
    while Output.write(isASCII ? PlainText.ascii(reply.text) : reply.text, to: STDOUT_FILENO),
      !reply.isOver
    {
      reply = input.next().map { drill.read($0) } ?? drill.finish()
    }
  }

  /// Reads lines until the lesson is over; without input it is written out to its end.
  private mutating func play() {
    var input = LineInput()
    var reply = lesson.begin()
    // Nothing counts as seen before somebody has answered.
    var waiting = reply.events
    while write(reply.text), !reply.isOver {
      guard let line = input.next() else {
        reply = lesson.finish()
        continue
      }
      reply = lesson.read(line)
      record(waiting + reply.events)
      waiting = []
    }
  }

  private mutating func record(_ events: [LessonEvent]) {
    for event in events { desk.record(event) }
    if let notice = desk.takeNotice() { ProcessEdge.complain("nabla: " + notice[language]) }
  }

  /// Writes what is said; false where nobody reads it any more.
  private func write(_ text: String) -> Bool {
    Output.write(isASCII ? PlainText.ascii(text) : text, to: STDOUT_FILENO)
  }
}
