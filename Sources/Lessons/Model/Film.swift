import Language
import Math

/// What a `frames` program gave: pictures of one thing as it changes, shown one after the other.
///
/// What stands in a frame stands in each of them, so that nothing moves but what changes.
public struct Film: Sendable, Hashable {
  /// One thing in every frame, by the frames in their order.
  public enum Track: Sendable, Hashable {
    /// Texts of one line or several.
    case text([String])
    /// The numbers of a curve so far.
    case curve([[Double]])
    /// Matrices of one shape, as shades.
    case shades([Tensor])
  }

  /// What stands in the frames, from left to right.
  public var tracks: [Track]
  /// How many frames there are.
  public var count: Int

  /// The most frames: a quarter of a minute.
  public static let most = 120

  /// Why a value is no film, as a sentence.
  public struct Fault: Error, Sendable, Hashable {
    /// The sentence.
    public var message: String
  }

  /// Reads a list with a value for each frame, or a tuple of values.
  public init(_ value: Snapshot) throws(Fault) {
    guard case .list(let items) = value, !items.isEmpty else {
      throw Fault(
        message: "The value of a `frames` program is a list with something for each frame.")
    }
    guard items.count <= Self.most else {
      throw Fault(message: "There are \(items.count) frames, and \(Self.most) are the most.")
    }
    count = items.count
    let frames = items.map(Self.pieces)
    tracks = []
    for place in 0..<(frames.map(\.count).max() ?? 0) {
      tracks.append(try Self.track(at: place, of: frames))
    }
  }

  /// Every line of a text in every frame.
  public var texts: [String] {
    tracks.flatMap { track in
      guard case .text(let texts) = track else { return [String]() }
      return texts.flatMap {
        $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
    }
  }

  private static func pieces(of frame: Snapshot) -> [Snapshot] {
    if case .tuple(let pieces) = frame { pieces } else { [frame] }
  }

  private static func track(
    at place: Int, of frames: [[Snapshot]]
  ) throws(Fault) -> Track {
    let pieces = frames.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    guard pieces.count == frames.count else {
      throw Fault(message: "Thing \(place + 1) of a frame is not in every one of them.")
    }
    let texts = pieces.compactMap(text)
    if texts.count == pieces.count { return .text(texts) }
    let curves = pieces.compactMap(curve)
    if curves.count == pieces.count { return .curve(curves) }
    let shades = pieces.compactMap(shades)
    if shades.count == pieces.count {
      guard let odd = shades.firstIndex(where: { $0.shape != shades[0].shape }) else {
        return .shades(shades)
      }
      throw Fault(message: "The matrix in frame \(odd + 1) has another shape than the first one.")
    }
    let odd = pieces.firstIndex {
      Self.text($0) == nil && Self.curve($0) == nil && Self.shades($0) == nil
    }
    guard let odd else {
      throw Fault(
        message: "Thing \(place + 1) of a frame is not of one kind in all of them: a text, "
          + "numbers or a matrix.")
    }
    throw Fault(
      message: "Thing \(place + 1) of frame \(odd + 1) is neither a text, nor a vector or list of "
        + "numbers, nor a matrix.")
  }

  private static func text(_ piece: Snapshot) -> String? {
    if case .string(let text) = piece { text } else { nil }
  }

  private static func curve(_ piece: Snapshot) -> [Double]? {
    switch piece {
    case .tensor(let tensor): return tensor.shape.count == 1 ? tensor.doubles : nil
    case .list(let items):
      let numbers = items.compactMap(\.number)
      return numbers.count == items.count ? numbers : nil
    default: return nil
    }
  }

  private static func shades(_ piece: Snapshot) -> Tensor? {
    if case .tensor(let tensor) = piece {
      return tensor.shape.count == 2 && tensor.count > 0 ? tensor : nil
    }
    guard case .list = piece, let rows = piece.matrix, let width = rows.first?.count, width > 0
    else { return nil }
    return Tensor(shape: [rows.count, width], storage: .float64(rows.flatMap { $0 }))
  }
}
