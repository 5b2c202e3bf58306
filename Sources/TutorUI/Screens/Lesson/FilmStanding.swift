/// Which frame of a film is seen, and whether it is moving.
struct FilmStanding: Sendable, Hashable {
  /// The frame, counted from 0.
  var frame = 0
  /// Whether the next one comes by itself.
  var isPlaying = false
}
