@testable import Lessons
import Testing

@testable import TutorUI

/// A desk that keeps what it is given in memory, with lessons written in the test.
private struct MemoryDesk: DeskWithoutCards {
  var course: Course { Course(title: [.english: "T"], parts: [], findings: []) }
  var progress = CourseProgress()
  var isFull = false
  var log: Log

  final class Log {
    var events: [LessonEvent] = []
    var languages: [CourseLanguage] = []
  }

  func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
    let title = language == .english ? "Numbers" : "数"
    return LessonScript(
      """
      ---
      id: \(name)
      title: \(title)
      summary: None.
      minutes: 1
      ---

      ## One

      {{ 1 + 1 }}

      ---

      ## Two

      ```quiz
      id: q
      kind: number
      ask: What is one and one?
      answer: 1 + 1
      tolerance: 0
      mistakes:
        - value: '11'
          say: \(language == .english ? "They are added." : "是相加。")
      hints: [Count.]
      ```
      """, file: "t.md", language: language
    ).lesson
  }

  mutating func takeNotice() -> Sentence? {
    isFull ? Sentence("The disk is full.", "磁盘已满。") : nil
  }

  mutating func record(_ event: LessonEvent) {
    log.events.append(event)
    progress.apply(HistoryEvent(time: 0, lesson: event.lesson, step: event.step, kind: event.kind))
  }

  mutating func keep(_ language: CourseLanguage) { log.languages.append(language) }
}

@Suite struct ClassroomTests {
  /// Plays keys into the application with a classroom behind it.
  private func play(
    _ keys: String, _ classroom: inout Classroom, _ app: inout App, opening: AppEffect? = nil
  ) {
    var effects = opening.map { [$0] } ?? []
    for key in Play.parse(keys) + [nil] {
      while !effects.isEmpty {
        for answer in classroom.perform(effects.removeFirst()) { effects += app.update(answer) }
      }
      if let key { effects = app.update(.key(key)) }
    }
  }

  private func open(_ desk: MemoryDesk, _ keys: String) -> App {
    var classroom = Classroom(desk: desk)
    var app = App(
      size: Size(columns: 80, rows: 24), language: .english, course: classroom.list(in: .english))
    play(keys, &classroom, &app, opening: .openLesson("t", .english, step: nil))
    return app
  }

  @Test func `visits wait for a quiet moment and answers do not`() {
    let log = MemoryDesk.Log()
    var app = open(MemoryDesk(log: log), "")
    #expect(log.events.isEmpty)
    app = open(MemoryDesk(log: log), "space \"3\" enter")
    #expect(log.events.map(\.step) == [0, 0, 1, 1])
    guard case .answered(let attempt)? = log.events.last?.kind else {
      Issue.record("no answer was kept")
      return
    }
    #expect(attempt.judgement == .wrong && attempt.answer == "3")
    _ = app.update(.rested)
    #expect(app.update(.rested) == [.flush])
  }

  @Test func `a lesson opens where it was left, with what was answered`() {
    var desk = MemoryDesk(log: MemoryDesk.Log())
    var place = CourseProgress.Place()
    place.last = 1
    place.solved = ["q"]
    place.seen = [0, 1]
    desk.progress.lessons["t"] = place
    let app = open(desk, "")
    #expect(app.lesson?.index == 1)
    #expect(app.lesson?.quizzes["q"]?.standing == .right)
  }

  @Test func `the language is kept, and the step and what was typed with it`() {
    let log = MemoryDesk.Log()
    let app = open(MemoryDesk(log: log), "space \"12\" f2")
    #expect(log.languages == [.chinese])
    #expect(app.lesson?.lesson.title == "数")
    #expect(app.lesson?.index == 1)
    #expect(app.lesson?.quizzes["q"]?.fields.first?.text == "12")
  }

  @Test func `a verdict is said again in the other language, and counts once`() {
    let log = MemoryDesk.Log()
    let app = open(MemoryDesk(log: log), "space \"11\" enter f2")
    #expect(app.lesson?.quizzes["q"]?.verdict?.say == [.text("是相加。")])
    #expect(app.lesson?.quizzes["q"]?.tries == 1)
    let answers = log.events.filter { if case .answered = $0.kind { true } else { false } }
    #expect(answers.count == 1)
  }

  @Test func `a disk that is full is told, and the lesson goes on`() {
    var desk = MemoryDesk(log: MemoryDesk.Log())
    desk.isFull = true
    let app = open(desk, "space \"3\" enter")
    #expect(app.notice == .sentence(Sentence("The disk is full.", "磁盘已满。")))
    #expect(app.lesson?.quizzes["q"]?.verdict?.judgement == .wrong)
  }
}
