import Lessons

/// A question in front of a class: what is asked, what can be chosen, and in the end the answer.
struct SlideQuiz {
  /// The question, drawn.
  var quiz: ComputedQuiz
  /// How much of it is shown.
  var extent: Slide.Extent
  /// How many hints were given.
  var hints: Int
  /// The hands that were counted.
  var tally: Tally?
  /// Whether they are being counted.
  var isCounting: Bool
  /// Whether each choice has a line below it.
  var isAiry: Bool
  /// The language of the screen's own words.
  var language: CourseLanguage

  private var isAnswered: Bool { extent == .whole }

  /// The question within a width.
  func plate(columns: Int) -> Plate {
    var plate = Plate(lines: Layout.lines(of: quiz.ask, width: columns, style: Style(.text, .bold)))
    if let problem = quiz.problem {
      plate.lines += ProblemView.lines(problem, columns: columns, language)
      return plate
    }
    guard extent != .asked else {
      appendHints(to: &plate, columns: columns)
      return plate
    }
    let body = body(columns: columns)
    if !body.lines.isEmpty {
      plate.space()
      plate.append(body)
    }
    appendTotal(to: &plate)
    appendHints(to: &plate, columns: columns)
    if isAnswered { appendAnswer(to: &plate, columns: columns) }
    return plate
  }

  /// The question as the lesson's widgets draw it.
  private var state: QuizState {
    var state = QuizState(for: quiz)
    if isAnswered {
      state.standing = .revealed
      state.taken = Set(quiz.points.indices)
    }
    return state
  }

  private func body(columns: Int) -> Plate {
    switch quiz.kind {
    case .choice, .choices: choices(columns: columns)
    case .order, .line:
      OptionList(quiz: quiz, state: state, isFocused: false).plate(columns: columns)
    case .table: BlankTable(quiz: quiz, state: state, isFocused: false).plate(columns: columns)
    case .code:
      Plate(
        lines: Layout.lines(
          of: Block.code(language: "python", isAnswered ? quiz.answerText : quiz.starter),
          width: columns))
    case .recall: points(columns: columns)
    case .number, .shape, .text: Plate()
    }
  }

  // MARK: Choices and hands

  private func choices(columns: Int) -> Plate {
    let list = ChoiceList(quiz: quiz, state: state, isFocused: false).plate(columns: columns)
    var plate = Plate()
    for index in quiz.choices.indices {
      let spot = Spot.choice(quiz: quiz.id, index: index)
      for target in list.targets where target.spot == spot {
        plate.append(list.lines[target.row])
      }
      if let line = hands(index, columns: columns) {
        if isCounting, tally?.cursor == index {
          let typed = tally?.counts[index].count ?? 0
          plate.cursor = Position(column: 10 + typed, row: plate.lines.count)
        }
        plate.append(line)
      } else if isAiry, index + 1 < quiz.choices.count {
        plate.append(StyledLine())
      }
    }
    return plate
  }

  /// The line below a choice: its bar once the answer is shown, a place to type while hands are
  /// counted, else nothing that would sway the room.
  private func hands(_ index: Int, columns: Int) -> StyledLine? {
    guard let tally else { return nil }
    if isAnswered { return bar(index, tally, columns: columns) }
    guard isCounting else { return StyledLine() }
    if index == tally.cursor {
      let typed = tally.counts[index]
      let rest = String(repeating: "_", count: 4 - typed.count)
      return StyledLine([
        .init("        ▸ ", Style(.accent)), .init(typed, Style(.number, .bold)),
        .init(rest, Style(.dim)),
      ])
    }
    let sign = tally.hands(index) == nil ? "·" : "✓"
    return StyledLine("          " + sign, Style(.dim))
  }

  private func bar(_ index: Int, _ tally: Tally, columns: Int) -> StyledLine {
    let hands = tally.hands(index) ?? 0
    let most = max(1, quiz.choices.indices.reduce(0) { max($0, tally.hands($1) ?? 0) })
    let room = max(4, min(36, columns - 22))
    let bar = BarChart.rightward(Double(hands) / Double(most), columns: room)
    let style = quiz.choices[index].correct ? Style(.correct) : Style(.bar)
    var line = StyledLine([
      .init("        "), .init(bar, style), .init((bar.isEmpty ? "" : " ") + "\(hands)"),
    ])
    if quiz.kind == .choice, tally.total > 0 {
      let share = (200 * hands + tally.total) / (2 * tally.total)
      line.runs.append(.init("  \(share)%", Style(.dim)))
    }
    return line
  }

  private func appendTotal(to plate: inout Plate) {
    guard let tally, !isAnswered, tally.total > 0 || isCounting else { return }
    let words = Wording.text(.handsCounted, in: language, "\(tally.total)")
    plate.append(StyledLine("        " + words, Style(.dim)))
  }

  // MARK: Answers

  private func points(columns: Int) -> Plate {
    var known = quiz
    if case .items(let count) = extent { known.points = Array(quiz.points.prefix(count)) }
    var state = state
    state.standing = .revealed
    state.taken = Set(known.points.indices)
    return OptionList(quiz: known, state: state, isFocused: false).plate(columns: columns)
  }

  private func appendHints(to plate: inout Plate, columns: Int) {
    guard !isAnswered else { return }
    for (index, hint) in quiz.hints.prefix(hints).enumerated() {
      let head = Wording.text(.hintNumber, in: language, "\(index + 1)", "\(quiz.hints.count)")
      plate.space()
      plate.append(StyledLine(head, Style(.accent)))
      plate.lines += Layout.lines(of: hint, width: columns)
    }
  }

  private func appendAnswer(to plate: inout Plate, columns: Int) {
    switch quiz.kind {
    case .number, .shape, .text:
      plate.space()
      plate.append(
        StyledLine([
          .init(Wording.text(.theAnswer, in: language) + "  ", Style(.accent)),
          .init(quiz.answerText, Style(.number, .bold)),
        ]).cut(to: columns))
    case .recall where !quiz.model.isEmpty:
      plate.space()
      plate.lines += Layout.lines(of: quiz.model, width: columns)
    default: break
    }
    guard !quiz.because.isEmpty else { return }
    plate.space()
    plate.lines += Layout.lines(of: quiz.because, width: columns)
  }
}
