import Lessons

/// The application played without a terminal: keys in, screens out, nothing saved.
public struct Rehearsal {
  private var app: App
  private var classroom: Classroom

  /// Opens a course on its home screen, or one of its lessons, for a learner or for a class.
  ///
  /// No time passes here unless `rest` says so: where nothing is still, a film waits at its beginning.
  public init(
    desk: any CourseDesk, language: CourseLanguage, size: Size, lesson: String? = nil,
    isPresenting: Bool = false, isStill: Bool = true
  ) {
    classroom = Classroom(desk: ScratchDesk(desk))
    app = App(size: size, language: language, course: classroom.list(in: language))
    app.isPresenting = isPresenting
    app.isStill = isStill
    if let lesson { perform([.openLesson(lesson, language, step: nil)]) }
  }

  /// Presses a key, and does all that comes of it.
  public mutating func press(_ key: Key) { perform(app.update(.key(key))) }

  /// Lets as much time pass as the application asked to wait, and does all that comes of it.
  public mutating func rest() { perform(app.update(.rested)) }

  /// The screen as it stands.
  public var frame: Frame { app.render() }

  private mutating func perform(_ effects: [AppEffect]) {
    var waiting = effects
    while !waiting.isEmpty {
      for answer in answers(to: waiting.removeFirst()) { waiting += app.update(answer) }
    }
  }

  private mutating func answers(to effect: AppEffect) -> [AppMessage] {
    if effect == .wake(milliseconds: 0) { return [.rested] }
    guard case .repl(let effect) = effect else { return classroom.perform(effect) }
    guard let session = classroom.playground else { return [] }
    switch ReplDesk(session: session).perform(effect, isInterrupted: { false }) {
    case .messages(let messages): return messages.map { .repl($0) }
    case .request: return []
    }
  }
}
