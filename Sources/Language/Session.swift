import Math

/// A scope that programs run in, one after the other, sharing their variables.
public final class Session {
  /// Makes an empty scope with `torch`, `nn`, `F` and `math` in it and the generator seeded.
  ///
  /// - Parameters:
  ///   - limits: how far a program may go before it is stopped.
  ///   - seed: what `torch.manual_seed` would be called with.
  public init(limits: Limits = .standard, seed: UInt64 = 0) {}

  /// Runs a program and tells what came of it; never traps, never hangs.
  public func run(_ source: String) -> Outcome { Outcome() }

  /// Runs a program and derives the value of its final expression, operation by operation.
  public func explain(_ source: String) -> (outcome: Outcome, derivation: Derivation?) {
    (Outcome(), nil)
  }

  /// Formats the value of an expression as `f"{expression:spec}"` would.
  public func format(_ expression: String, spec: String) -> Result<String, Diagnostic> {
    .success("")
  }

  /// The value of a variable, if there is one of that name.
  public func value(of name: String) -> Snapshot? { nil }

  /// Gives a variable a tensor, as an edited input does.
  public func assign(_ name: String, _ tensor: Tensor) {}

  /// The learner's own variables, in the order they were first given a value.
  public var variables: [(name: String, value: Snapshot)] { [] }

  /// A copy whose variables can change without this one's changing.
  public func fork() -> Session { Session() }

  /// Whether a REPL should run this text now, or wait for more lines (open bracket, open block).
  public static func isComplete(_ source: String) -> Bool { true }

  /// What could stand at the cursor (a UTF-8 offset into `source`): names, attributes, keyword
  /// arguments and their values.
  public func completions(of source: String, at cursor: Int) -> [Completion] { [] }
}

/// How far a program may go before it is stopped with an error that says so.
public struct Limits: Sendable, Hashable {
  /// Evaluated nodes of the syntax tree.
  public var steps: Int
  /// Numbers in one tensor, and in all tensors together.
  public var elements: Int
  /// Calls within calls.
  public var depth: Int
  /// Characters printed.
  public var output: Int

  /// Makes limits.
  public init(
    steps: Int = 50_000_000, elements: Int = 50_000_000, depth: Int = 200, output: Int = 1_000_000
  ) {
    self.steps = steps
    self.elements = elements
    self.depth = depth
    self.output = output
  }

  /// What a lesson, the REPL and `nabla eval` are given.
  public static let standard = Limits()
}

/// One thing that could stand at the cursor.
public struct Completion: Sendable, Hashable {
  /// The whole word as it would stand in the source.
  public var text: String
  /// How many bytes before the cursor it replaces.
  public var replaces: Int
  /// A word on what it is: `function`, `module`, `keyword`, a shape.
  public var detail: String

  /// Makes a completion.
  public init(text: String, replaces: Int, detail: String) {
    self.text = text
    self.replaces = replaces
    self.detail = detail
  }
}
