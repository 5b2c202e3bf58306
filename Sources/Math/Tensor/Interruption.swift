/// What a long computation asks its surroundings while it runs.
///
/// Whoever starts the computation binds the questions for its duration; without them nothing is asked.
///
/// One value holds both: a task-local closure by itself crashes in optimised code (Swift 6.3).
public struct Interruption: Sendable {
  /// Whether somebody wants the computation to end; what it gives then does not matter.
  public var isWanted: (@Sendable () -> Bool)?
  /// How many bytes of memory the process uses.
  public var memoryInUse: (@Sendable () -> Int)?

  /// Makes the questions that can be asked.
  public init(
    isWanted: (@Sendable () -> Bool)? = nil, memoryInUse: (@Sendable () -> Int)? = nil
  ) {
    self.isWanted = isWanted
    self.memoryInUse = memoryInUse
  }

  /// The questions that are bound now.
  @TaskLocal public static var current = Interruption()

  /// Whether somebody wants the computation that runs here to end.
  public static var isWantedNow: Bool { current.isWanted?() == true }

  /// Leaves a computation whose end is wanted.
  public static func check() throws(TensorError) {
    if isWantedNow { throw .interrupted }
  }

  /// How many elements are computed between two questions: a few milliseconds' worth at most.
  @usableFromInline static let elements = 1 << 17

  /// About how many multiplications are done between two questions: a few milliseconds' worth.
  static let stretch = 1 << 22
}
