import Lessons

/// A speaker at the second terminal: notes that follow the room by themselves.
public struct SpeakerSitting {
  private let language: CourseLanguage
  private let page: () -> SpeakerPage?
  private let time: () -> (now: Double, offset: Double)

  /// Makes a sitting.
  ///
  /// - Parameters:
  ///   - language: the language of the screen until a page says otherwise.
  ///   - page: where the room is.
  ///   - time: what time it is, and how far ahead of Greenwich's the clock is.
  public init(
    language: CourseLanguage, page: @escaping () -> SpeakerPage?,
    time: @escaping () -> (now: Double, offset: Double)
  ) {
    self.language = language
    self.page = page
    self.time = time
  }

  /// Takes the terminal over; the loop runs when it is told to.
  public func runner(
    usesColour: Bool, isASCII: Bool
  ) throws(TerminalError) -> Runner<SpeakerNotes, SpeakerNotes.Message, SpeakerNotes.Effect> {
    let notes = SpeakerNotes(size: Size(columns: 80, rows: 24), language: language)
    let program = Runner<SpeakerNotes, SpeakerNotes.Message, SpeakerNotes.Effect>.Program(
      update: { $0.update($1) },
      render: { notes, _ in notes.render() },
      message: { SpeakerNotes.Message($0) },
      perform: { effect, _ in perform(effect) })
    return try Runner(
      program, state: notes, opening: [.look], usesColour: usesColour, isASCII: isASCII)
  }

  private func perform(_ effect: SpeakerNotes.Effect) -> Performed<SpeakerNotes.Message> {
    switch effect {
    case .quit: return .request(.quit(status: 0))
    case .wake: return .request(.wake(milliseconds: 200))
    case .look:
      let time = time()
      return .messages([.looked(page(), now: time.now, offset: time.offset)])
    }
  }

  /// The notes as they stand, as lines of text.
  public func text(columns: Int, rows: Int) -> String {
    var notes = SpeakerNotes(size: Size(columns: columns, rows: rows), language: language)
    let time = time()
    _ = notes.update(.looked(page(), now: time.now, offset: time.offset))
    return PlainText.harmless(FramePicture(of: notes.render()).text)
  }
}

extension SpeakerNotes.Message {
  /// What the terminal reports, as the notes take it; nil for what they have no use for.
  init?(_ event: Event) {
    switch event {
    case .key(let key): self = .key(key)
    case .resized(let size): self = .resized(size)
    case .interrupted: self = .key(.control("c"))
    case .woken: self = .woken
    case .ending, .resumed: return nil
    }
  }
}
