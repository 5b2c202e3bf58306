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
  private let written: LazySignature
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

  /// The signature as it was written, for help.
  var signature: String { written.text }
  var parameters: [Parameter] { written.sheet.parameters }
  /// What the signature says, for calls.
  var sheet: LazySignature.Sheet { written.sheet }

  convenience init(
    _ name: String, _ signature: String, _ summary: String, property: Bool = false,
    choices: [String: [String]] = [:], form: Form = .python, _ body: @escaping Body
  ) {
    self.init(
      name, LazySignature(signature), summary, property: property, choices: choices, form: form,
      body)
  }

  private init(
    _ name: String, _ written: LazySignature, _ summary: String, property: Bool,
    choices: [String: [String]], form: Form, _ body: @escaping Body
  ) {
    self.form = form
    self.name = name
    self.written = written
    self.summary = summary
    self.isProperty = property
    self.choices = choices
    self.body = body
  }

  /// The same function under another name, of another form, or with another body.
  func with(name: String? = nil, form: Form? = nil, body: Body? = nil) -> Builtin {
    Builtin(
      name ?? self.name, written, summary, property: isProperty, choices: choices,
      form: form ?? self.form, body ?? self.body)
  }
}
