/// A function as it is written: everything about it that does not change between calls.
final class FunctionCode {
  /// A parameter, its default still a term.
  struct Slot {
    var parameter: Parameter
    var standard: Term?
    var occurrence: Int
  }

  let name: String
  /// The name with the class and the functions around it: `Model.forward`.
  let qualifiedName: String
  let slots: [Slot]
  let body: Body
  /// Which of the program's layouts its frames have.
  let scope: Int
  let isGenerator: Bool
  let range: SourceRange
  /// Whether every parameter is a plain one, so that arguments can be moved straight to their slots.
  let isSimple: Bool

  /// What a call runs.
  enum Body {
    case statements([Statement])
    case term(Term)
  }

  init(
    name: String, qualifiedName: String, slots: [Slot], body: Body, scope: Int,
    isGenerator: Bool, range: SourceRange
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.slots = slots
    self.body = body
    self.scope = scope
    self.isGenerator = isGenerator
    self.range = range
    isSimple = slots.allSatisfy { $0.parameter.kind == .standard }
  }

  /// The string a body begins with.
  var documentation: String? {
    guard case .statements(let statements) = body, case .expression(let term)? = statements.first,
      case .constant(let constant) = term, case .string(let text) = constant.value
    else { return nil }
    return text
  }
}
