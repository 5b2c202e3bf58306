/// Where a node stands in its source, as UTF-8 offsets.
struct SourceRange: Sendable, Hashable {
  var start: Int32
  var end: Int32

  init(_ start: Int, _ end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }

  /// The range from the start of this one to the end of another.
  func to(_ other: SourceRange) -> SourceRange {
    SourceRange(Int(start), Int(other.end))
  }
}

/// A range together with the text it is a range of.
struct SourcePlace: Sendable, Hashable {
  var source: Source
  var range: SourceRange
}
