import Foundation
import Testing

@testable import Language

/// Every name of the tables called with values that are wrong for it: nothing ends the process or hangs.
@Suite struct WrongValueTests {
  static let values = [
    "-1", "0", "10**12", "9223372036854775807", "-9223372036854775807 - 1", "float('nan')",
    "float('inf')", "(2, -1)", "'x'", "None", "[]",
  ]

  /// What is written for parameters that must be given, where it is not a matrix.
  static let usual: [String: String] = [
    "dim": "0", "size": "(2,)", "sizes": "(2,)", "shape": "(2, 3)", "index": "torch.tensor([0])",
    "indices": "torch.tensor([0])", "n": "2", "k": "1", "repeats": "2", "dtype": "torch.float32",
    "diagonal": "0", "pad": "(1, 1)", "kernel_size": "1", "start": "0", "end": "3", "steps": "3",
    "dim0": "0", "dim1": "1", "dimension": "0", "step": "1", "length": "1", "chunks": "2",
    "split_size_or_sections": "1", "indices_or_sections": "2", "num_groups": "1",
    "num_samples": "2", "lengths": "[1, 2]", "dataset": "[1, 2, 3]", "p": "2", "value": "1.5",
    "tensors": "[torch.ones(2), torch.ones(2)]", "normalized_shape": "(3,)", "axis": "0",
    "in_features": "3", "out_features": "2", "num_features": "3", "num_embeddings": "4",
    "embedding_dim": "2", "low": "0", "high": "3", "source": "0", "destination": "1",
    "equation": "'ij->ji'", "function": "lambda x: x", "func": "lambda x: x",
    "mask": "torch.ones(2, 3) > 0",
    "optimizer": "torch.optim.SGD([torch.ones(2, requires_grad=True)], 0.1)",
    "target": "torch.tensor([0, 1])",
    "params": "[torch.ones(2, requires_grad=True)]", "iterable": "[1, 2]", "x": "1.5", "y": "2.5",
  ]

  /// What a call of a name is made of.
  struct Callee {
    let text: String
    let parameters: [Parameter]
    /// What is written after the call: a layer is called too.
    var ending = ""

    /// The call with a value at one place, and what is usual where something must be given.
    func call(with value: String, at place: Int) -> String {
      var arguments: [String] = []
      var isPositional = true
      for (own, parameter) in parameters.enumerated() {
        guard own == place || parameter.standard == nil else {
          isPositional = false
          continue
        }
        let text =
          own == place ? value : WrongValueTests.usual[parameter.name] ?? "torch.ones(2, 3)"
        switch parameter.kind {
        case .variadic: if own == place { arguments.append(text) }
        case .keywords: break
        case .positionalOnly: arguments.append(text)
        case .standard where isPositional: arguments.append(text)
        case .standard, .keywordOnly: arguments.append("\(parameter.name)=\(text)")
        }
      }
      return "\(text)(\(arguments.joined(separator: ", ")))\(ending)"
    }
  }

  /// A function or a class by the name it is reached by; nil for what is not called.
  private static func callee(_ text: String, _ entry: NativeModule.Entry) -> Callee? {
    switch entry {
    case .function(let function): return Callee(text: text, parameters: function.parameters)
    case .bare(let function): return Callee(text: text, parameters: function.content.parameters)
    case .type(let type):
      let isLayer = sequence(first: type, next: \.base).contains { $0 === ModuleTable.module }
      let own =
        type.construct?.parameters
        ?? type.methods["__init__"].map {
          Array($0.parameters.dropFirst())
        }
      return Callee(
        text: text, parameters: own ?? [], ending: isLayer ? "(torch.ones(2, 3))" : "")
    case .written:
      // What is written in Python says its parameters only when it is there: three will do.
      let parameters = (0..<3).map {
        Parameter(name: "p\($0)", kind: .positionalOnly, standard: $0 == 0 ? nil : Snapshot.none)
      }
      return Callee(text: text, parameters: parameters)
    case .module, .constant: return nil
    }
  }

  static let callees: [Callee] = {
    var found = Names.entries.keys.sorted().compactMap { name in
      Names.entries[name].flatMap { callee(name, $0) }
    }
    for name in Names.modules.sorted() {
      guard let module = Names.module(named: name) else { continue }
      for own in module.entries.keys.sorted() {
        if let next = module.entries[own].flatMap({ callee("\(name).\(own)", $0) }) {
          found.append(next)
        }
      }
    }
    func methods(_ receiver: String, _ methods: [String: Builtin]) {
      for name in methods.keys.sorted() {
        guard let method = methods[name], !method.isProperty else { continue }
        found.append(
          Callee(text: receiver + "." + name, parameters: Array(method.parameters.dropFirst())))
      }
    }
    methods("torch.ones(2, 3)", TorchTable.methods)
    let receivers: [(String, NativeClass)] = [
      ("'abc'", TypeTable.string), ("[1, 2]", TypeTable.list), ("{1: 2}", TypeTable.dict),
      ("{1, 2}", TypeTable.set), ("(1, 2)", TypeTable.tuple), ("(5)", TypeTable.int),
    ]
    for (receiver, type) in receivers { methods(receiver, type.methods) }
    return found
  }()

  @Test func `the tables are all there`() {
    #expect(Self.callees.count > 1500)
    #expect(Self.callees.count { $0.text.hasPrefix("numpy.") } > 100)
    #expect(Self.callees.count { !$0.ending.isEmpty } > 40)
  }

  /// `NABLA_WRONG_VALUES=some` in the environment asks for one or two values at each place, `all` for
  /// every one, which takes minutes; without it each third place is tried with one.
  private static let amount = ProcessInfo.processInfo.environment["NABLA_WRONG_VALUES"]

  @Test(.timeLimit(.minutes(30)), arguments: 0..<16)
  func `wrong values are refused or taken`(part: Int) {
    let stride = Self.amount == "all" ? 1 : Self.amount == "some" ? 8 : 31
    let session = Session(limits: Limits(steps: 2000, elements: 5000, depth: 50, output: 2000))
    session.triesFixes = false
    let imports = Names.modules.sorted().map { "import " + $0 }.joined(separator: "\n")
    #expect(session.run(imports).diagnostic == nil)
    for number in Swift.stride(from: part, to: Self.callees.count, by: 16) {
      let callee = Self.callees[number]
      for place in callee.parameters.indices {
        for (index, value) in Self.values.enumerated()
        where (number / 16 * 7 + place * 5 + index) % stride == 0 {
          let source = callee.call(with: value, at: place)
          #expect(session.run(source).diagnostic?.type != "SyntaxError", "\(source)")
        }
      }
    }
  }
}
