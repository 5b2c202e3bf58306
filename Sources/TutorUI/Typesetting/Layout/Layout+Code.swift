extension Layout {
  /// Sets code behind a quiet rule; lines too long go on, further in, on the next.
  static func code(_ text: String, language: String, width: Int) -> [StyledLine] {
    let bar = StyledLine("▏ ", Style(.border))
    let inner = max(4, width - 2)
    var lines: [StyledLine] = []
    var quote: PythonText.Quote?
    for source in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line: StyledLine
      if PythonText.isPython(language) {
        line = PythonText.line(String(source), quote: &quote)
      } else {
        line = StyledLine(String(source), Style(.code))
      }
      lines += line.wrapped(width: inner).map { $0.prefixed(by: bar) }
    }
    while lines.last?.columns == 2 { lines.removeLast() }
    return lines
  }
}

extension StyledLine {
  /// The line cut into lines of at most `width` columns; those after the first stand further in.
  func wrapped(width: Int, hanging: Int = 2) -> [StyledLine] {
    guard columns > width else { return [self] }
    let glyphs = runs.flatMap { run in run.text.unicodeScalars.map { Glyph($0, run.style) } }
    let start = glyphs.prefix { $0.scalar == " " }.count
    let indent = min(start + hanging, width / 2)
    var lines: [StyledLine] = []
    var begin = 0
    while begin < glyphs.count {
      let room = lines.isEmpty ? width : width - indent
      let end = Self.end(of: glyphs, from: begin, room: max(2, room))
      let line = StyledLine(glyphs: glyphs[begin..<end])
      lines.append(lines.isEmpty ? line : line.indented(by: indent))
      begin = end
      while begin < glyphs.count, glyphs[begin].scalar == " " { begin += 1 }
    }
    return lines
  }

  /// Where a line of code that begins at `begin` ends: at a space or after a comma if there is one
  /// far enough to the right.
  private static func end(of glyphs: [Glyph], from begin: Int, room: Int) -> Int {
    var end = begin
    var columns = 0
    while end < glyphs.count, columns + glyphs[end].columns <= room {
      columns += glyphs[end].columns
      end += 1
    }
    guard end < glyphs.count, end > begin else { return max(end, begin + 1) }
    var cut = end
    while cut > begin + room / 2 {
      if glyphs[cut].scalar == " " || glyphs[cut - 1].scalar == "," { return cut }
      cut -= 1
    }
    return end
  }
}
