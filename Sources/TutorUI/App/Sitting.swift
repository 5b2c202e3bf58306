import Lessons

/// A learner at the terminal: the application, the classroom that answers it, and the loop.
public final class Sitting {
  private var classroom: Classroom
  private let language: CourseLanguage
  private let lesson: String?
  private let begin: [AppEffect]
  private let talk: Talking?

  /// Where a presentation is told of; what it returns is shown to the presenter.
  public typealias Talking = (TalkReport) -> Notice?
  private let preview: Preview?
  /// What the preview's file was when it was last read.
  private var stamp: Int?

  /// Makes a sitting at a desk; a lesson that is named is opened at once.
  ///
  /// What else is to begin with is done after that. A sitting that keeps nothing forgets what was
  /// done in it, as a preview does.
  public init(
    desk: any CourseDesk, language: CourseLanguage, lesson: String? = nil, begin: [AppEffect] = [],
    preview: Preview? = nil, keeps: Bool = true
  ) {
    classroom = Classroom(desk: keeps ? desk : ScratchDesk(desk))
    self.preview = preview
    stamp = preview?.stamp()
    self.begin = begin + [.drill(.countDue)]
    self.language = language
    self.lesson = lesson
    talk = nil
  }

  /// Makes a sitting in front of a class, of which nothing is kept.
  public init(
    presenting lesson: String, desk: any CourseDesk, language: CourseLanguage, step: Int?,
    tell: @escaping Talking
  ) {
    classroom = Classroom(desk: ScratchDesk(desk))
    preview = nil
    begin = [.openLesson(lesson, language, step: step)]
    self.language = language
    self.lesson = nil
    talk = tell
  }

  /// Takes the terminal over; the loop runs when it is told to.
  public func runner(
    usesColour: Bool, isASCII: Bool, isStill: Bool = false, notice: Notice? = nil
  ) throws(TerminalError) -> Runner<App, AppMessage, AppEffect> {
    var app = App(
      size: Size(columns: 80, rows: 24), language: language, course: classroom.list(in: language))
    app.isPresenting = talk != nil
    app.isPreview = preview != nil
    app.isStill = isStill
    app.notice = notice
    let program = Runner<App, AppMessage, AppEffect>.Program(
      update: { $0.update($1) },
      render: { app, _ in app.render() },
      message: { AppMessage($0) },
      perform: { [self] in perform($0, isInterrupted: $1) })
    let lessons = lesson.map { [AppEffect.openLesson($0, language, step: nil)] } ?? []
    let opening = [.flush] + lessons + begin + app.lookAtFile()
    return try Runner(
      program, state: app, opening: opening, usesColour: usesColour, isASCII: isASCII)
  }

  private func perform(
    _ effect: AppEffect, isInterrupted: @escaping () -> Bool
  ) -> Performed<AppMessage> {
    switch effect {
    case .quit:
      _ = classroom.perform(.flush)
      return .request(.quit(status: 0))
    case .record(let event) where event.canWait:
      _ = classroom.perform(effect)
      return .request(.wake(milliseconds: 0))
    case .drill(.wake): return .request(.wake(milliseconds: 1000))
    case .wake(let milliseconds): return .request(.wake(milliseconds: milliseconds))
    case .tell(let report): return .messages(talk?(report).map { [.noticed($0)] } ?? [])
    case .lookAtFile(let id, let language, let step): return look(id, language, step)
    case .suspend: return .request(.suspend)
    case .repaint: return .request(.repaint)
    case .repl(let effect):
      guard let session = classroom.playground else { return .messages([]) }
      switch ReplDesk(session: session).perform(effect, isInterrupted: isInterrupted) {
      case .request(let request): return .request(request)
      case .messages(let messages): return .messages(messages.map { .repl($0) })
      }
    default: return .messages(classroom.perform(effect, isInterrupted: isInterrupted))
    }
  }
}

extension Sitting {
  /// Reads the previewed lesson again where its file was saved; else looks again a little later.
  private func look(
    _ id: String?, _ language: CourseLanguage, _ step: Int
  ) -> Performed<AppMessage> {
    let again = Performed<AppMessage>.request(.wake(milliseconds: Preview.pause))
    guard let preview, let id else { return again }
    let now = preview.stamp()
    guard now != stamp else { return again }
    stamp = now
    guard let opening = classroom.reload(id, language, at: step) else { return again }
    return .messages([.lessonReloaded(opening, preview.findings(language))])
  }
}

extension AppMessage {
  /// What the terminal reports, as the application takes it; nil for what it has no use for.
  init?(_ event: Event) {
    switch event {
    case .key(let key): self = .key(key)
    case .resized(let size): self = .resized(size)
    case .interrupted: self = .key(.control("c"))
    case .woken, .ending: self = .rested
    case .computing: self = .computing
    case .resumed: return nil
    }
  }
}
