import Lessons
import Math

/// One frame of a film in a place that has room for each of them, so that nothing jumps.
struct FilmView {
  /// The film.
  var film: Film
  /// Which frame is seen.
  var standing: FilmStanding
  /// The program that made it, by its number in the lesson.
  var program: Int
  /// Whether the keys step through it.
  var isFocused: Bool
  /// The language of the screen's own words.
  var language: CourseLanguage

  /// The columns between two things that stand side by side, and the fewest of a curve.
  private static let gap = 3
  private static let fewest = 24

  private var frame: Int { max(0, min(film.count - 1, standing.frame)) }

  /// Texts of one line that say what each frame is.
  private var caption: [String]? {
    guard case .text(let texts)? = film.tracks.first, film.tracks.count > 1,
      !texts.contains(where: { $0.contains(where: \.isNewline) })
    else { return nil }
    return texts
  }

  private var tracks: ArraySlice<Film.Track> {
    caption == nil ? film.tracks[...] : film.tracks.dropFirst()
  }

  /// The frame, with what can be pointed at.
  func plate(columns: Int) -> Plate {
    var plate = Plate(lines: [head(columns: columns)])
    plate.lines += sideBySide(columns: columns) ?? stack(columns: columns)
    // It can be pressed anywhere, and the keys have it by its first line.
    plate.targets = plate.lines.indices.map {
      Target(spot: .film(program), row: $0, column: 0, columns: columns)
    }
    return plate
  }

  /// The frame for reading line by line.
  func stacked(columns: Int) -> [StyledLine] {
    (caption.map { Layout.lines(of: $0[frame], width: columns) } ?? [])
      + tracks.flatMap { lines(of: $0, columns: columns) }
  }

  // MARK: The head

  private func head(columns: Int) -> StyledLine {
    let number = "\(frame + 1)/\(film.count)"
    let widest = "\(film.count)/\(film.count)".count
    let sign = standing.isPlaying ? "▶" : frame + 1 < film.count ? "▷" : "■"
    let bar = ProgressBar(done: frame + 1, total: film.count).line(columns: min(16, film.count))
    var line = StyledLine(sign + " ", Style(.accent))
    line = line + bar + StyledLine("  " + number, Style(.dim)).padded(to: widest + 4)
    if let caption { line = line + StyledLine(caption[frame], Style(.text, .bold)) }
    if isFocused {
      line = line + StyledLine("  ← →", Style(.key, .bold))
    }
    return line.cut(to: columns)
  }

  // MARK: What stands in it

  /// The tracks beside each other, where the curves have enough room then.
  private func sideBySide(columns: Int) -> [StyledLine]? {
    guard tracks.count > 1 else { return nil }
    let fixed = tracks.map { width(of: $0, columns: columns) }
    let curves = fixed.count { $0 == nil }
    let free = columns - fixed.reduce(0) { $0 + ($1 ?? 0) } - Self.gap * (fixed.count - 1)
    guard free >= curves * Self.fewest, curves > 0 || free >= 0 else { return nil }
    var whole = Plate()
    var column = 0
    for (track, width) in zip(tracks, fixed) {
      let width = width ?? min(48, free / max(1, curves))
      let piece = Plate(lines: lines(of: track, columns: width))
      whole = column == 0 ? piece : whole.beside(piece, at: column)
      column += width + Self.gap
    }
    return whole.lines
  }

  private func stack(columns: Int) -> [StyledLine] {
    tracks.flatMap { lines(of: $0, columns: columns) }
  }

  /// The columns a track takes; nil for a curve, which takes what there is.
  private func width(of track: Film.Track, columns: Int) -> Int? {
    switch track {
    case .curve: nil
    case .text(let texts):
      texts.reduce(0) { widest, text in
        max(widest, Self.lines(text).reduce(0) { max($0, CharacterWidth.columns(of: $1)) })
      }
    case .shades(let tensors):
      map(tensors, 0).lines(columns: columns).reduce(0) { max($0, $1.columns) }
    }
  }

  /// A track's lines in this frame, as many as in every other.
  private func lines(of track: Film.Track, columns: Int) -> [StyledLine] {
    switch track {
    case .text(let texts):
      let lines = Self.lines(texts[frame]).map { StyledLine($0, Style(.number)).cut(to: columns) }
      let most = texts.reduce(0) { max($0, Self.lines($1).count) }
      return lines + Array(repeating: StyledLine(), count: most - lines.count)
    case .curve(let curves):
      let lines = plot(curves, frame).lines(columns: columns)
      let poorest = curves.indices.max { Self.lost(curves[$0]) < Self.lost(curves[$1]) }
      let most = plot(curves, poorest ?? frame).height(columns: columns)
      return lines + Array(repeating: StyledLine(), count: max(0, most - lines.count))
    case .shades(let tensors): return map(tensors, frame).lines(columns: columns)
    }
  }

  private func plot(_ curves: [[Double]], _ frame: Int) -> CurvePlot {
    CurvePlot(curves[frame], among: curves, language: language)
  }

  /// How many numbers of a curve cannot be drawn, which a line below it tells.
  private static func lost(_ curve: [Double]) -> Int { curve.count { !$0.isFinite } }

  private func map(_ tensors: [Tensor], _ frame: Int) -> HeatMap {
    let finite = tensors.flatMap(\.doubles).filter(\.isFinite)
    return HeatMap(
      tensor: tensors[frame], language: language,
      span: (low: finite.min() ?? 0, high: finite.max() ?? 0))
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
