import Lessons

/// A step cut into the pieces that come one at a time before a room.
///
/// A program comes as its source and then as its result, a question as what it asks and then with its
/// answer; everything else is one piece.
struct Pieces {
  /// The step.
  var step: ComputedStep

  /// Which half of a block a piece is.
  enum Half: Sendable, Hashable { case first, second }

  private var halves: [(block: Int, half: Half)] {
    step.blocks.indices.flatMap { index -> [(block: Int, half: Half)] in
      switch step.blocks[index] {
      case .program, .quiz: [(index, .first), (index, .second)]
      default: [(index, .first)]
      }
    }
  }

  /// How many pieces there are.
  var count: Int { max(1, halves.count) }

  /// The last piece that is shown when so many are.
  func last(of shown: Int) -> (block: ComputedBlock, half: Half)? {
    let all = halves
    guard all.indices.contains(shown - 1) else { return nil }
    return (step.blocks[all[shown - 1].block], all[shown - 1].half)
  }

  /// The blocks that are shown; a program whose result still waits is shown as its source.
  func blocks(_ shown: Int) -> [ComputedBlock] {
    var blocks: [ComputedBlock] = []
    for (index, half) in halves.prefix(shown) {
      let block = step.blocks[index]
      switch (block, half) {
      case (.program(let program), .first):
        blocks.append(.code(language: "python", program.program.source))
      case (_, .first): blocks.append(block)
      case (.program, .second): blocks[blocks.count - 1] = block
      case (_, .second): break
      }
    }
    return blocks
  }

  /// The questions whose answer is shown.
  func answered(_ shown: Int) -> Set<String> {
    var names: Set<String> = []
    for (index, half) in halves.prefix(shown) where half == .second {
      if case .quiz(let quiz) = step.blocks[index] { names.insert(quiz.id) }
    }
    return names
  }
}
