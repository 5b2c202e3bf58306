import ArgumentParser
import Glibc
import Lessons
import TutorUI

/// A lesson in plain mode between standard input and standard output.
struct PlainSitting {
  private var desk: Desk
  private var lesson: PlainLesson
  private let language: CourseLanguage

  private init(_ lesson: Lesson, at step: Int, desk: Desk) {
    self.desk = desk
    self.lesson = PlainLesson(LessonPlayer(lesson), at: step)
    language = Characters.areASCII ? .english : lesson.language
  }

  /// Whether there is no screen to draw on: a pipe, or a terminal that cannot move its cursor.
  static var isNeeded: Bool {
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    return isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0 || kind == "dumb"
  }

  /// Writes out some steps of a lesson.
  static func write(_ steps: [Lesson.Step], of lesson: Lesson) {
    var chosen = lesson
    chosen.steps = steps
    var plain = PlainLesson(LessonPlayer(chosen))
    let text = plain.written()
    Self.say(text)
  }

  /// Writes text out, in ASCII where there is nothing else; false where nobody reads it any more.
  @discardableResult
  private static func say(_ text: String) -> Bool {
    Output.write(Characters.areASCII ? PlainText.ascii(text) : text, to: STDOUT_FILENO)
  }

  /// Plays a lesson by its name or its file's path; without one, lists the course.
  static func run(
    _ name: String?, desk: Desk, language: CourseLanguage
  ) throws {
    guard let name else {
      var desk = desk
      desk.readHeads(in: language)
      let list = CourseList(desk.course, desk.progress, in: language)
      let text = PlainCourse.text(list, in: language)
      Self.say(text)
      return
    }
    let lesson = desk.lesson(name, in: language)
    let step = desk.progress.lessons[lesson.id]?.placed(in: lesson).last ?? 0
    var sitting = PlainSitting(lesson, at: step, desk: desk)
    sitting.play()
  }

  /// Writes statistics out.
  static func show(_ statistics: Statistics, in language: CourseLanguage) {
    let text = PlainStatistics.text(statistics, in: language)
    Self.say(text)
  }

  /// Plays a session of the drill; without input it ends at once.
  static func drill(_ drill: PlainDrill, _ plan: DrillPlan, seed: UInt64?) {
    var drill = drill
    var input = LineInput()
    var reply = drill.begin(plan, seed: seed)
    while Self.say(reply.text),
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
    desk.complain(in: language)
  }

  /// Writes what is said; false where nobody reads it any more.
  private func write(_ text: String) -> Bool {
    Self.say(text)
  }
}
