/// Finds the brackets of a row that belong together and makes one node of each pair, so that they
/// can grow with what they hold.
enum FormulaPairing {
  /// A bracket still open, and what has been read since.
  private struct Open {
    var text: String
    var grows: Bool
    var position: Int
    var nodes: [FormulaNode] = []
  }

  /// The same nodes, each pair of brackets and what stands between them folded into one.
  static func pair(_ nodes: [FormulaNode]) throws(FormulaError) -> [FormulaNode] {
    guard nodes.contains(where: { delimiter(of: $0) != nil }) else { return nodes }
    var stack = [Open(text: "", grows: false, position: 0)]
    for node in nodes {
      guard let found = delimiter(of: node) else {
        stack[stack.count - 1].nodes.append(node)
        continue
      }
      switch role(of: found, in: stack) {
      case .open where !found.isScripted:
        guard stack.count <= FormulaParser.depthLimit else {
          throw FormulaError(
            at: node.position,
            "brackets stand more than \(FormulaParser.depthLimit) deep within each other")
        }
        stack.append(Open(text: found.text, grows: found.grows, position: node.position))
      case .close where stack.count > 1: close(node, found, &stack)
      default: append(node, found, &stack)
      }
    }
    while stack.count > 1 { demote(&stack) }
    return stack[0].nodes
  }

  private struct Delimiter {
    var text: String
    var atomClass: AtomClass
    var grows: Bool
    var isScripted: Bool
  }

  private static func delimiter(of node: FormulaNode) -> Delimiter? {
    switch node.kind {
    case .symbol(let text, let atomClass, _):
      let isBar = text == "|" || text == "‖"
      let isBracket = (atomClass == .open || atomClass == .close) && text != "!" && text != "?"
      guard isBracket || isBar && atomClass == .ordinary else { return nil }
      return Delimiter(text: text, atomClass: atomClass, grows: false, isScripted: false)
    case .delimiter(let text, let atomClass):
      return Delimiter(text: text, atomClass: atomClass, grows: true, isScripted: false)
    case .scripts(let scripts) where scripts.limits == nil:
      guard var inner = delimiter(of: scripts.base), !inner.isScripted else { return nil }
      inner.isScripted = true
      return inner
    default: return nil
    }
  }

  /// Whether a delimiter opens or closes: a bar opens where an operand is expected.
  private static func role(of delimiter: Delimiter, in stack: [Open]) -> AtomClass {
    guard delimiter.atomClass == .ordinary || delimiter.atomClass == .relation else {
      return delimiter.atomClass
    }
    guard delimiter.atomClass == .ordinary else { return .ordinary }
    let isOpen = stack.last.map { $0.text == delimiter.text } ?? false
    guard let last = stack.last?.nodes.last else { return isOpen ? .ordinary : .open }
    let expectsOperand: Bool
    switch last.kind {
    case .symbol(_, let atomClass, _):
      expectsOperand =
        atomClass == .binary || atomClass == .relation || atomClass == .punctuation
    case .operation: expectsOperand = true
    default: expectsOperand = false
    }
    if expectsOperand { return .open }
    return isOpen ? .close : .ordinary
  }

  private static func close(_ node: FormulaNode, _ found: Delimiter, _ stack: inout [Open]) {
    let isBar = found.text == "|" || found.text == "‖"
    while stack.count > 2, !isBar, isBarOpen(stack[stack.count - 1]) { demote(&stack) }
    guard let open = stack.popLast() else { return }
    let content = FormulaNode(.row(open.nodes), at: open.position)
    let fence = FormulaNode(
      .fence(
        FormulaNode.Fence(
          open: open.text, close: found.text, parts: [content], grows: open.grows || found.grows)),
      at: open.position)
    stack[stack.count - 1].nodes.append(replacingBase(of: node, by: fence))
  }

  private static func isBarOpen(_ open: Open) -> Bool { open.text == "|" || open.text == "‖" }

  /// A delimiter without a partner; a big bar takes what stands before it, as in `f\Big|_{x=0}`.
  private static func append(_ node: FormulaNode, _ found: Delimiter, _ stack: inout [Open]) {
    let top = stack.count - 1
    guard found.grows, found.atomClass == .ordinary, let last = stack[top].nodes.popLast() else {
      stack[top].nodes.append(plain(node))
      return
    }
    let fence = FormulaNode(
      .fence(FormulaNode.Fence(open: "", close: found.text, parts: [last], grows: true)),
      at: last.position)
    stack[top].nodes.append(replacingBase(of: node, by: fence))
  }

  /// Gives up on a bracket that nothing closes: it becomes a character like any other.
  private static func demote(_ stack: inout [Open]) {
    guard let open = stack.popLast() else { return }
    let isBar = isBarOpen(open)
    let symbol = FormulaNode(
      .symbol(open.text, isBar ? .ordinary : .open, []), at: open.position)
    stack[stack.count - 1].nodes.append(symbol)
    stack[stack.count - 1].nodes += open.nodes
  }

  private static func replacingBase(of node: FormulaNode, by base: FormulaNode) -> FormulaNode {
    guard case .scripts(var scripts) = node.kind else { return base }
    scripts.base = base
    return FormulaNode(.scripts(scripts), at: node.position)
  }

  /// A delimiter without the mark that it was asked to grow.
  private static func plain(_ node: FormulaNode) -> FormulaNode {
    guard case .delimiter(let text, let atomClass) = node.kind else { return node }
    return FormulaNode(.symbol(text, atomClass, []), at: node.position)
  }
}
