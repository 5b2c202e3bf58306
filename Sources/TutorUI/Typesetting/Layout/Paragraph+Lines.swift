extension Paragraph {
  /// A stretch that stays on one line, and the columns of the space before it.
  private struct Chunk {
    var glyphs: Range<Int>
    var columns: Int
    var space: Int
    var isForced: Bool
  }

  /// The columns of the widest stretch that cannot be broken.
  var widestChunk: Int { chunks(atMost: .max).reduce(0) { max($0, $1.columns) } }

  /// The columns the paragraph would take on one line as long as it likes.
  var natural: Int {
    var widest = 0
    var columns = 0
    for glyph in glyphs {
      columns = glyph.opportunity == .forced ? 0 : columns + glyph.columns
      widest = max(widest, columns)
    }
    return widest
  }

  /// The paragraph in lines of at most `width` columns, as even as they can be without a line more
  /// than necessary.
  func lines(width: Int) -> [StyledLine] {
    let limit = max(width, 2)
    let chunks = chunks(atMost: limit)
    var lines: [StyledLine] = []
    var start = 0
    while start < chunks.count {
      var end = start + 1
      while end < chunks.count, !chunks[end].isForced { end += 1 }
      append(chunks[start..<end], limit: limit, to: &lines)
      start = end
    }
    return lines
  }

  private func append(_ chunks: ArraySlice<Chunk>, limit: Int, to lines: inout [StyledLine]) {
    var start = chunks.startIndex
    for end in breaks(of: chunks, limit: limit) {
      let range = chunks[start].glyphs.lowerBound..<chunks[end - 1].glyphs.upperBound
      lines.append(StyledLine(glyphs: glyphs[range]))
      start = end
    }
  }

  /// The stretches between the places where lines may end; those too long are cut.
  private func chunks(atMost limit: Int) -> [Chunk] {
    var chunks: [Chunk] = []
    var chunk = Chunk(glyphs: 0..<0, columns: 0, space: 0, isForced: false)
    func close(at index: Int) {
      chunk.glyphs = chunk.glyphs.lowerBound..<index
      if chunk.columns > 0 || chunk.isForced { chunks.append(chunk) }
    }
    func open(at index: Int, space: Int = 0, isForced: Bool = false) {
      chunk = Chunk(glyphs: index..<index, columns: 0, space: space, isForced: isForced)
    }
    for (index, glyph) in glyphs.enumerated() {
      switch glyph.opportunity {
      case .none where chunk.columns + glyph.columns <= limit:
        chunk.columns += glyph.columns
      case .none:
        let cut = cut(chunk.glyphs.lowerBound..<index, limit: limit)
        let isSpace = cut < index && glyphs[cut].scalar == " "
        close(at: cut)
        open(at: isSpace ? cut + 1 : cut, space: isSpace ? 1 : 0)
        chunk.columns = glyphs[chunk.glyphs.lowerBound...index].reduce(0) { $0 + $1.columns }
      case .free:
        close(at: index)
        open(at: index)
        chunk.columns = glyph.columns
      case .space:
        close(at: index)
        open(at: index + 1, space: chunks.isEmpty ? 0 : 1)
      case .forced:
        close(at: index)
        open(at: index + 1, isForced: true)
      }
    }
    close(at: glyphs.count)
    return chunks
  }

  /// Where a stretch that is too long for a line is cut: at a space or after a comma in a long piece
  /// of code or mathematics, else after a bracket or the like, else at the width.
  private func cut(_ range: Range<Int>, limit: Int) -> Int {
    let least = range.lowerBound + limit / 3
    for index in range.reversed() where index > least {
      switch glyphs[index].scalar {
      case " ": return index
      case "," where index + 1 < range.upperBound: return index + 1
      default: break
      }
    }
    for index in range.reversed() where index > least {
      switch glyphs[index].scalar {
      case "(", "_", "/", "=": return index + 1
      case "." where index + 1 < glyphs.count && !Self.isDigit(glyphs[index + 1].scalar):
        return index + 1
      default: break
      }
    }
    return range.upperBound
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Where each line ends, by index of the chunk after it.
  ///
  /// Of all ways with the fewest lines, the one whose lines leave the least uneven room at their
  /// ends; the last line may be short, but not forlorn.
  private func breaks(of chunks: ArraySlice<Chunk>, limit: Int) -> [Int] {
    let first = chunks.startIndex
    let count = chunks.count
    let lineCost = 4 * (limit + 1) * (limit + 1)
    var cost = Array(repeating: Int.max, count: count + 1)
    var from = Array(repeating: 0, count: count + 1)
    cost[0] = 0
    for end in 1...max(count, 1) where end <= count {
      var columns = 0
      var start = end - 1
      while start >= 0 {
        let next = start + 1 < end ? chunks[first + start + 1].space : 0
        columns += chunks[first + start].columns + next
        guard columns <= limit || start == end - 1 else { break }
        let room = limit - columns
        let last = chunks[first + end - 1]
        let isHyphenated = end < count && glyphs[last.glyphs.upperBound - 1].scalar == "-"
        let isShort = start > 0 && columns * 8 < limit
        let ragged =
          end < count ? room * room + (isHyphenated ? 16 : 0) : isShort ? limit * limit / 4 : 0
        if cost[start] < .max, cost[start] + ragged + lineCost < cost[end] {
          cost[end] = cost[start] + ragged + lineCost
          from[end] = start
        }
        start -= 1
      }
    }
    var ends: [Int] = []
    var end = count
    while end > 0 {
      ends.append(first + end)
      end = from[end]
    }
    return ends.reversed()
  }
}
