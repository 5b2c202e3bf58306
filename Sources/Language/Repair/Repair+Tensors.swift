/// The classic mistakes with tensors.
extension Repair {
  mutating func addTensors() {
    guard let call = CallText(code) else { return }
    addTargets(call)
    addBinary(call)
    addShapes(call)
    addKinds(call)
    addGradients(call)
  }

  /// Targets of the losses over classes.
  private mutating func addTargets(_ call: CallText) {
    if says("expected target dtype to be Long") { replace(call.with(".long()", behind: 1)) }
    if says("for target with class probabilities") {
      replace(call.with(".argmax(dim=1)", behind: 1))
      replace(call.with(".float()", behind: 1))
    }
    if says("multi-target not supported") {
      for suffix in [".squeeze(1)", ".argmax(dim=1)"] { replace(call.with(suffix, behind: 1)) }
    }
    if says("Expected target size") {
      replace(call.with(".transpose(1, 2)", behind: 0))
      replace(call.with(".T", behind: 1))
    }
    if error.message.hasPrefix("Target "), says("is out of bounds") {
      replace(call.with(" - 1", behind: 1))
    }
    if says("to match target batch_size") {
      replace(call.with(".unsqueeze(0)", behind: 0))
      replace(call.with(".T", behind: 0))
      replace(call.with(".unsqueeze(0)", behind: 1))
    }
  }

  /// Losses of yes and no, and of numbers.
  private mutating func addBinary(_ call: CallText) {
    if says("Target size (", "Using a target size") {
      replace(call.with(".unsqueeze(1)", behind: 1))
      replace(call.with(".squeeze(1)", behind: 0))
      if call.parts.count > 1 { replace(call.with(".reshape(\(call.parts[0]).shape)", behind: 1)) }
    }
    if says("should be between 0 and 1") {
      if call.name == "binary_cross_entropy" {
        replace(call.with(callee: call.callee + "_with_logits"))
      }
      var parts = call.parts
      if !parts.isEmpty {
        parts[0] = "torch.sigmoid(\(parts[0]))"
        replace(call.with(parts: parts))
      }
    }
    if says("Boolean value of Tensor"), call.name.hasSuffix("Loss") {
      replace(call.callee + "()(" + call.parts.joined(separator: ", ") + ")")
    }
  }

  /// Shapes that do not meet.
  private mutating func addShapes(_ call: CallText) {
    if says("shapes cannot be multiplied", "size mismatch, got", "inconsistent tensor size") {
      replace(call.with(".T", behind: 1))
      replace(call.with(".T", behind: 0))
      if call.parts.count == 2 { replace(call.with(parts: call.parts.reversed())) }
    }
    if says("at non-singleton dimension", "doesn't match the broadcast shape") {
      for place in [1, 0] {
        for suffix in [".unsqueeze(1)", ".T", ".unsqueeze(0)"] {
          replace(call.with(suffix, behind: place))
        }
      }
    }
    if says("is invalid for input of size") {
      for place in call.parts.indices where Int(call.parts[place]) != nil {
        var parts = call.parts
        parts[place] = "-1"
        replace(call.with(parts: parts))
      }
    }
    if says("view size is not compatible") {
      replace(call.receiver.map { call.with(callee: $0 + ".reshape") })
    }
    if says("Dimension out of range") {
      for place in call.parts.indices.reversed() {
        let (keyword, value) = CallText.keyword(call.parts[place])
        guard Int(value) != nil else { continue }
        var parts = call.parts
        parts[place] = keyword + "-1"
        replace(call.with(parts: parts))
      }
    }
  }

  /// Kinds of number that do not meet, or are not meant.
  private mutating func addKinds(_ call: CallText) {
    let isMixed = says(
      "same dtype", "expected scalar type", "Found dtype", "can't be cast to the desired",
      "expected m1 and m2", "mat1 and mat2 must have")
    if isMixed {
      for suffix in [".float()", ".double()"] {
        for place in call.parts.indices.reversed() { replace(call.with(suffix, behind: place)) }
      }
      replace(call.with(behindReceiver: ".float()"))
    }
    if says("not implemented for 'Long'", "could not infer output dtype", "Input dtype must be") {
      replace(call.with(behindReceiver: ".float()"))
      replace(call.with(".float()", behind: 0))
    }
    if says("Only Tensors of floating point") {
      if call.name == "tensor" {
        replace(call.with(parts: call.parts + ["dtype=torch.float32"]))
      }
      replace(call.with(behindReceiver: ".float()"))
    }
    if says("cannot be converted to Scalar", "only one element tensors can be converted") {
      if call.name == "item" {
        replace(call.receiver.map { $0 + ".tolist()" })
        replace(call.with(behindReceiver: ".mean()"))
      }
      replace(call.with(".mean()", behind: 0))
    }
    if says("Can't call numpy() on Tensor that requires grad") {
      replace(call.with(behindReceiver: ".detach()"))
    }
  }

  /// `backward` and what it needs.
  private mutating func addGradients(_ call: CallText) {
    if says("only for scalar outputs") {
      replace(call.with(behindReceiver: ".mean()"))
      replace(call.with(behindReceiver: ".sum()"))
    }
    if says("does not require grad and does not have") {
      for maker in ["torch.tensor(", "torch.randn(", "torch.zeros(", "torch.ones(", "torch.rand("] {
        for place in places(of: maker) {
          guard let end = closing(of: place + maker.utf8.count - 1) else { continue }
          add(Edit(range: end..<end, text: ", requires_grad=True"))
        }
      }
    }
    if says("backward through the graph a second time"),
      let place = places(of: ".backward()").first
    {
      add(
        Edit(
          range: place..<(place + ".backward()".utf8.count), text: ".backward(retain_graph=True)"))
    }
  }

  /// Where the bracket closes that opens at a place.
  private func closing(of open: Int) -> Int? {
    guard let place = tokens.firstIndex(where: { Int($0.range.start) == open }),
      let close = tokens.outline.brackets[place]
    else { return nil }
    return Int(tokens[close].range.start)
  }
}
