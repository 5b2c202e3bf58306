import Lessons

extension App {
  /// Takes what became of something the drill asked for.
  mutating func take(_ message: DrillMessage) -> [AppEffect] {
    switch message {
    case .dueCounted(let count): due = count
    case .counted(let counted):
      let scroll = statistics?.scroll ?? 0
      statistics = StatisticsState(statistics: counted, scroll: scroll)
    case .opened(let overview): openMenu(overview)
    case .empty(let overview):
      openMenu(overview)
      notice = Notice(.noCards)
    case .dealt(let dealing): return deal(dealing)
    case .replaced(let dealing, let isSame): return replace(dealing, isSame: isSame)
    case .graded(let grade):
      drill?.grade = grade
      lesson?.focus = .reading
      layOut()
    case .ended(let report):
      lesson = nil
      drill?.phase = .report
      drill?.isAway = false
      drill?.report = report
      drill?.card = nil
      drill?.grade = nil
      drill?.choice = 0
      drill?.scroll = 0
    case .looked(let seconds): return look(seconds)
    }
    return []
  }

  private mutating func openMenu(_ overview: DrillOverview) {
    if drill?.isOnCard == true { lesson = nil }
    let menu = drill?.menu ?? DrillMenu()
    drill = DrillState(overview: overview)
    drill?.menu = menu
    overlays = []
  }

  /// Puts a card on the table.
  private mutating func deal(_ dealing: CardDealing) -> [AppEffect] {
    if drill == nil { drill = DrillState(overview: DrillOverview()) }
    drill?.phase = .card
    drill?.isAway = false
    drill?.card = dealing
    drill?.grade = nil
    drill?.isGrading = false
    drill?.secondsLeft = dealing.secondsLeft
    lesson = LessonState(card: dealing)
    overlays = []
    layOut()
    let effects = focusQuiz(dealing.card.id.quiz)
    let rows = bodyRows
    lesson?.standing.scroll = 0
    if let lines = lesson?.lines(ofQuiz: dealing.card.id.quiz) {
      lesson?.show(lines: lines, rows: rows)
    }
    return effects + (dealing.secondsLeft == nil ? [] : [.drill(.wake)])
  }

  /// Takes the same card with other numbers, or in another language.
  private mutating func replace(_ dealing: CardDealing, isSame: Bool) -> [AppEffect] {
    guard isSame, var old = lesson, old.isCard else {
      notice = Notice(.freshDrawn)
      return deal(dealing)
    }
    let fresh = LessonState(card: dealing)
    old.lesson = fresh.lesson
    old.step = fresh.step
    lesson = old
    drill?.card = dealing
    layOut()
    // What was said to the answer is said again in this language.
    let quiz = dealing.card.id.quiz
    guard let state = old.quizzes[quiz], state.verdict != nil, let judged = state.judged else {
      return []
    }
    return [.rejudge(quiz: quiz, judged, step: old.index)]
  }

  /// Comes back to the drill from a lesson it had opened.
  mutating func comeBack() -> [AppEffect] {
    drill?.isAway = false
    guard drill?.phase == .card else { return [.listCourse(language)] }
    return [.drill(.resume(language)), .listCourse(language)]
  }

  // MARK: The clock

  /// Asks for the time while a session runs against it.
  func lookAtClock() -> [AppEffect] {
    guard let drill, drill.phase == .card, drill.secondsLeft != nil else { return [] }
    return [.drill(.look)]
  }

  private mutating func look(_ seconds: Double?) -> [AppEffect] {
    drill?.secondsLeft = seconds
    guard let seconds, drill?.phase == .card else { return [] }
    // Who reads a lesson, or has answered, is not thrown out; an interview ends when its time does.
    if seconds <= 0, drill?.isOnCard == true, drill?.card?.mode == .interview {
      return [.drill(.end)]
    }
    return seconds > 0 ? [.drill(.wake)] : []
  }

  // MARK: The menu and the report

  private func changeRetention(by step: Int) -> [AppEffect] {
    guard let now = drill?.overview.retention else { return [] }
    let next = DrillMenu.retention(after: now, by: step)
    return next == now ? [] : [.drill(.keepRetention(next, language))]
  }

  /// Does what a command asks of the menu.
  mutating func performDrillMenu(_ command: Command) -> [AppEffect] {
    guard let menu = drill?.menu else { return [] }
    let rows = DrillMenu.Row.allCases
    switch command {
    case .up: drill?.menu.row = rows[max(0, menu.row.rawValue - 1)]
    case .down: drill?.menu.row = rows[min(rows.count - 1, menu.row.rawValue + 1)]
    case .left where menu.row == .retention: return changeRetention(by: -1)
    case .right where menu.row == .retention: return changeRetention(by: 1)
    case .left, .right:
      let topics = drill?.overview.topics.map(\.name) ?? []
      drill?.menu.change(by: command == .left ? -1 : 1, topics: topics)
    case .open:
      guard let mode = menu.row.mode else { return performDrillMenu(.right) }
      return [.drill(.begin(menu.plan(mode), language, seed: nil))]
    case .statistics: return [.drill(.count(language))]
    case .resumeSuspended: return [.drill(.resumeSuspended(language))]
    case .close: return leaveDrill()
    default: break
    }
    return []
  }

  private mutating func leaveDrill() -> [AppEffect] {
    drill = nil
    return [.listCourse(language), .drill(.countDue)]
  }

  /// Does what a command asks of the report.
  mutating func performReport(_ command: Command) -> [AppEffect] {
    guard let drill, let report = drill.report else { return [] }
    let misses = report.misses
    switch command {
    case .up: moveReport(to: drill.choice - 1, misses.count)
    case .down: moveReport(to: drill.choice + 1, misses.count)
    case .pageUp: scrollReport(by: -max(1, bodyRows - 2))
    case .pageDown: scrollReport(by: max(1, bodyRows - 2))
    case .teach:
      guard misses.indices.contains(drill.choice) else { return leaveDrill() }
      guard let place = misses[drill.choice].card.teaching else {
        notice = Notice(.noTeaching)
        return []
      }
      self.drill?.isAway = true
      return [.openLesson(place.lesson, language, step: place.step)]
    case .drillMisses:
      guard !misses.isEmpty else { return [] }
      let plan = DrillPlan(mode: .cram, only: misses.map(\.card.id))
      return [.drill(.begin(plan, language, seed: nil))]
    case .drill: return [.drill(.open(language))]
    case .close: return leaveDrill()
    default: break
    }
    return []
  }

  private mutating func moveReport(to choice: Int, _ count: Int) {
    guard var drill else { return }
    drill.choice = max(0, min(count - 1, choice))
    if let lines = ReportView(drill: drill, app: self)?.chosenLines {
      drill.scroll = max(drill.scroll, lines.upperBound - bodyRows)
      // With the first one the head is seen again.
      drill.scroll = drill.choice == 0 ? 0 : min(drill.scroll, lines.lowerBound)
    }
    self.drill = drill
  }

  private mutating func scrollReport(by lines: Int) {
    guard var drill, let view = ReportView(drill: drill, app: self) else { return }
    drill.scroll = max(0, min(view.plate.lines.count - bodyRows, drill.scroll + lines))
    self.drill = drill
  }

  // MARK: Footers

  /// Whether a binding of the drill would do something now.
  func isAvailableInDrill(_ binding: Binding) -> Bool {
    guard let drill else { return false }
    let isInterview = drill.card?.mode == .interview
    switch (binding.context, binding.command) {
    case (.card, .hint):
      return !isInterview && (cardQuiz.flatMap { lesson?.hasMoreHints($0) } ?? false)
    case (.card, .reveal): return !isInterview
    case (.card, .fresh): return !isInterview && cardQuiz?.isDrawn == true
    case (.card, .undo): return drill.card?.canUndo == true
    case (.card, .next): return lesson?.focus == .reading
    case (.graded, .rateAgain): return drill.card?.mode == .review
    case (.graded, .teach): return drill.card?.card.teaching != nil
    case (.drillMenu, .resumeSuspended): return drill.overview.suspended > 0
    case (.drillMenu, .left), (.drillMenu, .right): return drill.menu.row.mode == nil
    case (.report, .teach), (.report, .up), (.report, .down), (.report, .drillMisses):
      return drill.report?.misses.isEmpty == false
    default: return true
    }
  }

  /// What space does on a card.
  var cardPhrase: Phrase { .answer }
}

extension LessonState {
  /// A card as a lesson of one step.
  init(card dealing: CardDealing) {
    self.init(
      LessonOpening(
        id: dealing.card.id.lesson, lesson: dealing.lesson, part: "",
        seen: [dealing.step.index], step: dealing.step.flat.card(dealing.card)))
    isCard = true
  }
}

extension ComputedStep {
  /// What a card shows of its step: the question, and where it has no numbers of its own, or stands
  /// in the bank, what comes before it.
  func card(_ card: Card) -> ComputedStep {
    var step = self
    guard let place = blocks.firstIndex(where: { $0.quizID == card.id.quiz }) else { return self }
    if card.isDrawn, card.source == .lesson {
      step.title = ""
      step.blocks = [blocks[place]]
    } else {
      step.blocks = blocks[..<place].filter { $0.quizID == nil } + [blocks[place]]
    }
    return step
  }
}

extension ComputedBlock {
  /// The name of the question it is.
  fileprivate var quizID: String? {
    if case .quiz(let quiz) = self { quiz.id } else { nil }
  }
}
