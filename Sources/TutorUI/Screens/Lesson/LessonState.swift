import Lessons
import Math

/// An open lesson: where the learner is, what was answered, and the page that is seen.
struct LessonState: Sendable, Hashable {
  /// The lesson's name in the course.
  var id: String
  /// The lesson in the language of the screen.
  var lesson: Lesson
  /// The title of the part of the course it stands in.
  var part: String
  /// The step on the screen, computed.
  var step: ComputedStep
  /// The same step before the last change of an input.
  var previous: ComputedStep?
  /// How far the learner has come in each step.
  var standings: [Int: StepStanding]
  /// What the learner did with each question.
  var quizzes: [String: QuizState] = [:]
  /// Questions answered rightly in earlier sittings.
  var earlier: Set<String>
  /// Whether it is a card of the drill: one question, with what it needs of its step.
  var isCard = false
  /// How it is shown to a class; nil where it is read by a learner.
  var talk: Talk?
  /// What the keys are talking to.
  var focus = Focus.reading
  /// A number being typed into an input.
  var typing: AnswerField?
  /// Whether all digits are shown.
  var isFull = false
  /// The step laid out.
  var page = Page()
  /// What was laid out before.
  private var cache = LayoutCache()
  /// The texts of the step on the screen as a class saw them last.
  private var prose = SlideProse()

  /// Opens a lesson at its first step to show.
  init(_ opening: LessonOpening) {
    id = opening.id
    lesson = opening.lesson
    part = opening.part
    step = opening.step.flat
    standings = [:]
    for index in opening.seen { standings[index] = StepStanding(isSeen: true) }
    earlier = opening.answered
    takeUpQuizzes()
  }

  /// The number of the step on the screen.
  var index: Int { step.index }

  /// What the lesson is called in the history.
  var name: String { lesson.id.isEmpty ? id : lesson.id }

  /// How far the learner has come in the step on the screen.
  var standing: StepStanding {
    get { standings[step.index] ?? StepStanding() }
    set { standings[step.index] = newValue }
  }

  /// The block that waits for the learner, if one does.
  var waiting: ComputedBlock? {
    StepProgress.waiting(in: step, standing, quizzes).map { step.blocks[$0] }
  }

  /// Makes a state for each question of the step that has none.
  mutating func takeUpQuizzes() {
    for quiz in step.quizzes where quizzes[quiz.id] == nil {
      var state = QuizState(for: quiz)
      if earlier.contains(quiz.id) {
        state.standing = .right
        state.isFromBefore = true
      }
      quizzes[quiz.id] = state
    }
  }

  /// Lays the step out for a screen of some width.
  mutating func layOut(columns: Int, language: CourseLanguage) {
    if let talk {
      page = prose.page(
        of: SlideLayout(
          step: step, previous: previous, talk: talk, films: standing.films, quizzes: quizzes,
          focus: focus,
          typing: typing, isFull: isFull, language: language, columns: columns))
      return
    }
    let layout = StepLayout(
      step: step, previous: previous, standing: standing,
      quizzes: step.quizzes.reduce(into: [:]) { $0[$1.id] = quizzes[$1.id] }, focus: focus,
      typing: typing, isFull: isFull, language: language, columns: columns)
    page = cache.page(of: layout)
  }

  /// Keeps the scroll within the page.
  mutating func clampScroll(rows: Int) {
    standing.scroll = max(0, min(standing.scroll, page.rows - rows))
  }

  /// Whether there are lines below those seen.
  func hasMoreBelow(rows: Int) -> Bool { standing.scroll + rows < page.rows }

  /// How far the next page is: its first line is the first block that is not seen whole by now, so
  /// that no picture is cut that a screen has room for.
  func rowsToNextPage(rows: Int) -> Int {
    let seen = standing.scroll..<(standing.scroll + rows)
    let cut = page.blocks.filter { $0.upperBound > seen.upperBound }
      .min { $0.lowerBound < $1.lowerBound }
    guard let cut, cut.count <= rows, cut.lowerBound > seen.lowerBound else {
      return max(1, rows - 2)
    }
    return cut.lowerBound - seen.lowerBound
  }

  /// Scrolls as little as it takes to see some lines, the first of them in any case.
  mutating func show(lines: Range<Int>, rows: Int) {
    if lines.upperBound > standing.scroll + rows { standing.scroll = lines.upperBound - rows }
    if lines.lowerBound < standing.scroll + page.titleRows {
      standing.scroll = lines.lowerBound - page.titleRows
    }
    clampScroll(rows: rows)
  }

  /// The lines on which something of a question stands.
  func lines(ofQuiz id: String) -> Range<Int>? {
    let rows = page.targets.filter { $0.spot.quiz == id }.map(\.row)
    guard let first = rows.min(), let last = rows.max() else { return nil }
    return first..<(last + 1)
  }
}

extension Spot {
  /// The question it belongs to, if it does.
  var quiz: String? {
    switch self {
    case .choice(let quiz, _), .field(let quiz), .blank(let quiz, _), .code(let quiz): quiz
    case .cell, .input, .film: nil
    }
  }
}
