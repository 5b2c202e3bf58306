import Lessons

/// A question where it stands in the lesson: what is asked, the answer, and what is said to it.
struct QuizView {
  /// The question, drawn.
  var quiz: ComputedQuiz
  /// What the learner did with it.
  var state: QuizState
  /// Whether the keys are talking to it.
  var isFocused: Bool
  /// The language of the screen's own words.
  var language: CourseLanguage

  /// The question within a width, a bar at its left.
  func plate(columns: Int) -> Plate {
    let inner = max(4, columns - 2)
    var plate = Plate(lines: Layout.lines(of: quiz.ask, width: inner))
    if let problem = quiz.problem {
      plate.space()
      plate.lines += say(.cannotBeAsked, Style(.wrong, .bold), inner)
      plate.lines += ProblemView.lines(problem, columns: inner, language)
    } else {
      plate.space()
      plate.append(answer(columns: inner))
      var rows = QuestionRows(quiz: quiz.id, rows: 0..<0)
      rows.verdict = added(to: &plate) {
        appendVerdict(to: &$0, columns: inner)
        appendReasons(to: &$0, columns: inner)
      }
      for index in quiz.hints.indices.prefix(state.isResolved ? 0 : state.hints) {
        rows.hint = added(to: &plate) { appendHint(index, to: &$0, columns: inner) }
      }
      plate.questions = [rows]
    }
    if quiz.isDrawn { plate.append(seed.cut(to: inner)) }
    if !plate.questions.isEmpty { plate.questions[0].rows = 0..<plate.lines.count }
    return plate.indented(by: 2, with: StyledLine("▌", barStyle))
  }

  /// The lines that something adds below; nil where it adds none.
  private func added(to plate: inout Plate, _ add: (inout Plate) -> Void) -> Range<Int>? {
    let start = plate.lines.count
    add(&plate)
    return start < plate.lines.count ? start..<plate.lines.count : nil
  }

  /// What the numbers were drawn from, so that they can be drawn again.
  private var seed: StyledLine {
    StyledLine(Wording.text(.seed, in: language, "\(quiz.seed)"), Style(.dim))
  }

  private var barStyle: Style {
    switch state.standing {
    case .right: Style(.correct)
    case .revealed, .skipped: Style(.dim)
    case .open: Style(isFocused ? .accent : .border)
    }
  }

  private func answer(columns: Int) -> Plate {
    switch quiz.kind {
    case .choice, .choices:
      ChoiceList(quiz: quiz, state: state, isFocused: isFocused).plate(columns: columns)
    case .number, .shape, .text: field(columns: columns)
    case .order, .line:
      OptionList(quiz: quiz, state: state, isFocused: isFocused).plate(columns: columns)
    case .recall: recall(columns: columns)
    case .table:
      BlankTable(quiz: quiz, state: state, isFocused: isFocused).plate(columns: columns)
    case .code: CodePad(quiz: quiz, state: state, isFocused: isFocused).plate(columns: columns)
    }
  }

  /// What was said or written, then the points to compare it with.
  private func recall(columns: Int) -> Plate {
    guard state.isOpen || state.isResolved else {
      var plate = Plate(lines: say(.sayIt, Style(.dim), columns))
      plate.append(field(columns: columns, width: columns - 4))
      return plate
    }
    var plate = Plate()
    if let written = state.fields.first?.text, !written.isEmpty {
      plate.lines += Layout.lines(of: written, width: columns, style: Style(.code))
      plate.space()
    }
    if !state.isResolved { plate.lines += say(.tickPoints, Style(.dim), columns) }
    plate.append(OptionList(quiz: quiz, state: state, isFocused: isFocused).plate(columns: columns))
    if state.isResolved, state.standing != .skipped, !quiz.model.isEmpty {
      plate.space()
      plate.lines += say(.modelAnswer, Style(.accent, .bold), columns)
      plate.lines += Layout.lines(of: quiz.model, width: columns)
    }
    return plate
  }

  private func field(columns: Int, width: Int = 30) -> Plate {
    let field = state.fields.first ?? AnswerField()
    let width = max(4, min(width, columns - 4))
    let shown = field.line(columns: width, style: Style(.code))
    let lead = StyledLine(isFocused ? "▸ " : "  ", Style(.accent))
    var plate = Plate(lines: [lead + shown.line])
    plate.targets = [Target(spot: .field(quiz: quiz.id), row: 0, column: 2, columns: width)]
    if isFocused { plate.cursor = Position(column: 2 + min(shown.cursor, width - 1), row: 0) }
    return plate
  }

  private func appendVerdict(to plate: inout Plate, columns: Int) {
    if quiz.kind == .recall, state.isResolved {
      for remark in state.verdict?.remarks ?? [] {
        plate.space()
        plate.lines += Layout.lines(of: remark[language], width: columns, style: Style(.accent))
      }
      if state.standing == .revealed { return }
    }
    if let verdict = state.verdict, state.standing == .open || state.standing == .right {
      plate.space()
      plate.lines += VerdictText(verdict: verdict, language: language).lines(columns: columns)
      return
    }
    let line: (Phrase, Style)? =
      switch state.standing {
      case .open: nil
      case .right: (state.isFromBefore ? .answeredBefore : .right, Style(.correct, .bold))
      case .revealed:
        (quiz.kind.isTyped ? .revealed : .revealedAbove, Style(.accent, .bold))
      case .skipped: (.skipped, Style(.dim))
      }
    guard let (phrase, style) = line else { return }
    plate.space()
    plate.lines += say(phrase, style, columns)
    if state.standing == .revealed { appendAnswer(to: &plate, columns: columns) }
  }

  private func appendAnswer(to plate: inout Plate, columns: Int) {
    switch quiz.kind {
    case .choice, .choices, .table, .order, .line, .recall: break
    case .number, .shape, .text:
      plate.append(StyledLine("  " + quiz.answerText, Style(.number, .bold)).cut(to: columns))
    case .code:
      let block = Block.code(language: "python", quiz.answerText)
      plate.lines += Layout.lines(of: block, width: columns)
    }
  }

  private func appendHint(_ index: Int, to plate: inout Plate, columns: Int) {
    let head = Wording.text(.hintNumber, in: language, "\(index + 1)", "\(quiz.hints.count)")
    plate.space()
    plate.append(StyledLine(head, Style(.accent)))
    plate.lines += Layout.lines(of: quiz.hints[index], width: columns)
  }

  private func appendReasons(to plate: inout Plate, columns: Int) {
    guard state.standing == .right || state.standing == .revealed, !quiz.because.isEmpty else {
      return
    }
    plate.space()
    plate.lines += Layout.lines(of: quiz.because, width: columns)
  }

  private func say(_ phrase: Phrase, _ style: Style, _ columns: Int) -> [StyledLine] {
    let sign =
      switch phrase {
      case .right, .answeredBefore: "✓ "
      case .cannotBeAsked: "! "
      default: ""
      }
    return Layout.lines(of: sign + Wording.text(phrase, in: language), width: columns, style: style)
  }
}

extension Quiz.Kind {
  /// Whether the answer is typed, and is shown below the place where it is.
  fileprivate var isTyped: Bool {
    switch self {
    case .number, .code, .shape, .text: true
    case .choice, .choices, .table, .order, .line, .recall: false
    }
  }
}
