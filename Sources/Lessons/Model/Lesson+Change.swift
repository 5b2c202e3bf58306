extension Lesson {
  /// The first step that is not as it was in an earlier reading; nil where all are.
  ///
  /// Where a step stands in the file does not count: a line added above moves all below it.
  public func firstChange(since old: Lesson) -> Int? {
    let shared = min(steps.count, old.steps.count)
    if let index = (0..<shared).first(where: { steps[$0].placeless != old.steps[$0].placeless }) {
      return index
    }
    guard steps.count != old.steps.count, !steps.isEmpty else { return nil }
    return min(shared, steps.count - 1)
  }
}

extension Lesson.Step {
  fileprivate var placeless: Lesson.Step {
    var step = self
    step.line = 0
    step.blocks = blocks.map(\.placeless)
    return step
  }
}

extension Block {
  fileprivate var placeless: Block {
    switch self {
    case .paragraph(let inlines): .paragraph(inlines.map(\.placeless))
    case .heading(let level, let inlines): .heading(level: level, inlines.map(\.placeless))
    case .list(let start, let items):
      .list(start: start, items: items.map { $0.map(\.placeless) })
    case .quote(let blocks): .quote(blocks.map(\.placeless))
    case .table(let header, let alignments, let rows):
      .table(
        header: header.map { $0.map(\.placeless) }, alignments: alignments,
        rows: rows.map { $0.map { $0.map(\.placeless) } })
    case .formula, .code: self
    case .program(var program): .program(program.moved(to: 0))
    case .quiz(let quiz): .quiz(quiz.placeless)
    case .problem(var finding): .problem(finding.moved(to: 0))
    }
  }
}

extension Program {
  fileprivate mutating func moved(to line: Int) -> Program {
    self.line = line
    return self
  }
}

extension Finding {
  fileprivate mutating func moved(to line: Int) -> Finding {
    self.line = line
    return self
  }
}

extension Quiz {
  fileprivate var placeless: Quiz {
    var quiz = self
    quiz.line = 0
    quiz.places = [:]
    quiz.ask = ask.map(\.placeless)
    quiz.because = because.map(\.placeless)
    quiz.hints = hints.map { $0.map(\.placeless) }
    quiz.items = items.map { $0.map(\.placeless) }
    quiz.points = points.map { $0.map(\.placeless) }
    quiz.model = model.map(\.placeless)
    quiz.choices = choices.map { choice in
      Choice(
        text: choice.text.map(\.placeless), correct: choice.correct,
        say: choice.say.map(\.placeless))
    }
    quiz.mistakes = mistakes.map { Mistake(value: $0.value, say: $0.say.map(\.placeless)) }
    return quiz
  }
}

extension Inline {
  fileprivate var placeless: Inline {
    switch self {
    case .computed(let expression, let format, _):
      .computed(expression: expression, format: format, line: 0)
    case .emphasis(let inner): .emphasis(inner.map(\.placeless))
    case .strong(let inner): .strong(inner.map(\.placeless))
    case .link(let inner, let destination): .link(inner.map(\.placeless), destination: destination)
    default: self
    }
  }
}
