import Foundation
import Math

/// The operations as a textbook writes them, for comparison; slow, and unsafe for large logits.
enum Twin {
  static func exp(_ x: Double) -> Double { Foundation.exp(x) }
  static func log(_ x: Double) -> Double { Foundation.log(x) }

  static func softmax(_ z: [Double]) -> [Double] {
    let sum = z.map(exp).reduce(0, +)
    return z.map { exp($0) / sum }
  }

  static func logSumExp(_ z: [Double]) -> Double { log(z.map(exp).reduce(0, +)) }

  /// Applies a function to each column, and gives the result row by row.
  static func columns(_ rows: [[Double]], _ function: ([Double]) -> [Double]) -> [Double] {
    let columns = rows[0].indices.map { column in function(rows.map { $0[column] }) }
    return rows.indices.flatMap { row in columns.map { $0[row] } }
  }

  static func product(_ inputs: [Tensor]) -> [Double] {
    let (a, b) = (inputs[0], inputs[1])
    return (0..<a.shape[0]).flatMap { i in
      (0..<b.shape[1]).map { j in
        (0..<a.shape[1]).reduce(0) { sum, k in
          sum + a.doubles[i * a.shape[1] + k] * b.doubles[k * b.shape[1] + j]
        }
      }
    }
  }
}
