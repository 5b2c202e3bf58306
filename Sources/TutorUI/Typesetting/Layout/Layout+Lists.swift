import Lessons

extension Layout {
  /// Sets a list: bullets or right-aligned numbers, their text hanging beside them.
  static func list(
    _ items: [[Block]], start: Int?, width: Int, style: Style, depth: Int = 0, special: Special
  ) -> [StyledLine] {
    let markers = items.indices.map { marker(start: start, index: $0, depth: depth) }
    let margin = (markers.map { CharacterWidth.columns(of: $0) }.max() ?? 0) + 1
    let inner = max(2, width - margin)
    let isLoose = items.contains { $0.filter { !$0.isList }.count > 1 }
    var lines: [StyledLine] = []
    for (marker, item) in zip(markers, items) {
      if isLoose, !lines.isEmpty { lines.append(StyledLine()) }
      let pad = String(repeating: " ", count: margin - 1 - CharacterWidth.columns(of: marker))
      var prefix = StyledLine("\(pad)\(marker) ", style.playing(.accent))
      let content = Self.item(
        item, width: inner, style: style, depth: depth, isLoose: isLoose, special: special)
      for line in content.isEmpty ? [StyledLine()] : content {
        lines.append(line.runs.isEmpty ? line : line.prefixed(by: prefix))
        prefix = StyledLine(String(repeating: " ", count: margin))
      }
    }
    return lines
  }

  private static func item(
    _ blocks: [Block], width: Int, style: Style, depth: Int, isLoose: Bool, special: Special
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    for block in blocks {
      if isLoose, !lines.isEmpty { lines.append(StyledLine()) }
      if case .list(let start, let items) = block {
        lines += list(
          items, start: start, width: width, style: style, depth: depth + 1, special: special)
      } else {
        lines += Layout.lines(of: block, width: width, style: style, special: special)
      }
    }
    return lines
  }

  private static func marker(start: Int?, index: Int, depth: Int) -> String {
    if let start { return "\(start + index)." }
    switch depth % 3 {
    case 0: return "•"
    case 1: return "–"
    default: return "·"
    }
  }
}

extension Block {
  /// Whether the block is a list.
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
