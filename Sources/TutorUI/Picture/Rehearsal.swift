import Lessons

/// The application played without a terminal: keys in, screens out, nothing saved.
public struct Rehearsal {
  private var app: App
  private var classroom: Classroom

  /// Opens a course on its home screen, or one of its lessons, for a learner or for a class.
  public init(
    desk: any CourseDesk, language: CourseLanguage, size: Size, lesson: String? = nil,
    isPresenting: Bool = false
  ) {
    classroom = Classroom(desk: ScratchDesk(desk))
    app = App(size: size, language: language, course: classroom.list(in: language))
    app.isPresenting = isPresenting
    if let lesson { perform([.openLesson(lesson, language, step: nil)]) }
  }

  /// Presses a key, and does all that comes of it.
  public mutating func press(_ key: Key) { perform(app.update(.key(key))) }

  /// The screen as it stands.
  public var frame: Frame { app.render() }

  private mutating func perform(_ effects: [AppEffect]) {
    var waiting = effects
    while !waiting.isEmpty {
      for answer in answers(to: waiting.removeFirst()) { waiting += app.update(answer) }
    }
  }

  private mutating func answers(to effect: AppEffect) -> [AppMessage] {
    guard case .repl(let effect) = effect else { return classroom.perform(effect) }
    guard let session = classroom.playground else { return [] }
    switch ReplDesk(session: session).perform(effect, isInterrupted: { false }) {
    case .messages(let messages): return messages.map { .repl($0) }
    case .request: return []
    }
  }
}
