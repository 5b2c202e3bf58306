import Lessons

extension App {
  /// What the keys are talking to, the innermost first.
  var contexts: [KeyContext] {
    if isComputing { return [.computing] }
    if let overlay = overlays.last { return [overlay.context, .everywhere] }
    switch screen {
    case .home: return [.home, .everywhere]
    case .drillMenu: return [.drillMenu, .everywhere]
    case .report: return [.report, .everywhere]
    case .statistics: return [.statistics, .everywhere]
    case .repl: return [.everywhere]
    case .lesson(let lesson): return contexts(of: lesson, page: .lesson)
    case .card(let lesson): return contexts(of: lesson, page: cardContext)
    case .talk(let lesson):
      return lesson.talk?.counting == nil
        ? contexts(of: lesson, page: .talk) : [.tally, .everywhere]
    }
  }

  private func contexts(of lesson: LessonState, page: KeyContext) -> [KeyContext] {
    switch lesson.focus {
    case .reading: return [page, .everywhere]
    case .cells: return [.cells, .everywhere]
    case .inputs: return [.inputs, .everywhere]
    case .film: return [.film, page, .everywhere]
    case .quiz(let id):
      switch lesson.step.quiz(id)?.kind {
      case .choice, .line: return [.choice, page, .everywhere]
      case .choices: return [.choices, page, .everywhere]
      case .order: return [.order, page, .everywhere]
      case .recall where lesson.quizzes[id]?.isOpen == true:
        return [.choices, page, .everywhere]
      case .number, .shape, .text, .recall: return [.field, .everywhere]
      case .table: return [.blanks, .everywhere]
      case .code: return [.code, .everywhere]
      case nil: return [page, .everywhere]
      }
    }
  }

  mutating func press(_ key: Key) -> [AppEffect] {
    notice = nil
    if key == .control("z") { return [.suspend] }
    if case .repl = screen { return pressInRepl(key) }
    if wakeTalk(with: key) { return [] }
    if case .click(let place) = key { return click(at: place) }
    if case .wheelUp = key { return wheel(-3) }
    if case .wheelDown = key { return wheel(3) }
    if isTooSmall { return KeyTable.command(for: key, in: .everywhere) == .quit ? [.quit] : [] }
    if let effects = type(key) { return effects }
    for context in contexts {
      if let command = KeyTable.command(for: key, in: context) {
        return perform(command, in: context)
      }
    }
    return []
  }

  /// Does what a command asks for, in the context it was asked in.
  mutating func perform(_ command: Command, in context: KeyContext) -> [AppEffect] {
    switch command {
    case .quit: return [.quit]
    case .language: return changeLanguage()
    case .repaint: return [.repaint]
    case .playground: return [.openRepl(after: lesson?.index)]
    case .help where context != .help:
      overlays.append(.help(scroll: 0))
      return []
    default: break
    }
    switch context {
    case .everywhere: return []
    case .home: return performHome(command)
    case .contents, .help, .search, .seed, .cell: return performOverlay(command)
    case .cells: return performCells(command)
    case .inputs: return performInputs(command)
    case .film: return performFilm(command)
    case .choice, .choices, .order, .field, .blanks, .code:
      return lesson?.isCard == true ? performOnCard(command) : performQuiz(command)
    case .lesson: return performLesson(command)
    case .talk: return performTalk(command)
    case .tally: return performTally(command)
    case .notes, .computing, .repl, .replSearch: return []
    case .card, .graded: return performCard(command)
    case .drillMenu: return performDrillMenu(command)
    case .statistics: return performStatistics(command)
    case .report: return performReport(command)
    }
  }

  mutating func changeLanguage() -> [AppEffect] {
    guard !Characters.areASCII else {
      notice = Notice(.onlyASCII)
      return []
    }
    language = language.other
    var effects = [AppEffect.keepLanguage(language), .listCourse(language)]
    if case .statistics = screen { effects.append(.drill(.count(language))) }
    if case .search? = overlays.last { effects.append(.wake(milliseconds: 0)) }
    guard let lesson else { return effects }
    if lesson.isCard { return [.drill(.translate(language))] + effects }
    return [.translate(lesson.id, language, step: lesson.index)] + effects
  }

  /// Gives a key to what is being typed, if something is; nil where it means no text.
  private mutating func type(_ key: Key) -> [AppEffect]? {
    if case .search(let box)? = overlays.last { return typeSearch(key, into: box) }
    if case .seed(let box)? = overlays.last { return typeSeed(key, into: box) }
    guard overlays.isEmpty, let lesson else { return nil }
    if lesson.talk?.counting != nil { return typeTally(key) }
    switch lesson.focus {
    case .quiz(let id): return typeAnswer(key, quiz: id)
    case .inputs: return typeInput(key)
    case .reading, .cells, .film: return nil
    }
  }

  private mutating func performHome(_ command: Command) -> [AppEffect] {
    let lessons = course.lessons
    switch command {
    case .up: choice = max(0, choice - 1)
    case .down: choice = max(0, min(lessons.count - 1, choice + 1))
    case .top: choice = 0
    case .bottom: choice = max(0, lessons.count - 1)
    case .open:
      guard lessons.indices.contains(choice) else { return [] }
      if let problem = lessons[choice].problem {
        notice = Notice(.courseProblem, problem)
        return []
      }
      return [.openLesson(lessons[choice].id, language, step: nil)]
    case .search: return openSearch()
    case .drill: return [.drill(.open(language))]
    case .statistics: return [.drill(.count(language))]
    default: break
    }
    return []
  }
}
