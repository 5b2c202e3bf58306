/// An exception on its way up, before it has a place to be shown at.
///
/// Raise one with the constructors: `throw PythonError.value("expected a positive number")`.
struct PythonError: Error, Sendable {
  /// The Python exception's type: `IndexError`.
  var type: String
  var message: String
  /// Sentences for the learner: the shapes that met, what was probably meant.
  var notes: [String] = []
  /// What to do, as code or a sentence.
  var fix: String?
  /// Where it happened; the interpreter fills it in as the error leaves the innermost function.
  var place: SourcePlace?
  /// Which exception object of the program this is, where there is one.
  var object: Int?
  /// The function whose arguments do not fit it, where that is what happened.
  var misfit: String?
  /// Whether no `except` may catch it: a limit was reached, or the learner stopped the program.
  var isFatal = false

  init(_ type: String, _ message: String, notes: [String] = [], fix: String? = nil) {
    self.type = type
    self.message = message
    self.notes = notes
    self.fix = fix
  }

  static func value(_ message: String) -> PythonError { PythonError("ValueError", message) }
  static func type(_ message: String) -> PythonError { PythonError("TypeError", message) }
  static func index(_ message: String) -> PythonError { PythonError("IndexError", message) }
  static func key(_ message: String) -> PythonError { PythonError("KeyError", message) }
  static func runtime(_ message: String) -> PythonError { PythonError("RuntimeError", message) }
  static func attribute(_ message: String) -> PythonError { PythonError("AttributeError", message) }
  static func name(_ message: String) -> PythonError { PythonError("NameError", message) }
  static func overflow(_ message: String) -> PythonError { PythonError("OverflowError", message) }
  static func notImplemented(_ message: String) -> PythonError {
    PythonError("NotImplementedError", message)
  }
}
