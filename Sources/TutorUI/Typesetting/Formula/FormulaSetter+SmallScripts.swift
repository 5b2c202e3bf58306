extension FormulaSetter {
  /// A script in Unicode's small characters, if it has all of them and is not a word.
  func twin(of node: FormulaNode, isRaised: Bool, limit: Int) -> String? {
    var text = String.UnicodeScalarView()
    guard appendTwin(of: node, isRaised: isRaised, to: &text) else { return nil }
    let isNumber = text.allSatisfy { FormulaWords.smallDigits.contains($0) }
    // The mark of a transpose after a layer's number stays beside it: W⁽²⁾ᵀ.
    let room = isNumber ? 6 : text.last == "ᵀ" ? limit + 1 : limit
    return text.count <= room && !text.isEmpty ? String(text) : nil
  }

  private func appendTwin(
    of node: FormulaNode, isRaised: Bool, to text: inout String.UnicodeScalarView
  ) -> Bool {
    switch node.kind {
    case .symbol(let symbol, _, let attributes):
      guard attributes.isEmpty else { return false }
      return appendTwin(of: symbol, isRaised: isRaised, to: &text)
    case .word(let word, _):
      guard word.unicodeScalars.count == 1 else { return false }
      return appendTwin(of: word, isRaised: isRaised, to: &text)
    case .row(let nodes):
      for node in nodes where !appendTwin(of: node, isRaised: isRaised, to: &text) { return false }
      return true
    case .classed(.ordinary, let inner): return appendTwin(of: inner, isRaised: isRaised, to: &text)
    case .fence(let fence) where fence.open == "(" && fence.close == ")" && fence.parts.count == 1:
      return appendTwin(of: "(", isRaised: isRaised, to: &text)
        && appendTwin(of: fence.parts[0], isRaised: isRaised, to: &text)
        && appendTwin(of: ")", isRaised: isRaised, to: &text)
    default: return false
    }
  }

  private func appendTwin(
    of symbol: String, isRaised: Bool, to text: inout String.UnicodeScalarView
  ) -> Bool {
    for scalar in symbol.unicodeScalars {
      guard let twin = isRaised ? FormulaWords.raised(scalar) : FormulaWords.lowered(scalar) else {
        return false
      }
      text.append(twin)
    }
    return true
  }
}
