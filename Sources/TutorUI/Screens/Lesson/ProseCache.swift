import Lessons

/// The texts of a step as they were last laid out, so that typing an answer lays out no prose.
struct ProseCache: Sendable, Hashable {
  private struct Key: Hashable {
    var block: ComputedBlock
    var columns: Int
  }

  private var lines: [Key: [StyledLine]] = [:]

  /// The lines of a text, where it was laid out for this width before.
  subscript(block: ComputedBlock, columns: Int) -> [StyledLine]? {
    get { lines[Key(block: block, columns: columns)] }
    set { lines[Key(block: block, columns: columns)] = newValue }
  }
}
