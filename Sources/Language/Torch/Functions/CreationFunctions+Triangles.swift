import Math

extension CreationFunctions {
  /// The places of a matrix that a rule on row and column keeps.
  static func triangle(_ call: Call, _ keeps: (Int, Int) -> Bool) throws -> Value {
    let (rows, columns) = (try call.int(0), try call.int(1))
    try call.interpreter.checkShape([rows, columns])
    var kept: (rows: [Int64], columns: [Int64]) = ([], [])
    try inStretches(rows * columns) { place in
      let (row, column) = (place / columns, place % columns)
      if keeps(row, column) {
        kept.rows.append(Int64(row))
        kept.columns.append(Int64(column))
      }
    }
    return .tensor(TensorObject(Tensor(kept.rows + kept.columns, shape: [2, kept.rows.count])))
  }
}
