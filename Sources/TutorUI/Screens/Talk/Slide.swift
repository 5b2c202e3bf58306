import Language
import Lessons
import Math

/// A step cut into the pieces that are shown to a class one at a time.
struct Slide: Sendable, Hashable {
  /// One thing more to be seen of a block of the step.
  struct Piece: Sendable, Hashable {
    /// The block, by its place in the step.
    var block: Int
    /// How much of it is then shown.
    var extent: Extent
  }

  /// How much of a block is shown.
  enum Extent: Sendable, Hashable {
    /// All of it.
    case whole
    /// A list's first items, or the first points of an answer.
    case items(Int)
    /// A program without what it gives.
    case source
    /// A program's derivation up to a row of one of its parts.
    case rows(part: Int, Int)
    /// A question without its choices.
    case asked
    /// A question with its choices, and without its answer.
    case offered
  }

  /// The pieces in the order they come.
  let pieces: [Piece]

  /// Cuts a step.
  init(_ step: ComputedStep) {
    pieces = step.blocks.enumerated().flatMap { index, block in
      // A heading comes with what stands below it.
      let isHead = block.isHeading && index + 1 < step.blocks.count
      return isHead ? [] : Self.extents(of: block).map { Piece(block: index, extent: $0) }
    }
  }

  /// How much of each block is shown once some pieces are, by its place in the step.
  func extents(shown: Int) -> [Int: Extent] {
    var extents: [Int: Extent] = [:]
    for piece in pieces.prefix(max(1, shown)) { extents[piece.block] = piece.extent }
    return extents
  }

  /// How much of each block is shown in the end.
  var whole: [Int: Extent] { extents(shown: pieces.count) }

  private static func extents(of block: ComputedBlock) -> [Extent] {
    switch block {
    case .list(_, let items): items.indices.dropLast().map { .items($0 + 1) } + [.whole]
    case .program(let program): extents(of: program)
    case .quiz(let quiz): extents(of: quiz)
    case .heading, .paragraph, .quote, .table, .formula, .code, .problem: [.whole]
    }
  }

  private static func extents(of program: ComputedProgram) -> [Extent] {
    let ways = program.program.presentations
    var extents: [Extent] = program.hasSource ? [.source] : []
    for (index, part) in program.parts.enumerated() where ways.contains(.steps) {
      guard let derivation = part.derivation else { continue }
      // The other parts begin with the first one.
      let first = StepProgress.beginning(of: derivation) + (index == 0 ? 0 : 1)
      guard first <= derivation.steps.count else { continue }
      extents += (first...derivation.steps.count).map { .rows(part: index, $0) }
    }
    let hasMore = ways.contains { $0.isPicture && $0 != .steps }
    let tells = extents.contains { if case .rows = $0 { true } else { false } }
    if !tells || hasMore || program.comparison?.verdict != nil { return extents + [.whole] }
    return extents
  }

  private static func extents(of quiz: ComputedQuiz) -> [Extent] {
    guard quiz.problem == nil else { return [.whole] }
    switch quiz.kind {
    case .choice, .choices, .order, .line: return [.asked, .offered, .whole]
    case .number, .shape, .text, .code, .table: return [.offered, .whole]
    case .recall: return [.asked] + quiz.points.indices.map { .items($0 + 1) } + [.whole]
    }
  }
}

extension ComputedBlock {
  /// Whether it stands over what follows.
  var isHeading: Bool { if case .heading = self { true } else { false } }
}

extension ComputedProgram {
  /// Whether there is something to see before what the program gives: its inputs or its source.
  fileprivate var hasSource: Bool {
    let ways = program.presentations
    if !inputs.isEmpty { return ways.contains { $0 != .hide } }
    if ways.isEmpty { return !parts.allSatisfy(\.givesNothing) }
    if ways.contains(.compare) { return true }
    if ways.contains(.error) { return parts.contains { $0.hasLines } }
    guard let way = ways.first(where: \.isPicture) else { return false }
    return way == .graph || parts.last?.hasHead(way) == true
  }
}

extension ComputedProgram.Part {
  /// Whether its last line stands over what is shown of its value in some way.
  func hasHead(_ way: Program.Presentation) -> Bool {
    switch way {
    case .steps: derivation != nil || outcome.value.numbers != nil
    case .table: outcome.value.numbers != nil
    case .plot, .heat: outcome.drawings.isEmpty && outcome.value.numbers != nil
    case .bars, .graph, .frames, .print, .hide, .compare, .error: false
    }
  }

  /// Whether nothing was printed, drawn or left as a value.
  fileprivate var givesNothing: Bool {
    outcome.printed.isEmpty && outcome.text == nil && outcome.drawings.isEmpty
      && outcome.diagnostic == nil && outcome.warnings.isEmpty
  }

  /// Whether its source is more than one line.
  fileprivate var hasLines: Bool {
    source.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) } > 1
  }
}
