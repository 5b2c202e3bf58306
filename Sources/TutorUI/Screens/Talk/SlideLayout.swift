import Lessons
import Math

/// Lays out what a class sees of a step: its title at the top, and its pieces one below the other,
/// each in the middle of a line.
///
/// What is still to come has its place already, so nothing moves when it comes.
struct SlideLayout {
  /// The step, computed.
  var step: ComputedStep
  /// The step before the last change of an input.
  var previous: ComputedStep?
  /// What is shown of it, and how much room there is.
  var talk: Talk
  /// Where each film of the step is, by its program.
  var films: [Int: FilmStanding] = [:]
  /// How many hints were given, by question.
  var quizzes: [String: QuizState]
  /// What the keys are talking to.
  var focus: Focus
  /// A number being typed into an input.
  var typing: AnswerField?
  /// Whether all digits are shown.
  var isFull: Bool
  /// The language of the screen's own words.
  var language: CourseLanguage
  /// The columns of the whole screen.
  var columns: Int

  /// How generously it is spaced.
  private struct Spacing {
    var gap: Int
    /// The lines left free between the title and what stands below it, beyond the gap.
    var drop = 0
    /// Whether each choice has a line below it.
    var isAiry: Bool
  }

  /// A block as it stands on the page.
  private struct Placed {
    var block: ComputedBlock
    var plate: Plate
  }

  /// The most columns a line of text takes.
  private var measure: Int { max(1, min(72, columns - 2 * (columns >= 60 ? columns / 10 : 2))) }
  private var wide: Int { max(1, min(110, columns - 4)) }

  /// The page; texts that were laid out before are taken from the cache.
  func page(_ prose: inout ProseCache) -> Page {
    let slide = Slide(step)
    var page = Page(leftAt: 0)
    page.titleRows = title.lines.count
    for (gap, isAiry) in [(2, true), (1, true), (1, false)] {
      var spacing = Spacing(gap: gap, isAiry: isAiry)
      let whole = placed(slide.whole, spacing, nil, &prose)
      let rows = assembled(whole, widths: whole, spacing).lines.count
      if rows > talk.rows, isAiry { continue }
      // A short step looks best a little below its title, one without a title near the middle.
      let free = max(0, talk.rows - rows)
      spacing.drop = step.title.isEmpty ? free * 2 / 5 : min(6, free / 4)
      let shown = placed(slide.extents(shown: talk.shown), spacing, focus, &prose)
      page.left = assembled(shown, widths: whole, spacing)
      break
    }
    return page
  }

  /// The blocks that are seen, by their places in the step.
  private func placed(
    _ extents: [Int: Slide.Extent], _ spacing: Spacing, _ focus: Focus?, _ prose: inout ProseCache
  ) -> [Int: Placed] {
    var placed: [Int: Placed] = [:]
    for (index, block) in step.blocks.enumerated() {
      var below = index
      while step.blocks.indices.contains(below + 1), step.blocks[below].isHeading { below += 1 }
      guard let extent = extents[below] else { continue }
      let plate =
        switch block {
        case .program(let program): self.plate(of: program, extent, focus)
        case .quiz(let quiz): self.plate(of: quiz, extent, spacing)
        case .problem(let finding):
          Plate(lines: ProblemView.lines(finding, columns: measure, language))
        default: Plate(lines: text(block, below == index ? extent : .whole, &prose))
        }
      if !plate.lines.isEmpty { placed[index] = Placed(block: block, plate: plate) }
    }
    return placed
  }

  /// The title and the blocks: what is read makes one column in the middle, and everything else
  /// stands in the middle by the width it will have in the end.
  private func assembled(
    _ blocks: [Int: Placed], widths: [Int: Placed], _ spacing: Spacing
  ) -> Plate {
    var plate = title
    plate.lines += Array(repeating: StyledLine(), count: spacing.drop)
    let text = widths.values.filter(\.block.isRead).reduce(0) { max($0, $1.plate.columns) }
    for index in step.blocks.indices {
      guard let placed = blocks[index] else { continue }
      let isUnderHeading = index > 0 && step.blocks[index - 1].isHeading
      if !plate.lines.isEmpty {
        for _ in 0..<(isUnderHeading ? 1 : spacing.gap) { plate.append(StyledLine()) }
      }
      let own = max(placed.plate.columns, widths[index]?.plate.columns ?? 0)
      let width = placed.block.isRead ? max(own, text) : own
      plate.append(placed.plate.indented(by: max(0, (columns - width) / 2)))
    }
    return plate
  }

  private var title: Plate {
    guard !step.title.isEmpty else { return Plate() }
    let lines = Layout.lines(of: step.title, width: measure, style: Style(.heading, .bold))
    return Plate(lines: lines.map { $0.indented(by: max(0, (columns - $0.columns) / 2)) })
  }

  // MARK: Text

  private func text(
    _ block: ComputedBlock, _ extent: Slide.Extent, _ prose: inout ProseCache
  ) -> [StyledLine] {
    let width = block.isWide ? wide : measure
    if let known = prose[block, width] { return cut(known, block, extent) }
    let lines = setText(block, width: width)
    prose[block, width] = lines
    return cut(lines, block, extent)
  }

  /// A list's first items: its lines up to where the next item would begin.
  private func cut(
    _ lines: [StyledLine], _ block: ComputedBlock, _ extent: Slide.Extent
  ) -> [StyledLine] {
    guard case .items(let count) = extent, case .list(let start, let items) = block else {
      return lines
    }
    let seen = ComputedBlock.list(start: start, items: Array(items.prefix(count)))
    let seenLines = seen.text.map { Layout.lines(of: $0, width: measure) } ?? []
    return Array(lines.prefix(seenLines.count))
  }

  private func setText(_ block: ComputedBlock, width: Int) -> [StyledLine] {
    if case .formula(let latex) = block, let formula = try? Formula(latex) {
      return formula.displayed(width: width)
    }
    if let previous, let index = step.blocks.firstIndex(of: block),
      previous.blocks.indices.contains(index), previous.blocks[index] != block,
      let marked = ChangedNumbers(before: previous.blocks[index]).mark(block).text
    {
      return Layout.lines(of: marked, width: width).map(ChangedNumbers.style)
    }
    return block.text.map { Layout.lines(of: $0, width: width) } ?? []
  }

  // MARK: Programs and questions

  private func plate(
    of program: ComputedProgram, _ extent: Slide.Extent, _ focus: Focus?
  ) -> Plate {
    var standing = StepStanding(isSeen: extent == .whole)
    standing.films = films
    if case .rows(let last, let count) = extent {
      for (index, part) in program.parts.enumerated() where index <= last {
        let id = StepStanding.PartID(program: program.index, part: index)
        standing.rows[id] = index < last ? part.derivation?.steps.count : count
      }
    }
    var view = ProgramView(
      program: program, previous: previous?.program(program.index), standing: standing,
      focus: focus ?? .reading, typing: focus == nil ? nil : typing, isFull: isFull,
      language: language)
    switch extent {
    case .source: view.extent = .source
    case .rows: view.extent = .steps
    default: view.extent = .whole
    }
    return view.plate(columns: wide)
  }

  private func plate(of quiz: ComputedQuiz, _ extent: Slide.Extent, _ spacing: Spacing) -> Plate {
    SlideQuiz(
      quiz: quiz, extent: extent, hints: quizzes[quiz.id]?.hints ?? 0,
      tally: talk.tallies[quiz.id], isCounting: talk.counting == quiz.id,
      isAiry: spacing.isAiry, language: language
    ).plate(columns: measure)
  }
}

extension ComputedBlock {
  /// Whether it is text that is read line by line, and not looked at as a whole.
  fileprivate var isRead: Bool {
    switch self {
    case .paragraph, .heading, .list, .quote, .quiz, .problem: true
    case .table, .formula, .code, .program: false
    }
  }
}

/// The texts of a step as they were last laid out for a class.
struct SlideProse: Sendable, Hashable {
  private var cache = ProseCache()
  private var step: Int?
  private var blocks: [[ComputedBlock]] = []

  /// The page of a layout; only texts that changed are laid out again.
  mutating func page(of layout: SlideLayout) -> Page {
    // A text that changed is marked against the one before, which the cache does not know.
    let now = [layout.step.blocks, layout.previous?.blocks ?? []]
    if step != layout.step.index || blocks != now {
      cache = ProseCache()
      step = layout.step.index
      blocks = now
    }
    return layout.page(&cache)
  }
}
