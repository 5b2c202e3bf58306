/// The classic mistakes with names and values.
extension Repair {
  /// Names that other languages and libraries have.
  private static let known = [
    "true": "True", "false": "False", "null": "None", "nil": "None", "none": "None",
    "np": "torch", "numpy": "torch", "tensor": "torch.tensor", "optim": "torch.optim",
    "DataLoader": "torch.utils.data.DataLoader",
    "TensorDataset": "torch.utils.data.TensorDataset", "println": "print", "elif": "else",
  ]
  private static let keywords = ["axis": "dim", "keepdims": "keepdim", "learning_rate": "lr"]

  mutating func addNames() {
    let near = error.fix.flatMap { $0.hasPrefix("Did you mean") ? Repair.quoted($0) : nil }
    switch error.type {
    case "NameError":
      replace(near)
      replace(Repair.known[code])
    case "AttributeError":
      let name = error.message.split(separator: "'").last.map(String.init) ?? ""
      guard let dot = code.range(ofLast: "." + name) else { return }
      for other in [near, ["len": "shape[0]", "length": "shape[0]", "size": "shape"][name]] {
        guard let other else { continue }
        replace(code[..<dot.lowerBound] + "." + other + code[dot.upperBound...])
      }
    case "TypeError" where says("unexpected keyword argument"):
      guard let wrong = Repair.quoted(error.message), let place = code.range(ofLast: wrong + "=")
      else { return }
      for other in [near, Repair.keywords[wrong]] {
        guard let other else { continue }
        replace(code[..<place.lowerBound] + other + "=" + code[place.upperBound...])
      }
    default: break
    }
  }

  mutating func addPython() {
    let call = CallText(code)
    if says("can only concatenate str", "must be str, not"), let call, call.parts.count == 2 {
      replace(call.with(parts: [call.parts[0], "str(\(call.parts[1]))"]))
    }
    if says("unsupported operand type(s) for +"), error.message.hasSuffix("'str'"), let call,
      call.parts.count == 2
    {
      replace(call.with(parts: ["str(\(call.parts[0]))", call.parts[1]]))
    }
    if says("object is not iterable") {
      for place in (call?.parts ?? []).indices {
        replace(call?.with(".parameters()", behind: place))
      }
      if says("'int' object") { replace("range(\(code))") }
    }
    if says("object is not callable"), let call {
      replace(call.callee)
      replace(call.callee + "[" + call.parts.joined(separator: ", ") + "]")
    }
    if says("Boolean value of Tensor"), call?.name.hasSuffix("Loss") != true {
      for suffix in [".all()", ".any()"] { replace(CallText.grouped(code) + suffix) }
    }
    if let call, ["tensor", "cat", "stack"].contains(call.name), call.parts.count > 1 {
      replace(call.with(parts: ["[" + call.parts.joined(separator: ", ") + "]"]))
    }
    if error.type == "IndexError", says("out of range", "out of bounds"),
      let open = code.lastIndex(of: "["), code.hasSuffix("]")
    {
      replace(code[..<open] + "[-1]")
    }
  }

  /// Mistakes that are mended in another place than where they show.
  mutating func addElsewhere() {
    if says("a leaf Variable that requires grad is being used in an in-place") {
      let line = line(line)
      let text = String(decoding: source.bytes[line], as: UTF8.self)
      let blanks = text.prefix { $0 == " " || $0 == "\t" }
      add(Edit(range: line, text: blanks + "with torch.no_grad(): " + text.dropFirst(blanks.count)))
    }
    if says("shapes cannot be multiplied") { addLayerWidths() }
    if says("takes 0 positional arguments but 1 was given"),
      let name = error.message.split(whereSeparator: { $0 == "." || $0 == "(" }).dropLast().last
    {
      for place in places(of: "def \(name)()") {
        let end = place + "def \(name)(".utf8.count
        add(Edit(range: end..<end, text: "self"))
      }
    }
    if error.type == "UnboundLocalError", let name = Repair.quoted(error.message) {
      addGlobal(name)
    }
  }

  /// `mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)`: a layer of width 4 that should have 3.
  private mutating func addLayerWidths() {
    let numbers = error.message.split { !$0.isNumber }.suffix(4).compactMap { Int($0) }
    guard numbers.count == 4 else { return }
    let wrong = "nn.Linear(\(numbers[2]),"
    for place in places(of: wrong) {
      add(
        Edit(range: place..<(place + wrong.utf8.count), text: "nn.Linear(\(numbers[1]),"))
    }
  }

  private mutating func addGlobal(_ name: String) {
    var number = line
    while number > 1 {
      number -= 1
      let text = source.text(ofLine: number)
      guard TextMethods.strip(text).hasPrefix("def ") else { continue }
      let next = source.text(ofLine: number + 1)
      let start = source.offset(ofLine: number + 1)
      let blanks = next.prefix { $0 == " " || $0 == "\t" }
      return add(Edit(range: start..<start, text: blanks + "global \(name)\n"))
    }
  }
}

extension String {
  /// Where a text stands last.
  func range(ofLast text: String) -> Range<String.Index>? {
    var end = endIndex
    while end >= startIndex {
      if self[..<end].hasSuffix(text) { return index(end, offsetBy: -text.count)..<end }
      guard end > startIndex else { return nil }
      end = index(before: end)
    }
    return nil
  }
}

private func + (a: Substring, b: String) -> String { String(a) + b }
private func + (a: String, b: Substring) -> String { a + String(b) }
