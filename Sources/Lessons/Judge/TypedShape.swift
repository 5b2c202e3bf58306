/// A shape as a learner types it: `2, 3`, `(2, 3)`, `[2,3]`, `torch.Size([2, 3])`, `2×3`, `()`.
enum TypedShape {
  /// Reads a text; a sentence says why it cannot be read.
  static func read(_ text: String) -> Result<[Int], Sentence.Refusal> {
    guard text.unicodeScalars.count <= TypedNumber.longest else {
      return refuse("This is too long for a shape.", "作为一个形状太长了。")
    }
    var rest = TypedNumber.normalised(text).lowercased()
    rest = String(rest.map { "、，".contains($0) ? "," : $0 })
    guard !rest.isEmpty else {
      return refuse("Type a shape, as in 2, 3.", "请输入一个形状，如 2, 3。")
    }
    if ["scalar", "标量"].contains(rest) { return .success([]) }
    let wasBracketed = unwrap(&rest)
    let parts = rest.split { ",x* ".contains($0) }
    if parts.isEmpty, rest.allSatisfy(\.isWhitespace), wasBracketed { return .success([]) }
    let sizes = parts.compactMap { Int($0) }
    guard sizes.count == parts.count, !parts.isEmpty, sizes.allSatisfy({ $0 >= 0 }) else {
      return refuse(
        "A shape is made of whole numbers, as in 2, 3; () is that of a single number.",
        "形状由整数组成，如 2, 3；单个数的形状写作 ()。")
    }
    return .success(sizes)
  }

  /// Takes off the brackets, and the name before them.
  private static func unwrap(_ text: inout String) -> Bool {
    var isBracketed = false
    for name in ["torch.size", "size", "shape"] where text.hasPrefix(name) {
      text = text.dropFirst(name.count).trimmed
      break
    }
    for _ in 0..<2 {
      guard let first = text.first, let last = text.last, text.count > 1,
        (first == "(" && last == ")") || (first == "[" && last == "]")
      else { break }
      text = text.dropFirst().dropLast().trimmed
      isBracketed = true
    }
    return isBracketed
  }

  private static func refuse(
    _ english: String, _ chinese: String
  ) -> Result<[Int], Sentence.Refusal> {
    .failure(Sentence.Refusal(sentence: Sentence(english, chinese)))
  }

  /// A shape as Python writes a tuple.
  static func text(_ shape: [Int]) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
  }
}
