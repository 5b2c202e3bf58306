import Lessons
import Math

extension StepLayout {
  /// The columns of the text at the left; a table or a graph whose ends would be cut gets some.
  var leftColumns: Int {
    let usual = min(Self.measure, (columns - 7) * 9 / 20)
    return max(min(usual, Self.narrowest), min(usual, columns - Self.margins - needed))
  }

  /// The fewest columns that text is given then.
  private static let narrowest = 32

  /// The columns beside and between the two.
  private static let margins = 9

  /// The columns that derivations and graphs of the step need to be seen uncut.
  var measured: Int {
    step.programs.reduce(0) { max($0, needed(by: $1)) }
  }

  private func needed(by program: ComputedProgram) -> Int {
    let ways = program.program.presentations
    guard !ways.contains(.compare), let part = program.parts.last else { return 0 }
    if ways.contains(.graph), let graph = part.graph {
      return GraphView(graph: graph, language: language).columns
    }
    guard ways.contains(.steps), let derivation = part.derivation else { return 0 }
    return DerivationView(
      derivation: derivation, open: derivation.steps.count, language: language
    ).columns
  }
}

/// The rows of a page's blocks, collected as they are laid out.
struct BlockRows {
  private(set) var rows: [Range<Int>] = []
  private var heading: Int?

  /// Notes where a block stands; a heading goes with the block below it.
  mutating func add(_ block: ComputedBlock, _ row: Int, _ piece: Plate) {
    if block.isHeading {
      heading = heading ?? row
    } else {
      rows.append((heading ?? row)..<row + piece.lines.count)
      heading = nil
    }
  }
}
