import Math

/// `torch.einsum`, and products summed over chosen dimensions.
enum Einsum {
  /// Evaluates an equation: every letter a dimension, letters missing on the right summed over.
  static func evaluate(
    _ equation: String, _ operands: [TensorObject], _ run: Interpreter
  ) throws -> TensorObject {
    let text = equation.filter { $0 != " " }
    let sides = text.components(of: "->")
    let terms = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard terms.count == operands.count else {
      throw PythonError.runtime(
        "einsum(): \(terms.count > operands.count ? "fewer" : "more") operands were provided than specified in the equation"
      )
    }
    var lettered: [(letters: [Character], tensor: TensorObject)] = []
    var extra: [Character] = []
    for (place, (term, operand)) in zip(terms, operands).enumerated() {
      let letters = try expand(term, operand.value.rank, place)
      for letter in letters where letter.isNumber && !extra.contains(letter) {
        extra.append(letter)
      }
      lettered.append(try diagonal(letters, operand, run))
    }
    extra.sort()
    let output = try outputLetters(sides, terms, extra)
    var result = lettered[0]
    for next in lettered.dropFirst() { result = try multiply(result, next, run) }
    let summed = result.letters.filter { !output.contains($0) }
    if !summed.isEmpty {
      let dims = summed.compactMap { result.letters.firstIndex(of: $0) }
      result.tensor = try run.apply(Sum(dims: dims), result.tensor)
      result.letters.removeAll { summed.contains($0) }
    }
    let order = output.compactMap { result.letters.firstIndex(of: $0) }
    if order == Array(0..<order.count) { return result.tensor }
    return try run.view(Permute("permute", "PermuteBackward0", order), result.tensor)
  }

  /// The letters of a term; `...` becomes digits, counted from the last dimension.
  private static func expand(_ term: String, _ rank: Int, _ place: Int) throws -> [Character] {
    let parts = term.components(of: "...")
    let named = parts.joined().count
    guard parts.count <= 2, parts.count == 2 ? named <= rank : named == rank else {
      throw PythonError.runtime(
        "einsum(): the number of subscripts in the equation (\(named)) does not match the number of dimensions (\(rank)) for operand \(place) and no ellipsis was given"
      )
    }
    guard parts.count == 2 else { return Array(term) }
    let digits = (0..<(rank - named)).reversed().map { Character("\(9 - $0)") }
    return Array(parts[0]) + digits + Array(parts[1])
  }

  private static func outputLetters(
    _ sides: [String], _ terms: [String], _ extra: [Character]
  ) throws -> [Character] {
    if sides.count == 2,
      let foreign = sides[1].first(where: { $0.isLetter && !terms.joined().contains($0) })
    {
      throw PythonError.runtime(
        "einsum(): output subscript \(foreign) does not appear in the equation for any input operand"
      )
    }
    guard sides.count == 2 else {
      let all = terms.joined().filter { $0 != "." }
      return extra + Set(all.filter { letter in all.count { $0 == letter } == 1 }).sorted()
    }
    let parts = sides[1].components(of: "...")
    return parts.count == 2 ? Array(parts[0]) + extra + Array(parts[1]) : Array(sides[1])
  }

  /// A term in which a letter comes twice: its diagonal.
  private static func diagonal(
    _ letters: [Character], _ tensor: TensorObject, _ run: Interpreter
  ) throws -> (letters: [Character], tensor: TensorObject) {
    var unique: [Character] = []
    for letter in letters where !unique.contains(letter) { unique.append(letter) }
    if unique.count == letters.count { return (letters, tensor) }
    let strides = Shape.strides(tensor.shape)
    let shape = unique.map { letter in tensor.shape[letters.firstIndex(of: letter) ?? 0] }
    let steps = unique.map { letter in
      zip(letters, strides).reduce(0) { $0 + ($1.0 == letter ? $1.1 : 0) }
    }
    let places = try Shape.offsets(shape: shape, strides: steps)
    return (
      unique,
      try run.apply(Choose("diagonal", "DiagonalBackward0", places: places, shape: shape), tensor)
    )
  }

  /// The product of two lettered tensors, over all letters of both.
  private static func multiply(
    _ a: (letters: [Character], tensor: TensorObject),
    _ b: (letters: [Character], tensor: TensorObject),
    _ run: Interpreter
  ) throws -> (letters: [Character], tensor: TensorObject) {
    let all = a.letters + b.letters.filter { !a.letters.contains($0) }
    for letter in a.letters where b.letters.contains(letter) {
      let (m, n) = (length(letter, a), length(letter, b))
      if m != n && m != 1 && n != 1 {
        throw PythonError.runtime(
          "einsum(): subscript \(letter) has size \(n) for operand 1 which does not broadcast with previously seen size \(m)"
        )
      }
    }
    return (all, try run.apply(Multiply(), aligned(a, all, run), aligned(b, all, run)))
  }

  private static func length(
    _ letter: Character, _ term: (letters: [Character], tensor: TensorObject)
  ) -> Int {
    term.letters.firstIndex(of: letter).map { term.tensor.shape[$0] } ?? 1
  }

  /// A tensor with its dimensions in the order of letters, and length one where it lacks a letter.
  private static func aligned(
    _ term: (letters: [Character], tensor: TensorObject), _ all: [Character], _ run: Interpreter
  ) throws -> TensorObject {
    let order = all.compactMap { term.letters.firstIndex(of: $0) }
    var tensor = term.tensor
    if order != Array(0..<order.count) {
      tensor = try run.view(Permute("permute", "PermuteBackward0", order), tensor)
    }
    let shape = all.map { letter in length(letter, term) }
    return shape == tensor.shape
      ? tensor : try run.view(Relabel("view", "ViewBackward0", shape), tensor)
  }

  /// The products of two tensors, summed over dimensions of one and of the other.
  static func contract(
    _ a: TensorObject, _ b: TensorObject, _ first: [Int], _ second: [Int], _ run: Interpreter,
    countsBack: Bool = false
  ) throws -> TensorObject {
    let (m, n) = (a.value.rank, b.value.rank)
    let keptA = (0..<m).filter { !first.contains($0) }
    let keptB = (0..<n).filter { !second.contains($0) }
    func lengths(_ x: TensorObject, _ dims: [Int]) -> [Int] { dims.map { x.shape[$0] } }
    var (a, b) = (a, b)
    for (m, n) in zip(first, second) where a.shape[m] != b.shape[n] {
      // A dimension of length one meets any other: the other is summed first.
      if a.shape[m] == 1 {
        b = try run.apply(Sum(dims: [n], keepsDims: true), b)
      } else if b.shape[n] == 1 {
        a = try run.apply(Sum(dims: [m], keepsDims: true), a)
      } else {
        throw PythonError.runtime(
          "contracted dimensions need to match, but first has size \(a.shape[m]) in dim \(countsBack ? m - a.value.rank : m) and second has size \(b.shape[n]) in dim \(n)"
        )
      }
    }
    let inner = lengths(a, first)
    let rows = try run.view(Permute("permute", "PermuteBackward0", keptA + first), a)
    let columns = try run.view(Permute("permute", "PermuteBackward0", second + keptB), b)
    let left = try run.view(
      Relabel("view", "ViewBackward0", [Shape.count(lengths(a, keptA)), Shape.count(inner)]), rows)
    let right = try run.view(
      Relabel("view", "ViewBackward0", [Shape.count(inner), Shape.count(lengths(b, keptB))]),
      columns)
    let product = try run.apply(MatrixProduct(), left, right)
    return try run.view(
      Relabel("view", "ViewBackward0", lengths(a, keptA) + lengths(b, keptB)), product)
  }

  static func tensordot(_ call: Call) throws -> Value {
    let (a, b) = (try call.tensor(0), try call.tensor(1))
    if case .int(let count) = call[2] {
      guard count >= 0 else {
        throw PythonError.runtime("tensordot expects dims >= 0, but got dims=\(count)")
      }
      guard count <= min(a.value.rank, b.value.rank) else {
        throw PythonError.runtime(
          "tensordot expects dims < ndim_a or ndim_b, but got dims=\(count)")
      }
      let first = Array((a.value.rank - count)..<a.value.rank)
      return .tensor(
        try contract(a, b, first, Array(0..<count), call.interpreter, countsBack: true))
    }
    let pair = try call.interpreter.items(of: call[2])
    func dims(_ value: Value, _ rank: Int) throws -> [Int] {
      let items = value.isSequence ? try call.interpreter.items(of: value) : [value]
      return try items.map { try Shape.dimension(Int($0.plainNumber?.integer ?? 0), rank: rank) }
    }
    guard pair.count == 2 else {
      throw PythonError.runtime("tensordot expects dims to be a list of two lists")
    }
    let (first, second) = (try dims(pair[0], a.value.rank), try dims(pair[1], b.value.rank))
    guard first.count == second.count else {
      throw PythonError.runtime("both dimension lists should have same length")
    }
    guard first.allSatisfy({ $0 < a.value.rank }) && second.allSatisfy({ $0 < b.value.rank }) else {
      throw PythonError.index("Dimension specified as 0 but tensor has no dimensions")
    }
    return .tensor(try contract(a, b, first, second, call.interpreter))
  }
}

extension String {
  /// The parts between the places where a separator stands.
  fileprivate func components(of separator: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(separator) {
        parts.append(part)
        part = ""
        rest = rest.dropFirst(separator.count)
      } else {
        part.append(first)
        rest = rest.dropFirst()
      }
    }
    return parts + [part]
  }
}
