import Lessons
import Math

/// Where lessons come from and what is kept of them: files and the clock stand behind it.
public protocol CourseDesk {
  /// The course with how far the learner has come, in a language.
  func course(in language: CourseLanguage) -> CourseList
  /// A lesson, or a sentence on why it cannot be opened.
  func lesson(_ id: String, in language: CourseLanguage) -> Result<Lesson, DeskProblem>
  /// What was done with a lesson before.
  func history(of lesson: String) -> LessonHistory
  /// Keeps something that happened; a sentence where it could not be kept.
  func record(_ event: LessonEvent, in language: CourseLanguage) -> DeskProblem?
}

/// A sentence on what went wrong at the desk.
public struct DeskProblem: Error, Sendable, Hashable {
  /// What the learner is told.
  public var sentence: String

  /// Makes a problem of a sentence.
  public init(_ sentence: String) { self.sentence = sentence }
}

/// What was done with a lesson in earlier sittings.
public struct LessonHistory: Sendable, Hashable {
  /// The step the learner was last on.
  public var step: Int
  /// The steps seen to their end.
  public var seen: Set<Int>
  /// The questions answered rightly.
  public var answered: Set<String>
  /// The questions whose answer was shown.
  public var revealed: Set<String>

  /// Makes a history; without anything, that of a lesson never opened.
  public init(
    step: Int = 0, seen: Set<Int> = [], answered: Set<String> = [], revealed: Set<String> = []
  ) {
    self.step = step
    self.seen = seen
    self.answered = answered
    self.revealed = revealed
  }
}

/// Does what the application asks for, and answers with messages: it plays the open lesson.
public struct Classroom {
  private let desk: any CourseDesk
  private var player: LessonPlayer?
  private var isWarned = false

  /// Opens a classroom at a desk.
  public init(desk: any CourseDesk) { self.desk = desk }

  /// Does one thing that was asked for.
  public mutating func perform(_ effect: AppEffect, in language: CourseLanguage) -> [AppMessage] {
    switch effect {
    case .quit: return []
    case .listCourse(let language): return [.courseListed(desk.course(in: language))]
    case .openLesson(let id, let language, let step): return open(id, language, at: step)
    case .translate(let language, let step): return translate(to: language, step)
    case .computeStep(let index): return computed(index)
    case .assign(let input, let value, let index):
      player?.edit(input, to: value)
      return computed(index)
    case .reset(let inputs, let index):
      for input in inputs { player?.edit(input, to: nil) }
      return computed(index)
    case .judge(let quiz, let answer, let index):
      guard let verdict = player?.judge(answer, to: quiz, in: index) else { return [] }
      return [.judged(quiz: quiz, verdict)]
    case .draw(let quiz, let index): return draw(quiz, index)
    case .record(let event): return record(event, language)
    }
  }

  private mutating func open(
    _ id: String, _ language: CourseLanguage, at step: Int?
  ) -> [AppMessage] {
    switch desk.lesson(id, in: language) {
    case .failure(let problem): return [.lessonFailed(problem.sentence)]
    case .success(let lesson):
      let history = desk.history(of: id)
      var player = LessonPlayer(lesson)
      guard player.count > 0 else { return [.lessonFailed(lesson.file)] }
      let index = min(max(0, step ?? history.step), player.count - 1)
      let opening = LessonOpening(
        lesson: lesson, part: title(ofPartWith: id, language), seen: history.seen,
        answered: history.answered, revealed: history.revealed, step: player.step(index))
      self.player = player
      return [.lessonOpened(opening)]
    }
  }

  private func title(ofPartWith id: String, _ language: CourseLanguage) -> String {
    let parts = desk.course(in: language).parts
    return parts.first { $0.lessons.contains { $0.id == id } }?.title ?? ""
  }

  /// The same lesson in another language, the learner's inputs and draws kept.
  private mutating func translate(to language: CourseLanguage, _ index: Int) -> [AppMessage] {
    guard let old = player else { return [] }
    switch desk.lesson(old.lesson.id, in: language) {
    case .failure(let problem): return [.lessonFailed(problem.sentence)]
    case .success(let lesson):
      var player = LessonPlayer(lesson, seed: old.seed, edits: old.edits)
      for quiz in lesson.steps.flatMap(\.quizzes)
      where old.seed(of: quiz.id) != player.seed(of: quiz.id) {
        player.draw(quiz.id, seed: old.seed(of: quiz.id))
      }
      guard index < player.count else { return [] }
      let step = player.step(index)
      self.player = player
      let part = title(ofPartWith: lesson.id, language)
      return [.lessonTranslated(lesson, part: part, step)]
    }
  }

  private mutating func computed(_ index: Int) -> [AppMessage] {
    guard var player, index >= 0, index < player.count else { return [] }
    let step = player.step(index)
    self.player = player
    return [.stepComputed(step)]
  }

  private mutating func draw(_ quiz: String, _ index: Int) -> [AppMessage] {
    guard var player, index >= 0, index < player.count else { return [] }
    let seed = player.seed(of: quiz) &+ 1
    player.draw(quiz, seed: seed)
    let drawn = player.step(index).quizzes.first { $0.id == quiz }
    self.player = player
    return drawn.map { [.quizDrawn($0)] } ?? []
  }

  /// Keeps an event; that nothing can be kept is said once.
  private mutating func record(_ event: LessonEvent, _ language: CourseLanguage) -> [AppMessage] {
    guard let problem = desk.record(event, in: language), !isWarned else { return [] }
    isWarned = true
    return [.noticed(Notice(.cannotSave, problem.sentence))]
  }
}
