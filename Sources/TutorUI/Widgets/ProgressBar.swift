/// A bar that is filled as far as something is done.
struct ProgressBar {
  /// How much is done.
  var done: Int
  /// How much there is.
  var total: Int

  /// The bar, exactly as wide as asked; something done always shows, and full means all.
  func line(columns: Int) -> StyledLine {
    guard columns > 0, total > 0 else { return StyledLine() }
    var filled = min(columns, columns * max(0, done) / total)
    if done > 0 { filled = max(1, filled) }
    if done < total { filled = min(filled, columns - 1) }
    return StyledLine([
      .init(String(repeating: "▓", count: filled), Style(.bar)),
      .init(String(repeating: "░", count: columns - filled), Style(.dim)),
    ])
  }
}
