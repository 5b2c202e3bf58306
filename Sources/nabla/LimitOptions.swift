import ArgumentParser
import Language

/// How far a program may go before it is stopped.
struct LimitOptions: ParsableArguments {
  @Option(help: "Stop after so many evaluated nodes of the syntax tree.")
  var maxSteps = Limits.standard.steps

  @Option(help: "Stop where one tensor would hold more numbers, or one list more items.")
  var maxNumbers = Limits.standard.elements

  @Option(help: "Stop where calls within calls go deeper.")
  var maxDepth = Limits.standard.depth

  @Option(help: "Stop after so many printed characters.")
  var maxOutput = Limits.standard.output

  /// The limits that were asked for.
  var limits: Limits {
    Limits(steps: maxSteps, elements: maxNumbers, depth: maxDepth, output: maxOutput)
  }

  /// The deepest that the stack has room for.
  static let deepest = 400

  func validate() throws {
    for (name, value) in [
      ("--max-steps", maxSteps), ("--max-numbers", maxNumbers), ("--max-depth", maxDepth),
      ("--max-output", maxOutput),
    ] where value < 1 {
      throw ValidationError("'\(name)' wants a number from 1 on, but \(value) was given.")
    }
    guard maxDepth <= Self.deepest else {
      throw ValidationError(
        "'--max-depth' is at most \(Self.deepest): deeper calls have no room on the stack.")
    }
  }
}
