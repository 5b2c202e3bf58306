import Math

/// `a.name` and `a.name = value`.
extension TensorSyntax {
  /// `a.name`: a property's value, or a method with the tensor as its first argument; nil if there is none.
  static func attribute(
    _ name: String, of tensor: TensorObject, _ interpreter: Interpreter
  ) throws -> Value? {
    guard let method = TorchTable.methods[name] else { return nil }
    if method.isProperty {
      return try method.body(
        Call(interpreter: interpreter, builtin: method, values: [.tensor(tensor)], given: 1))
    }
    return .method(MethodObject(receiver: .tensor(tensor), function: .builtin(method)))
  }

  /// The entry that `a.name(...)` calls, so that a call needs no method object.
  static func method(_ name: String) -> Builtin? { TorchTable.methods[name] }

  /// The names of a tensor's attributes and methods.
  static var attributeNames: [String] { TorchTable.methodNames }

  /// `a.name = value`; false if there is no such attribute that can be set.
  static func setAttribute(
    _ name: String, of tensor: TensorObject, to value: Value, _ interpreter: Interpreter
  ) throws -> Bool {
    switch name {
    case "requires_grad":
      let wanted = try interpreter.truth(of: value)
      if wanted { try GradientFunctions.checkKind(tensor.dtype) }
      if !tensor.isLeaf && !wanted { throw GradientFunctions.nonLeaf }
      tensor.requiresGradient = wanted
    case "grad": try setGradient(of: tensor, to: value, interpreter)
    case "data":
      guard case .tensor(let other) = value else {
        throw PythonError.type(
          "Variable data has to be a tensor, but got \(interpreter.typeName(of: value))")
      }
      tensor.rebind(to: other)
    default:
      guard TorchTable.methods[name]?.isProperty == true else { return false }
      throw PythonError.attribute(
        "attribute '\(name)' of 'torch._C.TensorBase' objects is not writable")
    }
    return true
  }

  private static func setGradient(
    of tensor: TensorObject, to value: Value, _ interpreter: Interpreter
  ) throws {
    switch value {
    case .null: tensor.gradient = nil
    case .tensor(let gradient):
      guard gradient.shape == tensor.shape else {
        throw PythonError.runtime(
          "attempting to assign a gradient of size '\(Shape.text(gradient.shape))' to a tensor of size "
            + "'\(Shape.text(tensor.shape))'. Please ensure that the gradient and the tensor are the same "
            + "size")
      }
      guard gradient.dtype == tensor.dtype else {
        throw PythonError.runtime("assigned grad has data of a different type")
      }
      tensor.gradient = gradient
    default:
      throw PythonError.type(
        "assigned grad expected to be a Tensor or None but got grad of type "
          + interpreter.typeName(of: value))
    }
  }
}

/// What is read from a tensor without brackets.
enum TensorProperties {
  static let all: [Builtin] = [
    property("shape", "The lengths of the dimensions.") { x, _ in .size(x.shape) },
    property("dtype", "The kind of number.") { x, _ in .dtype(x.dtype) },
    property("ndim", "How many dimensions there are.") { x, _ in .int(x.value.rank) },
    property("requires_grad", "Whether gradients are wanted.") { x, _ in .bool(x.requiresGradient)
    },
    property("is_leaf", "Whether the program made it, rather than a recorded operation.") { x, _ in
      .bool(x.isLeaf)
    },
    property("grad", "The gradient that backward() has added up.") { x, interpreter in
      if x.gradient == nil && !x.isLeaf && !x.retainsGradient {
        interpreter.warn(
          "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad "
            + "attribute won't be populated during autograd.backward(). If you indeed want the .grad "
            + "field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor."
        )
      }
      return x.gradient.map { .tensor($0) } ?? .null
    },
    property("grad_fn", "What made it, where gradients were recorded.") { x, interpreter in
      x.node.map { NodeTable.object(for: $0, interpreter) } ?? .null
    },
    property("data", "The same values without their history.") { x, _ in
      .tensor(x.detached(countsChanges: false))
    },
    property("device", "Where the elements are: always the CPU.") { _, interpreter in
      DeviceTable.cpu(interpreter)
    },
    property("T", "Rows and columns exchanged.") { x, interpreter in
      if x.value.rank != 2 && x.value.rank != 0 {
        interpreter.warn(
          "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and "
            + "it will throw an error in a future release.")
      }
      if x.value.rank == 2 {
        return .tensor(try ShapeFunctions.transpose(x, 0, 1, "PermuteBackward0", interpreter))
      }
      let order = Array((0..<x.value.rank).reversed())
      return .tensor(try interpreter.view(Permute("permute", "PermuteBackward0", order), x))
    },
    property("mT", "The last two dimensions exchanged.") { x, interpreter in
      .tensor(try ShapeFunctions.transpose(x, -2, -1, "TransposeBackward0", interpreter))
    },
    property("H", "Rows and columns exchanged.") { x, interpreter in
      .tensor(try ShapeFunctions.transpose(x, 0, 1, "PermuteBackward0", interpreter))
    },
    property("real", "The tensor itself: nabla has no complex numbers.") { x, _ in .tensor(x) },
    property("is_cuda", "Whether it is on a GPU: never.") { _, _ in .bool(false) },
    property("is_sparse", "Whether zeros are left out: never.") { _, _ in .bool(false) },
    property("itemsize", "How many bytes an element takes.") { x, _ in .int(x.dtype.byteCount) },
    property("nbytes", "How many bytes the elements take.") { x, _ in
      .int(x.dtype.byteCount * x.value.count)
    },
    property("_version", "How often the tensor was changed in place.") { x, _ in .int(x.version) },
    property("retains_grad", "Whether the gradient of this result is kept.") { x, _ in
      .bool(x.retainsGradient)
    },
    property("names", "Not in nabla: dimensions have no names.") { x, _ in
      .tuple(of: x.shape.map { _ in .null })
    },
  ]

  private static func property(
    _ name: String, _ summary: String,
    _ read: @escaping @Sendable (TensorObject, Interpreter) throws -> Value
  ) -> Builtin {
    Builtin(name, "self, /", summary, property: true) { call in
      try read(call.tensor(0), call.interpreter)
    }
  }
}

/// The objects that `x.grad_fn` gives.
enum NodeTable {
  /// The node behind such an object.
  final class Reference: Payload {
    let node: GradientNode
    init(_ node: GradientNode) { self.node = node }
    func copy(_ copier: Copier) -> any Payload { self }
  }

  static let type = NativeClass(
    "Node", module: "torch.autograd.graph", "An operation that backward() goes through.",
    methods: [
      Builtin("__repr__", "self", "The name of the operation.") { call in
        .string("<\(try name(call)) object>")
      },
      Builtin("name", "self", "The name of the operation.") { .string(try name($0)) },
      Builtin("next_functions", "self", "Where the gradient goes on to.", property: true) { call in
        guard case .instance(let instance) = call[0], let own = instance.payload as? Reference
        else {
          return .null
        }
        return .tuple(
          of: own.node.inputs.map { input in
            switch input.destination {
            case .node(let node): .tuple(of: [object(for: node, call.interpreter), .int(0)])
            case .leaf: .tuple(of: [leaf(call.interpreter), .int(0)])
            case .nowhere: .tuple(of: [.null, .int(0)])
            }
          })
      },
    ])

  private static func name(_ call: Call) throws -> String {
    guard case .instance(let instance) = call[0] else { return "" }
    return (instance.payload as? Reference)?.node.name ?? "AccumulateGrad"
  }

  /// The object of a node.
  static func object(for node: GradientNode, _ interpreter: Interpreter) -> Value {
    let instance = Instance(interpreter.classObject(type))
    instance.payload = Reference(node)
    return .instance(instance)
  }

  private static func leaf(_ interpreter: Interpreter) -> Value {
    .instance(Instance(interpreter.classObject(type)))
  }
}

/// `torch.device`.
enum DeviceTable {
  static let type = NativeClass(
    "device", module: "torch", "Where tensors are: nabla has the CPU only.",
    methods: [
      Builtin("__init__", "self, type='cpu', index=None", "Names a device.") { call in
        let name = try call.string(1)
        guard name == "cpu" || name.hasPrefix("cpu:") else {
          throw PythonError.runtime("nabla has the CPU only, not '\(name)'")
        }
        if case .instance(let instance) = call[0] { instance.attributes["type"] = .string("cpu") }
        return .null
      },
      Builtin("__repr__", "self", "The device's name.") { _ in .string("device(type='cpu')") },
      Builtin("__str__", "self", "The device's name.") { _ in .string("cpu") },
      Builtin("__eq__", "self, other", "Whether both are the same device.") { call in
        guard case .instance(let other) = call[1] else { return .bool(false) }
        return .bool(other.type.name == "device")
      },
    ])

  /// The error for a device that is not there, as a PyTorch without CUDA has it.
  static func absent(_ device: String) -> PythonError {
    device.hasPrefix("cuda")
      ? PythonError("AssertionError", "Torch not compiled with CUDA enabled")
      : ["mps", "xpu", "meta", "hip", "xla"].contains { device.hasPrefix($0) }
        ? PythonError.runtime("nabla has the CPU only, not '\(device)'")
        : PythonError.runtime("Invalid device string: '\(device)'")
  }

  static func cpu(_ interpreter: Interpreter) -> Value {
    let instance = Instance(interpreter.classObject(type))
    instance.attributes["type"] = .string("cpu")
    return .instance(instance)
  }
}
