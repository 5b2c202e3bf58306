import Math

/// What written modules have beside everything a program has.
enum LibraryTools {
  static let entries: [String: NativeModule.Entry] = Dictionary(
    uniqueKeysWithValues: [
      gradientName, fields, named, deepCopy, shallowCopy, steps, annotations, setClassAttribute,
      ownNames, attach, drawSeed, results,
    ].map { ($0.name, .function($0)) })

  /// Lets a result made in several steps go by the name of the one that PyTorch makes it in.
  private static let gradientName = Builtin("_grad_fn", "x, name, /", "Names what made a tensor.") {
    call in
    try call.tensor(0).node?.name = try call.string(1)
    return call[0]
  }

  private static let fields = Builtin("_fields", "names, /", "The names in a text or a list.") {
    call in
    guard case .string(let text) = call[0] else {
      return .list(of: try call.interpreter.items(of: call[0]))
    }
    let names = text.split { $0 == " " || $0 == "," }
    return .list(of: names.map { .string(String($0)) })
  }

  private static let named = Builtin("_named", "cls, name, /", "The class under another name.") {
    call in
    guard case .type(let type) = call[0] else { return call[0] }
    return .type(
      ClassObject(name: try call.string(1), base: type.base, attributes: type.attributes))
  }

  private static let deepCopy = Builtin("_deepcopy", "x, /", "A copy that shares nothing.") {
    Copier(copiesCode: false).copy($0[0])
  }

  private static let shallowCopy = Builtin("_copy", "x, /", "A copy that shares its parts.") {
    call in
    switch call[0] {
    case .list(let list): return .list(of: list.items)
    case .set(let set): return .set(SetObject(set.members))
    case .dict: return try call.interpreter.call(call.interpreter.attribute("copy", of: call[0]))
    case .tensor: return try call.interpreter.call(call.interpreter.attribute("clone", of: call[0]))
    case .instance(let instance):
      let copy = Instance(instance.type)
      copy.attributes = instance.attributes
      copy.payload = instance.payload?.copy(Copier(copiesCode: false))
      return .instance(copy)
    default: return call[0]
    }
  }

  private static let steps = Builtin("_steps", "", "How many steps the program has taken.") {
    .int($0.interpreter.steps)
  }

  private static let annotations = Builtin(
    "_annotations", "cls, /", "The names a class and its bases annotate."
  ) { call in
    guard case .type(let type) = call[0] else { return .list(of: []) }
    var chain: [ClassObject] = []
    var next: ClassObject? = type
    while let here = next {
      chain.append(here)
      next = here.base
    }
    var names: [String] = []
    for type in chain.reversed() {
      guard case .dict(let own)? = type.attributes["__annotations__"] else { continue }
      for case .string(let name) in own.items.map(\.key) where !names.contains(name) {
        names.append(name)
      }
    }
    return .list(of: names.map { .string($0) })
  }

  private static let setClassAttribute = Builtin(
    "_set_class", "cls, name, value, /", "Gives a class an attribute."
  ) { call in
    guard case .type(let type) = call[0] else { return .null }
    type.attributes[try call.string(1)] = call[2]
    return .null
  }

  private static let ownNames = Builtin("_own_names", "cls, /", "The names a class itself has.") {
    call in
    guard case .type(let type) = call[0] else { return .list(of: []) }
    return .list(of: type.attributes.names.map { .string($0) })
  }

  /// Gives a result the history that a program's own `backward` makes.
  private static let attach = Builtin(
    "_attach", "output, inputs, backward, name, /", "Records a function of the program."
  ) { call in
    let (output, inputs) = (try call.tensor(0), try call.tensors(1))
    let interpreter = call.interpreter
    guard interpreter.torch.isGradientEnabled, output.dtype.isFloatingPoint,
      inputs.contains(where: \.requiresGradient)
    else { return .tensor(output.detached()) }
    let backward = call[2]
    let result = TensorObject(output.value)
    let node = GradientNode(
      ValueOperator(try call.string(3)) { $0[0] }, inputs: inputs.map { .of($0) },
      output: output.value)
    node.name = try call.string(3)
    let shapes = inputs.map(\.shape)
    node.rule = { [unowned interpreter] upstream in
      let given = try interpreter.call(backward, .tensor(upstream))
      return try interpreter.items(of: given).enumerated().map { place, value in
        guard case .tensor(let gradient) = value else { return nil }
        return gradient.shape == shapes[place]
          ? gradient : TensorObject(try gradient.value.reduced(to: shapes[place]))
      }
    }
    result.node = node
    result.requiresGradient = true
    return .tensor(result)
  }

  private static let drawSeed = Builtin("_draw_seed", "", "A seed from the generator.") {
    .int(Int($0.interpreter.torch.generator.integer()))
  }

  private static let results = Builtin(
    "_results", "name, fields, items, /", "Results whose places have names."
  ) { call in
    let fields = try call.interpreter.items(of: call[1]).map { try call.interpreter.text(of: $0) }
    return .named(try call.string(0), fields, try call.interpreter.items(of: call[2]))
  }
}
