/// A function written in Swift: an entry of the tables that help, completion and errors read too.
///
/// The signature is Python's own notation. A method's first parameter is the object itself, so one
/// entry serves `torch.softmax(x, dim=0)` and `x.softmax(dim=0)`.
///
///     Builtin("clamp", "input, min=None, max=None", "Limits every element to a range.") { call in
///       try .tensor(clamp(call.tensor("input"), call.optionalDouble("min"), ...))
///     }
final class Builtin: Sendable {
  /// What runs: the arguments, already bound, in; the result, a `PythonError` or a `TensorError` out.
  typealias Body = @Sendable (Call) throws -> Value

  let name: String
  /// The signature as it was written, for help.
  let signature: String
  let parameters: [Parameter]
  /// Whether every parameter is a plain one, so that arguments need no sorting.
  let isPlain: Bool
  /// Whether no parameter can be given by its name, as in most of Python's own functions.
  let isPositional: Bool
  /// One sentence on what it does.
  let summary: String
  /// Whether it is read without brackets, as `x.shape` is.
  let isProperty: Bool
  /// The strings a parameter takes, for completion: `["reduction": ["mean", "sum", "none"]]`.
  let choices: [String: [String]]
  let body: Body
  /// Whose words its errors about arguments use.
  let form: Form

  /// Who reads a builtin's arguments: Python, or PyTorch's own parser.
  enum Form: Sendable {
    case python, native, method
  }

  init(
    _ name: String, _ signature: String, _ summary: String, property: Bool = false,
    choices: [String: [String]] = [:], parameters: [Parameter]? = nil, form: Form = .python,
    _ body: @escaping Body
  ) {
    self.form = form
    self.name = name
    self.signature = signature
    let parameters = parameters ?? Signature(signature).parameters
    self.parameters = parameters
    isPositional = !parameters.isEmpty && parameters.allSatisfy { $0.kind == .positionalOnly }
    isPlain = parameters.allSatisfy { $0.kind == .standard || $0.kind == .positionalOnly }
    self.summary = summary
    self.isProperty = property
    self.choices = choices
    self.body = body
  }

  /// The same function, its arguments read by PyTorch's own parser.
  func read(as form: Form) -> Builtin {
    Builtin(
      name, signature, summary, property: isProperty, choices: choices, parameters: parameters,
      form: form, body)
  }
}
