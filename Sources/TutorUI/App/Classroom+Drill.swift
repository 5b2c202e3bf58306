import Lessons

/// The cards, and the session they are asked in.
struct DrillTable {
  /// The lessons cards are drawn from, by their names.
  var lessons: [String: Lesson]
  /// The cards.
  var deck: Deck
  /// The session.
  var session: DrillSession?
  /// The lessons that were played for their cards.
  var players: [String: LessonPlayer] = [:]
  /// What was asked, for the report: one for each answer of the session.
  var entries: [DrillReport.Entry] = []

  init(_ lessons: DrillLessons) {
    self.lessons = Dictionary(
      lessons.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    deck = lessons.deck
  }

  /// The progress with the steps numbered as they are in the lessons now.
  func placed(_ progress: CourseProgress) -> CourseProgress {
    progress.placed(in: Array(lessons.values))
  }
}

extension Classroom {
  /// Does one thing that the drill asked for.
  mutating func perform(_ effect: DrillEffect) -> [AppMessage] {
    switch effect {
    case .countDue:
      let history = desk.cardHistory
      return [.drill(.dueCounted(history.dueToday(at: desk.now, days: desk.days)))]
    case .open(let language): return openMenu(language)
    case .resumeSuspended(let language):
      let suspended = desk.cardHistory.suspended.sorted()
      let events = suspended.map {
        HistoryEvent(time: desk.now, lesson: $0.lesson, step: 0, kind: .resumed(quiz: $0.quiz))
      }
      return keep(events) + openMenu(language)
    case .keepRetention(let retention, let language):
      desk.keep(retention: retention)
      return openMenu(language)
    case .count(let language): return [.drill(.counted(desk.statistics(in: language)))]
    case .begin(let plan, let language, let seed): return begin(plan, language, seed)
    case .grade(let evidence, let answer): return grade(evidence, answer)
    case .take(let evidence, let answer, let rating): return take(evidence, answer, rating)
    case .postpone:
      drill?.session?.postpone()
      return next()
    case .suspend:
      let event = drill?.session?.suspend(at: desk.now)
      return next(keeping: event.map { [$0] } ?? [])
    case .undo: return undo()
    case .redraw:
      _ = drill?.session?.redraw()
      return dealing().map { [.drill(.replaced($0, isSame: false))] } ?? []
    case .resume(let language): return resume(language)
    case .translate(let language):
      changeLanguage(to: language)
      return dealing().map { [.drill(.replaced($0, isSame: true))] } ?? []
    case .end: return end()
    case .look: return [.drill(.looked(secondsLeft: drill?.session?.secondsLeft(at: desk.now)))]
    case .wake: return []
    }
  }

  private mutating func openMenu(_ language: CourseLanguage) -> [AppMessage] {
    let lessons = collection(in: language)
    let table = DrillTable(lessons)
    drill = table
    return [.drill(.opened(overview(of: table)))] + told(lessons)
  }

  /// What cards are drawn from, read once in each language.
  private mutating func collection(in language: CourseLanguage) -> DrillLessons {
    let lessons = collections[language] ?? desk.drillLessons(in: language)
    collections[language] = lessons
    return lessons
  }

  private func told(_ lessons: DrillLessons) -> [AppMessage] {
    lessons.notice.map { [.noticed(.sentence($0))] } ?? []
  }

  private mutating func overview(of table: DrillTable) -> DrillOverview {
    DrillOverview(
      table.deck, table.placed(desk.progress), desk.cardHistory, at: desk.now, days: desk.days)
  }

  // MARK: A session

  private mutating func begin(
    _ plan: DrillPlan, _ language: CourseLanguage, _ seed: UInt64?
  ) -> [AppMessage] {
    let lessons = collection(in: language)
    var table = DrillTable(lessons)
    let history = desk.cardHistory
    let seed = seed ?? desk.freshSeed
    let cards = plan.cards(
      of: table.deck, table.placed(desk.progress), history, at: desk.now, days: desk.days,
      seed: seed)
    guard !cards.isEmpty else {
      drill = table
      return [.drill(.empty(overview(of: table)))] + told(lessons)
    }
    table.session = DrillSession(plan, cards: cards, history: history, at: desk.now, seed: seed)
    drill = table
    return next() + told(lessons)
  }

  /// Puts the next card on the table that can be asked, or ends the session.
  ///
  /// What led to it is kept once the card is computed: until then Ctrl-C takes it all back.
  private mutating func next(keeping events: [HistoryEvent] = []) -> [AppMessage] {
    while drill?.session?.next(at: desk.now) != nil {
      let dealing = dealing()
      if stop.isWanted { return [] }
      if let dealing { return keep(events) + [.drill(.dealt(dealing))] }
      drill?.session?.discard()
    }
    return keep(events) + end()
  }

  /// The card on the table with its step computed; nil where it cannot be asked.
  private mutating func dealing() -> CardDealing? {
    guard var table = drill, let session = table.session, let deal = session.deal,
      let card = table.deck[deal.card], let lesson = table.lessons[deal.card.lesson]
    else { return nil }
    var player = table.players[lesson.id] ?? play(lesson)
    player.draw(card.id.quiz, seed: deal.seed)
    let step = player.step(card.step)
    table.players[lesson.id] = player
    drill = table
    self.player = player
    guard let quiz = step.quizzes.first(where: { $0.id == card.id.quiz }), quiz.problem == nil
    else { return nil }
    return CardDealing(
      card: card, lesson: lesson, step: step, mode: session.plan.mode,
      done: session.results.count, left: session.left, canUndo: session.canUndo,
      secondsLeft: session.secondsLeft(at: desk.now))
  }

  private func grade(_ evidence: Evidence, _ answer: String) -> [AppMessage] {
    guard let session = drill?.session, let deal = session.deal else { return [] }
    var evidence = evidence
    evidence.seconds = max(0, desk.now - deal.time)
    let history = session.history
    let intervals = Rating.allCases.map {
      history.scheduler.review(history.memories[deal.card], $0, at: desk.now).interval
    }
    return [
      .drill(.graded(CardGrade(evidence: evidence, answer: answer, intervals: intervals)))
    ]
  }

  private mutating func take(
    _ evidence: Evidence, _ answer: String, _ rating: Rating?
  ) -> [AppMessage] {
    guard var table = drill, let deal = table.session?.deal, let card = table.deck[deal.card],
      let quiz = player?.question(card.id.quiz, in: card.step)
    else { return [] }
    let seconds = evidence.seconds > 0 ? evidence.seconds : max(0, desk.now - deal.time)
    let review = Review(
      card: deal.card, seed: deal.seed, answer: answer, outcome: evidence.outcome,
      hints: evidence.hints, tries: evidence.tries, seconds: seconds, rating: rating)
    let event = table.session?.take(review, at: desk.now)
    table.entries.append(
      DrillReport.Entry(card: card, review: review, ask: quiz.ask, answer: quiz.shortAnswer))
    drill = table
    return next(keeping: event.map { [$0] } ?? [])
  }

  private mutating func undo() -> [AppMessage] {
    guard let events = drill?.session?.undo(at: desk.now) else { return [] }
    let answered = drill?.session?.results.count ?? 0
    let kept = drill?.entries.prefix(answered).map { $0 } ?? []
    drill?.entries = kept
    let dealing = dealing()
    if stop.isWanted { return [] }
    return dealing.map { keep(events) + [.drill(.dealt($0))] } ?? next(keeping: events)
  }

  /// Goes on after a lesson was looked at: the card on the table gets other numbers, since the lesson
  /// may have told its answer.
  private mutating func resume(_ language: CourseLanguage) -> [AppMessage] {
    changeLanguage(to: language)
    guard drill?.session?.redraw() != nil else { return next() }
    return dealing().map { [.drill(.dealt($0))] } ?? next()
  }

  private mutating func changeLanguage(to language: CourseLanguage) {
    guard var table = drill else { return }
    let old = table
    table = DrillTable(collection(in: language))
    table.session = old.session
    table.entries = old.entries
    drill = table
  }

  private mutating func end() -> [AppMessage] {
    guard let table = drill, let session = table.session else { return [] }
    drill?.session = nil
    player = nil
    guard !table.entries.isEmpty || session.plan.mode == .interview else {
      return [.drill(.opened(overview(of: table)))]
    }
    let due = session.history.memories.filter { !session.history.suspended.contains($0.key) }
    return [
      .drill(
        .ended(
          DrillReport(
            plan: session.plan, entries: table.entries, unreached: session.unreached,
            seconds: max(0, desk.now - session.start),
            nextDue: due.values.map(\.due).min().map { max(0, $0 - desk.now) })))
    ]
  }
}

extension LessonPlayer {
  /// A question of a step that was played.
  fileprivate func question(_ id: String, in step: Int) -> ComputedQuiz? {
    var player = self
    return player.step(step).quizzes.first { $0.id == id }
  }
}

extension ComputedQuiz {
  /// The right answer where a line has room for it; empty where it is a program or a table.
  fileprivate var shortAnswer: String {
    switch kind {
    case .choice, .choices:
      choices.filter(\.correct).map { Inline.plainText($0.text) }.joined(separator: " | ")
    case .number, .shape, .text: answerText
    case .order, .line, .recall, .table, .code: ""
    }
  }
}
