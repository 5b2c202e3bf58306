/// Programs made by grammar from a seed: most of them run, and those that do not are errors.
struct ProgramGrammar {
  private var random: Seeded
  private var names = ["x", "w", "n"]

  init(seed: UInt64) { random = Seeded(seed: seed) }

  /// A program of a few statements over tensors and numbers.
  mutating func program() -> String {
    names = ["x", "w", "n"]
    var lines = [
      "x = torch.\(one(of: ["randn", "rand", "ones", "zeros"]))(\(shape()))",
      "w = torch.\(one(of: ["randn", "ones"]))(\(shape()), requires_grad=True)", "n = \(number())",
    ]
    for _ in 0...random.number(below: 6) { lines += statement(indent: "", depth: 2) }
    lines.append(expression(3))
    return lines.joined(separator: "\n")
  }

  private mutating func one(of choices: [String]) -> String {
    choices[random.number(below: choices.count)]
  }

  private mutating func shape() -> String {
    (0..<random.number(below: 3)).map { _ in "\(random.number(below: 4))" }.joined(separator: ", ")
      + (random.number(below: 8) == 0 ? "0" : "2")
  }

  private mutating func number() -> String {
    one(of: ["0", "1", "-1", "2", "3.5", "1e-8", "1e30", "float('inf')", "float('nan')", "True"])
  }

  private mutating func statement(indent: String, depth: Int) -> [String] {
    let kind = random.number(below: depth > 0 ? 10 : 6)
    switch kind {
    case 0, 1, 2:
      let name = one(of: ["a", "b", "c"] + names)
      let line = indent + "\(name) = \(expression(3))"
      names.append(name)
      return [line]
    case 3:
      return [
        indent + "\(one(of: names)) \(one(of: ["+=", "-=", "*=", "/=", "@="])) \(expression(2))"
      ]
    case 4: return [indent + "print(\(expression(2)), f'{\(one(of: names))}')"]
    case 5: return [indent + "\(expression(2)).sum().backward()"]
    case 6: return block(indent, "for i in range(\(random.number(below: 4))):", depth)
    case 7: return block(indent, "if \(expression(2)) is not None:", depth)
    case 8:
      return block(indent, "try:", depth) + [
        indent + "except Exception as e:", indent + "    print(e)",
      ]
    default: return block(indent, "with torch.no_grad():", depth)
    }
  }

  private mutating func block(_ indent: String, _ head: String, _ depth: Int) -> [String] {
    [indent + head] + statement(indent: indent + "    ", depth: depth - 1)
  }

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return random.number(below: 3) == 0 ? number() : one(of: names) }
    let (a, b) = (expression(depth - 1), expression(depth - 1))
    switch random.number(below: 9) {
    case 0: return "(\(a) \(one(of: ["+", "-", "*", "/", "@", "**", "<", "==", "//", "%"])) \(b))"
    case 1:
      let name = one(of: ["exp", "log", "sigmoid", "tanh", "relu", "abs", "sqrt", "neg"])
      return "torch.\(name)(\(a))"
    case 2:
      return
        "\(a).\(one(of: ["sum", "mean", "max", "argmax", "softmax", "std", "cumsum"]))(\(one(of: ["", "0", "-1", "dim=1", "5"])))"
    case 3:
      return
        "\(a).\(one(of: ["T", "shape", "grad", "dtype", "reshape(-1)", "detach()", "item()", "double()", "long()"]))"
    case 4: return "\(a)[\(one(of: ["0", "-1", ":1", "..., 0", "None", "9", b]))]"
    case 5:
      return
        "F.\(one(of: ["cross_entropy", "mse_loss", "nll_loss", "linear", "binary_cross_entropy_with_logits"]))(\(a), \(b))"
    case 6: return "[\(a), \(b)]"
    case 7: return "torch.\(one(of: ["stack", "cat"]))([\(a), \(b)])"
    default: return "(\(a) if \(b) is None else \(b))"
    }
  }
}
