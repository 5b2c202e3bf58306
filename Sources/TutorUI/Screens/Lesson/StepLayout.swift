import Lessons
import Math

/// Lays out what is shown of a step: its blocks in order, up to the first one that waits.
struct StepLayout: Sendable, Hashable {
  /// The step, computed.
  var step: ComputedStep
  /// The step before the last change of an input.
  var previous: ComputedStep?
  /// How far the learner has come.
  var standing: StepStanding
  /// What the learner did with the step's questions.
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

  /// The columns that what stands at the right needs to be seen uncut; 0 where nothing is known of it.
  var needed = 0

  /// From how many columns on text and tables stand side by side.
  static let sideBySide = 100

  /// The page; texts that were laid out before are taken from the cache.
  func page(_ prose: inout ProseCache) -> Page {
    columns >= Self.sideBySide && step.blocks.contains(where: \.isLive)
      ? twoColumns(&prose) : oneColumn(&prose)
  }

  private func oneColumn(_ prose: inout ProseCache) -> Page {
    let wide = max(1, columns - 4)
    var plate = title(columns: min(wide, Self.measure))
    var blocks = BlockRows()
    for block in visibleBlocks {
      let piece = self.plate(
        of: block, columns: block.isWide ? min(wide, 110) : min(wide, Self.measure), &prose)
      guard !piece.lines.isEmpty else { continue }
      plate.space()
      blocks.add(block, plate.lines.count, piece)
      plate.append(piece)
    }
    var page = Page(left: plate)
    page.blocks = blocks.rows
    page.leftAt = columns >= 24 ? 2 : 0
    return page
  }

  private func twoColumns(_ prose: inout ProseCache) -> Page {
    let leftColumns = leftColumns
    var page = Page(left: title(columns: leftColumns), right: Plate())
    page.rightAt = 2 + leftColumns + 5
    let rightColumns = columns - page.rightAt - 2
    var right = Plate()
    var blocks = BlockRows()
    var groupRow = 0
    var isInGroup = true
    for block in visibleBlocks {
      if block.isLive {
        let piece = plate(of: block, columns: rightColumns, &prose)
        guard !piece.lines.isEmpty else { continue }
        right.space()
        while right.lines.count < groupRow { right.append(StyledLine()) }
        blocks.add(block, right.lines.count, piece)
        right.append(piece)
        isInGroup = false
      } else {
        let piece = plate(of: block, columns: leftColumns, &prose)
        guard !piece.lines.isEmpty else { continue }
        page.left.space()
        if !isInGroup { groupRow = page.left.lines.count }
        isInGroup = true
        blocks.add(block, page.left.lines.count, piece)
        page.left.append(piece)
      }
    }
    page.right = right
    page.blocks = blocks.rows
    return page
  }

  /// The most columns a line of text takes.
  static let measure = 76

  private func title(columns: Int) -> Plate {
    guard !step.title.isEmpty else { return Plate() }
    return Plate(lines: Layout.lines(of: step.title, width: columns, style: Style(.heading, .bold)))
  }

  /// The blocks up to the first one that waits for the learner, that one among them.
  private var visibleBlocks: [ComputedBlock] {
    var blocks: [ComputedBlock] = []
    for block in step.blocks {
      blocks.append(block)
      if StepProgress.isWaiting(block, standing, quizzes) { break }
    }
    return blocks
  }

  private func plate(
    of block: ComputedBlock, columns: Int, _ prose: inout ProseCache
  ) -> Plate {
    switch block {
    case .program(let program): plate(of: program, columns: columns)
    case .quiz(let quiz):
      QuizView(
        quiz: quiz, state: quizzes[quiz.id] ?? QuizState(for: quiz),
        isFocused: focus.quiz == quiz.id, language: language
      ).plate(columns: columns)
    case .problem(let finding): Plate(lines: ProblemView.lines(finding, columns: columns, language))
    default: prosePlate(of: block, columns: columns, &prose)
    }
  }

  private func prosePlate(
    of block: ComputedBlock, columns: Int, _ prose: inout ProseCache
  ) -> Plate {
    if let known = prose[block, columns] { return Plate(lines: known) }
    let lines = text(block, columns: columns)
    prose[block, columns] = lines
    return Plate(lines: lines)
  }

  /// Text, the numbers in it that the last change of an input changed marked.
  private func text(_ block: ComputedBlock, columns: Int) -> [StyledLine] {
    guard let previous, let index = step.blocks.firstIndex(of: block),
      previous.blocks.indices.contains(index), previous.blocks[index] != block,
      let marked = ChangedNumbers(before: previous.blocks[index]).mark(block).text
    else { return block.text.map { Layout.lines(of: $0, width: columns) } ?? [] }
    return Layout.lines(of: marked, width: columns).map(ChangedNumbers.style)
  }

  private func plate(of program: ComputedProgram, columns: Int) -> Plate {
    ProgramView(
      program: program, previous: previous?.program(program.index), standing: standing,
      focus: focus, typing: typing, isFull: isFull, language: language
    ).plate(columns: columns)
  }
}
