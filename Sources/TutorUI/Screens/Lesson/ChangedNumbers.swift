import Lessons

/// Marks the computed numbers of a text that are not what they were.
struct ChangedNumbers {
  /// The same text before.
  var before: ComputedBlock

  /// The text with each changed number underlined.
  func mark(_ block: ComputedBlock) -> ComputedBlock {
    switch (before, block) {
    case (.paragraph(let old), .paragraph(let new)): .paragraph(Self.mark(new, old))
    case (.heading(_, let old), .heading(let level, let new)):
      .heading(level: level, Self.mark(new, old))
    case (.list(_, let old), .list(let start, let new)):
      .list(start: start, items: Self.pairs(new, old).map { Self.mark($0, $1) })
    case (.quote(let old), .quote(let new)): .quote(Self.mark(new, old))
    case (.table(let oldHeader, _, let old), .table(let header, let alignments, let new)):
      .table(
        header: Self.pairs(header, oldHeader).map { Self.mark($0, $1) }, alignments: alignments,
        rows: Self.pairs(new, old).map { row, before in
          Self.pairs(row, before).map { Self.mark($0, $1) }
        })
    default: block
    }
  }

  /// Gives underlined numbers the style of changed ones.
  static func style(_ line: StyledLine) -> StyledLine {
    StyledLine(
      line.runs.map { run in
        let isChanged = run.style.role == .number && run.style.attributes.contains(.underline)
        return isChanged ? .init(run.text, Style(.changed, .underline)) : run
      })
  }

  private static func mark(_ new: [ComputedBlock], _ old: [ComputedBlock]) -> [ComputedBlock] {
    pairs(new, old).map { ChangedNumbers(before: $1).mark($0) }
  }

  private static func mark(_ new: [Inline], _ old: [Inline]) -> [Inline] {
    pairs(new, old).map { new, old in
      switch (new, old) {
      case (.number(let now), .number(let then)) where now != then:
        .link([new], destination: "")
      case (.emphasis(let now), .emphasis(let then)): .emphasis(mark(now, then))
      case (.strong(let now), .strong(let then)): .strong(mark(now, then))
      case (.link(let now, let destination), .link(let then, _)):
        .link(mark(now, then), destination: destination)
      default: new
      }
    }
  }

  /// Each thing with what stood in its place; with itself where nothing did.
  private static func pairs<Thing>(_ new: [Thing], _ old: [Thing]) -> [(Thing, Thing)] {
    new.enumerated().map { ($1, old.indices.contains($0) ? old[$0] : $1) }
  }
}
