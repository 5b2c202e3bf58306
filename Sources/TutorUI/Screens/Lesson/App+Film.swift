import Lessons

extension App {
  /// How long each frame of a film stands, in milliseconds.
  private static let pace = 125

  /// Begins the films that have come into view, each once, and asks for the time of the next frame.
  mutating func beginFilms() -> [AppEffect] {
    guard var lesson, lesson.step.programs.contains(where: { $0.film != nil }) else { return [] }
    let shown = lesson.films(within: .max)
    // A class sees a film again each time its piece comes.
    if lesson.talk != nil {
      lesson.standing.films = lesson.standing.films.filter { shown.contains($0.key) }
    }
    var isBegun = false
    for program in lesson.films(within: bodyRows) where lesson.standing.films[program] == nil {
      let last = lesson.lastFrame(of: program)
      lesson.standing.films[program] =
        isStill ? FilmStanding(frame: last) : FilmStanding(isPlaying: last > 0)
      isBegun = true
    }
    self.lesson = lesson
    guard isBegun else { return [] }
    layOut()
    return waitForFrame()
  }

  /// Shows the next frame of each film that moves.
  mutating func showNextFrames() -> [AppEffect] {
    guard var lesson, lesson.isPlaying else { return [] }
    for (program, film) in lesson.standing.films where film.isPlaying {
      let next = film.frame + 1
      let last = lesson.lastFrame(of: program)
      lesson.standing.films[program] = FilmStanding(
        frame: min(next, last), isPlaying: next < last)
    }
    self.lesson = lesson
    layOut()
    return waitForFrame()
  }

  private func waitForFrame() -> [AppEffect] {
    lesson?.isPlaying == true ? [.wake(milliseconds: Self.pace)] : []
  }

  /// The film that is seen, or else the first of the page.
  var shownFilm: Int? {
    lesson?.films(within: bodyRows).first ?? lesson?.films(within: .max).first
  }

  /// Plays or stops the film that is seen, and gives it the arrow keys.
  mutating func playShownFilm() -> [AppEffect] {
    guard let film = shownFilm else { return [] }
    lesson?.focus = .film(film)
    return playFilm(film)
  }

  /// Stops a film that moves; else goes on with it, from its beginning where it has come to its end.
  mutating func playFilm(_ program: Int) -> [AppEffect] {
    guard let lesson else { return [] }
    guard !isStill else {
      layOut()
      return []
    }
    var film = lesson.standing.films[program] ?? FilmStanding()
    film.isPlaying.toggle()
    if film.isPlaying, film.frame >= lesson.lastFrame(of: program) { film.frame = 0 }
    self.lesson?.standing.films[program] = film
    layOut()
    return waitForFrame()
  }

  /// Does what a command asks of the film that has the keys.
  mutating func performFilm(_ command: Command) -> [AppEffect] {
    guard let lesson, case .film(let program) = lesson.focus else { return [] }
    let frame = lesson.standing.films[program]?.frame ?? 0
    switch command {
    case .left: show(frame - 1, of: program)
    case .right: show(frame + 1, of: program)
    case .top: show(0, of: program)
    case .bottom: show(lesson.lastFrame(of: program), of: program)
    case .close:
      self.lesson?.focus = .reading
      layOut()
    default: break
    }
    return []
  }

  /// Shows one frame, and stops there.
  private mutating func show(_ frame: Int, of program: Int) {
    guard let lesson else { return }
    let last = lesson.lastFrame(of: program)
    self.lesson?.standing.films[program] = FilmStanding(frame: max(0, min(last, frame)))
    layOut()
  }
}

extension LessonState {
  /// Whether a film moves.
  var isPlaying: Bool { standing.films.values.contains(where: \.isPlaying) }

  /// The films of the page whose middle is among its lines that are seen, by their programs.
  func films(within rows: Int) -> [Int] {
    var lines: [Int: [Int]] = [:]
    for target in page.targets {
      if case .film(let program) = target.spot { lines[program, default: []].append(target.row) }
    }
    let end = rows == .max ? .max : standing.scroll + rows
    return lines.filter { _, lines in
      let middle = lines[lines.count / 2]
      return rows == .max || (standing.scroll..<end).contains(middle)
    }.keys.sorted()
  }

  /// The number of a film's last frame.
  func lastFrame(of program: Int) -> Int {
    max(0, (step.program(program)?.film?.count ?? 1) - 1)
  }

  /// Forgets how far films were seen that are other ones now.
  mutating func rewindFilms(changedBy next: ComputedStep) {
    for program in next.flat.programs where program.film != step.program(program.index)?.film {
      standing.films[program.index] = nil
    }
  }

  /// Stops all films at their ends, as one leaves the step.
  mutating func endFilms() {
    for program in standing.films.keys {
      standing.films[program] = FilmStanding(frame: lastFrame(of: program))
    }
  }
}

extension ComputedProgram {
  /// The frames it gave, if it did.
  var film: Film? { parts.last?.film }
}
