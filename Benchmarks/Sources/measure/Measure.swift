import Math

/// Measures the math module from Swift and prints one JSON object a line: what, and microseconds.
@main
enum Measure {
  static func main() throws {
    for (inputs, hidden, outputs) in [(2, 3, 2), (4, 8, 3), (64, 32, 10)] {
      for batch in [1, 32, 128] { try network(inputs, hidden, outputs, batch) }
    }
    for (rows, columns) in [(4096, 1000), (65536, 10), (1, 50000)] {
      for dtype in [DType.float32, .float64] { try crossEntropy(rows, columns, dtype) }
    }
  }

  private static func network(_ inputs: Int, _ hidden: Int, _ outputs: Int, _ batch: Int) throws {
    var random = RandomGenerator(seed: 1)
    let x = random.normal([batch, inputs], dtype: .float32)
    let y = random.integers([batch], from: 0, below: Int64(outputs))
    var network = Network(inputs: inputs, hidden: hidden, outputs: outputs)
    try report("mlp \(inputs)-\(hidden)-\(outputs) \(batch)") { _ = try network.step(x, y) }
  }

  private static func crossEntropy(_ rows: Int, _ columns: Int, _ dtype: DType) throws {
    var random = RandomGenerator(seed: 1)
    let z = random.normal([rows, columns], dtype: dtype)
    let y = random.integers([rows], from: 0, below: Int64(columns))
    let loss = CrossEntropy()
    try report("cross_entropy \(rows)x\(columns) \(dtype)") {
      _ = try loss.valueAndGradient([z, y])
    }
  }

  /// The median of nine runs, each of as many repetitions as take a twentieth of a second.
  private static func report(_ name: String, _ work: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    func seconds(_ count: Int) throws -> Double {
      let span = try clock.measure { for _ in 0..<count { try work() } }
      return Double(span.components.seconds) + Double(span.components.attoseconds) * 1e-18
    }
    _ = try? seconds(1)
    var count = 1
    while (try? seconds(count)).map({ $0 < 0.05 }) ?? false, count < 1 << 24 { count *= 2 }
    var runs: [Double] = []
    for _ in 0..<9 { if let run = try? seconds(count) { runs.append(run / Double(count)) } }
    runs.sort()
    guard !runs.isEmpty else { return }
    print("{\"name\": \"\(name)\", \"microseconds\": \(runs[runs.count / 2] * 1e6)}")
  }
}
