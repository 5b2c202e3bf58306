import Language
import Lessons
import Math

/// Does what the application asks for, and answers with messages: it plays the open lesson.
public struct Classroom {
  var desk: any CourseDesk
  var player: LessonPlayer?
  /// A previewed lesson as it was last read without fail, and the step it was at.
  var lastSound: (lesson: Lesson, step: Int)?
  /// The cards, while the drill is open.
  var drill: DrillTable?
  /// What cards are drawn from, as far as it was read.
  var collections: [CourseLanguage: DrillLessons] = [:]
  /// What could be saved a moment later: an answer never is, but a visit costs more to save than to
  /// draw.
  private var pending: [LessonEvent] = []
  /// The scope the REPL plays in: a copy, so that nothing done there reaches the lesson.
  public private(set) var playground: Session?

  /// Opens a classroom at a desk.
  public init(desk: any CourseDesk) { self.desk = desk }

  /// The course as the home screen lists it.
  public mutating func list(in language: CourseLanguage) -> CourseList {
    desk.readHeads(in: language)
    return CourseList(desk.course, desk.progress, in: language)
  }

  /// Asks whether what runs must stop, and remembers that it had to.
  let stop = Stop()
  /// Whether the desk was given something to keep since the last thing was begun.
  private var hasKept = false

  /// Does one thing that was asked for; where it was stopped before anything of it was kept, nothing
  /// is changed by it.
  public mutating func perform(
    _ effect: AppEffect, isInterrupted: @escaping () -> Bool = { false }
  ) -> [AppMessage] {
    let (player, drill) = (player, drill)
    stop.begin(isInterrupted)
    hasKept = false
    let messages = carryOut(effect)
    // What was kept is not done a second time: then the end of it had to be reached.
    guard !hasKept, stop.wasAsked || Interruption.current.isWanted?() == true else {
      return messages
    }
    (self.player, self.drill) = (player, drill)
    return [.noticed(Notice(.stopped))]
  }

  /// A player of a lesson, whose programs can be stopped.
  func play(
    _ lesson: Lesson, seed: UInt64 = 0, edits: [InputID: Tensor] = [:]
  ) -> LessonPlayer {
    var player = LessonPlayer(lesson, seed: seed, edits: edits)
    player.shouldStop = { [stop] in stop.isWanted }
    return player
  }

  private mutating func carryOut(_ effect: AppEffect) -> [AppMessage] {
    switch effect {
    case .quit, .suspend, .repaint, .repl, .tell, .lookAtFile, .wake: return []
    case .openRepl(let index): return openRepl(after: index)
    case .flush: return flush()
    case .listCourse(let language): return flush() + [.courseListed(list(in: language))]
    case .openLesson(let id, let language, let step): return open(id, language, at: step)
    case .indexCourse(let language): return [.courseIndexed(index(in: language))]
    case .translate(let id, let language, let step): return translate(id, to: language, step)
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
    case .rejudge(let quiz, let answer, let index):
      guard let verdict = player?.judge(answer, to: quiz, in: index) else { return [] }
      return [.rejudged(quiz: quiz, verdict)]
    case .draw(let quiz, let index): return draw(quiz, index)
    case .replay(let quiz, let seed, let index): return draw(quiz, index, from: seed)
    case .record(let event):
      pending.append(event.marked(in: player?.lesson))
      return event.canWait ? [] : flush()
    case .drill(let effect): return perform(effect) + told()
    case .keepLanguage(let language):
      desk.keep(language)
      return []
    }
  }

  private mutating func flush() -> [AppMessage] {
    hasKept = hasKept || !pending.isEmpty
    for event in pending { desk.record(event) }
    pending = []
    return told()
  }

  /// Keeps what was done with cards.
  mutating func keep(_ events: [HistoryEvent]) -> [AppMessage] {
    hasKept = hasKept || !events.isEmpty
    for event in events { desk.record(event) }
    return told()
  }

  /// What the desk has to say of the keeping.
  private mutating func told() -> [AppMessage] {
    desk.takeNotice().map { [.noticed(.sentence($0))] } ?? []
  }

  private mutating func open(
    _ id: String, _ language: CourseLanguage, at step: Int?
  ) -> [AppMessage] {
    let lesson = desk.lesson(id, in: language)
    var player = play(lesson)
    guard player.count > 0 else { return [.lessonFailed(lesson.file)] }
    let known = desk.progress.lessons[lesson.id.isEmpty ? id : lesson.id] ?? CourseProgress.Place()
    let place = known.placed(in: lesson)
    let index = min(max(0, step ?? place.last), player.count - 1)
    let opening = LessonOpening(
      id: id, lesson: lesson, part: title(ofPartWith: id, language), seen: place.seen,
      answered: place.solved, step: player.step(index))
    self.player = player
    return [.lessonOpened(opening)]
  }

  /// The texts of the course and its glossary.
  private func index(in language: CourseLanguage) -> SearchIndex {
    let lessons = desk.course.lessons.map {
      (name: $0.name, lesson: desk.lesson($0.name, in: language))
    }
    return SearchIndex(lessons, glossary: desk.glossary, in: language)
  }

  private func title(ofPartWith id: String, _ language: CourseLanguage) -> String {
    let part = desk.course.parts.first { $0.lessons.contains { $0.name == id } }
    return part?.title[language] ?? ""
  }

  /// The same lesson in another language, the learner's inputs and draws kept.
  private mutating func translate(
    _ id: String, to language: CourseLanguage, _ index: Int
  ) -> [AppMessage] {
    guard let old = player else { return [] }
    let lesson = desk.lesson(id, in: language)
    var player = play(lesson, seed: old.seed, edits: old.edits)
    for quiz in lesson.steps.flatMap(\.quizzes) {
      let seed = old.seed(of: quiz.id)
      if seed != player.seed(of: quiz.id) { player.draw(quiz.id, seed: seed) }
    }
    guard player.count > 0 else { return [.lessonFailed(lesson.file)] }
    let step = player.step(min(index, player.count - 1))
    self.player = player
    return [.lessonTranslated(lesson, part: title(ofPartWith: id, language), step)]
  }

  private mutating func openRepl(after index: Int?) -> [AppMessage] {
    var session = Session()
    if let index, var player {
      session = player.playground(after: index)
      self.player = player
    }
    playground = session
    let variables = session.variables.map { Repl.Variable(name: $0.name, value: $0.value) }
    return [.replOpened(variables)]
  }

  private mutating func computed(_ index: Int) -> [AppMessage] {
    guard var player, index >= 0, index < player.count else { return [] }
    let step = player.step(index)
    self.player = player
    return [.stepComputed(step)]
  }

  private mutating func draw(
    _ quiz: String, _ index: Int, from seed: UInt64? = nil
  ) -> [AppMessage] {
    guard var player, index >= 0, index < player.count else { return [] }
    let seed = seed ?? player.seed(of: quiz) &+ 1
    player.draw(quiz, seed: seed)
    let drawn = player.step(index).quizzes.first { $0.id == quiz }
    self.player = player
    return drawn.map { [.quizDrawn($0)] } ?? []
  }
}
