/// How many arguments each form of an overloaded function takes, least and most, as PyTorch counts them.
///
/// Where exactly one form takes as many as were given, PyTorch tells what is wrong with it; else it only
/// says that no form fits.
enum Overloads {
  /// What PyTorch's parser says of arguments that do not fit.
  static func misfit(
    _ error: PythonError, _ builtin: Builtin, _ arguments: Arguments, _ interpreter: Interpreter
  ) -> PythonError {
    var error = error
    error.misfit = nil
    let extra = builtin.form == .method ? 1 : 0
    let count = arguments.positional.count - extra + arguments.keywords.count
    let forms = forms(of: builtin)
    guard !forms.isEmpty, forms.count(where: { $0.contains(count) }) != 1 else { return error }
    let places = arguments.positional.dropFirst(extra).map { typeName($0, interpreter) }
    let names = arguments.keywords.map { "\($0.name)=\(typeName($0.value, interpreter))" }
    var list = (places + names).joined(separator: ", ")
    if places.isEmpty, names.count == 1 { list += ", " }
    error.message =
      "\(builtin.name)() received an invalid combination of arguments - got (\(list)), but expected "
      + "one of:"
    return error
  }

  private static func typeName(_ value: Value, _ interpreter: Interpreter) -> String {
    interpreter.typeName(of: value)
  }

  /// The least that the one form takes which so many arguments could fit.
  static func leastTaken(by method: String, _ count: Int) -> Int? {
    guard let row = table[method] else { return nil }
    let fitting = ranges(row.method).filter { $0.contains(count) }
    return fitting.count == 1 ? fitting[0].lowerBound : nil
  }

  private static func forms(of builtin: Builtin) -> [ClosedRange<Int>] {
    var name = builtin.name
    if table[name] == nil, name.hasSuffix("_") { name.removeLast() }
    guard let row = table[name] else { return [] }
    return ranges(builtin.form == .method ? row.method : row.function)
  }

  private static func ranges(_ text: String) -> [ClosedRange<Int>] {
    text.split(separator: " ").compactMap { form in
      let ends = form.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 ? ends[0]...ends[1] : nil
    }
  }

  // swift-format-ignore
  private static let table: [String: (function: String, method: String)] = [
    "addmm": ("3-6 4-7", "2-4"),
    "all": ("1-2 1-4 2-4", "0-0 0-2 1-2"),
    "any": ("1-2 1-4 2-4", "0-0 0-2 1-2"),
    "arange": ("1-7 2-7 2-9", ""),
    "argsort": ("2-5 1-3", "1-3 0-2"),
    "atleast_1d": ("1-1 1-1", ""),
    "atleast_2d": ("1-1 1-1", ""),
    "atleast_3d": ("1-1 1-1", ""),
    "baddbmm": ("3-6 4-7", "2-4"),
    "bernoulli": ("1-3 2-3", "0-1 1-2"),
    "bernoulli_": ("", "1-2 0-2"),
    "bitwise_and": ("2-3 2-2 2-3", "1-1 1-1"),
    "bitwise_left_shift": ("2-3 2-2 2-3", "1-1 1-1"),
    "bitwise_or": ("2-3 2-2 2-3", "1-1 1-1"),
    "bitwise_right_shift": ("2-3 2-2 2-3", "1-1 1-1"),
    "bitwise_xor": ("2-3 2-2 2-3", "1-1 1-1"),
    "bmm": ("2-3 3-4", ""),
    "bucketize": ("2-5 2-4", ""),
    "clamp": ("1-4 1-4", "0-2 0-2"),
    "clamp_max": ("2-3 2-3", "1-1 1-1"),
    "clamp_min": ("2-3 2-3", "1-1 1-1"),
    "clip": ("1-4 1-4", "0-2 0-2"),
    "copysign": ("2-3 2-3", "1-1 1-1"),
    "count_nonzero": ("1-2 2-2", "0-1 1-1"),
    "cumulative_trapezoid": ("2-3 1-3", ""),
    "div": ("2-3 3-4 3-3", "1-1 2-2 2-2"),
    "divide": ("2-3 3-4 2-2 3-3", "1-1 2-2 1-1 2-2"),
    "dsplit": ("2-2 2-2", "1-1 1-1"),
    "eq": ("2-3 2-3", "1-1 1-1"),
    "eye": ("1-7 2-8", ""),
    "fill": ("2-2 2-2", ""),
    "fill_": ("2-2 2-2", "1-1 1-1"),
    "float_power": ("2-3 2-3 2-3", "1-1 1-1"),
    "floor_divide": ("2-3 2-2", "1-1 1-1"),
    "fmod": ("2-3 2-3", "1-1 1-1"),
    "ge": ("2-3 2-3", "1-1 1-1"),
    "gradient": ("2-3 3-4 1-4 2-4 3-4 2-4 3-4", ""),
    "greater": ("2-3 2-3", "1-1 1-1"),
    "greater_equal": ("2-3 2-3", "1-1 1-1"),
    "gt": ("2-3 2-3", "1-1 1-1"),
    "hsplit": ("2-2 2-2", "1-1 1-1"),
    "index_fill": ("4-4 4-4", "3-3 3-3"),
    "le": ("2-3 2-3", "1-1 1-1"),
    "lerp": ("3-4 3-4", "2-2 2-2"),
    "less": ("2-3 2-3", "1-1 1-1"),
    "less_equal": ("2-3 2-3", "1-1 1-1"),
    "linspace": ("3-9 3-9 3-9 3-9", ""),
    "logspace": ("3-10 3-10 3-10 3-10", ""),
    "lt": ("2-3 2-3", "1-1 1-1"),
    "masked_fill": ("3-3 3-3", "2-2 2-2"),
    "max": ("1-2 2-3 2-4", "0-0 1-1 1-2"),
    "mean": ("1-3 2-5", "0-1 1-3"),
    "median": ("1-1 2-4", "0-0 1-2"),
    "min": ("1-2 2-3 2-4", "0-0 1-1 1-2"),
    "mm": ("2-3 3-4", ""),
    "moveaxis": ("3-3 3-3", "2-2 2-2"),
    "movedim": ("3-3 3-3", "2-2 2-2"),
    "multiply": ("2-3 2-2", "1-1 1-1"),
    "nanmedian": ("1-1 2-4", "0-0 1-2"),
    "nanquantile": ("2-6 2-6", "1-4 1-4"),
    "narrow": ("4-4 4-4", "3-3 3-3"),
    "ne": ("2-3 2-3", "1-1 1-1"),
    "normal": ("2-4 1-4 2-4 3-10", ""),
    "not_equal": ("2-3 2-3", "1-1 1-1"),
    "pow": ("2-3 2-3 2-3", "1-1 1-1"),
    "prod": ("1-2 2-5", "0-1 1-3"),
    "quantile": ("2-6 2-6", "1-4 1-4"),
    "rand": ("2-8 1-7", ""),
    "randint": ("3-9 2-8 4-10 3-9", ""),
    "randn": ("2-8 1-7", ""),
    "random_": ("", "0-1 2-3 1-2"),
    "randperm": ("2-8 1-7", ""),
    "remainder": ("2-3 2-2 2-3", "1-1 1-1"),
    "repeat_interleave": ("2-4 1-2 2-4", "1-3 1-3"),
    "result_type": ("2-2 2-2 2-2 2-2", ""),
    "round": ("1-2 2-3", "0-0 1-1"),
    "rsub": ("2-3 2-3", ""),
    "scatter": ("4-5 5-6 4-5 5-6", "3-3 4-4 3-3 4-4"),
    "searchsorted": ("2-7 2-7", ""),
    "sort": ("2-5 1-4", "1-3 0-2"),
    "squeeze": ("1-1 2-2 2-2", "0-0 1-1 1-1"),
    "squeeze_copy": ("1-2 2-3 2-3", ""),
    "std": ("2-5 1-5 1-2", "1-3 0-3 0-1"),
    "std_mean": ("2-4 1-4 1-2", ""),
    "subtract": ("2-4 2-3", "1-2 1-2"),
    "sum": ("1-2 2-5", "0-1 1-3"),
    "tensor_split": ("2-3 2-3 2-3", "1-2 1-2 1-2"),
    "trapezoid": ("2-3 1-3", ""),
    "trapz": ("1-3 2-3", ""),
    "true_divide": ("2-3 2-2", "1-1 1-1"),
    "var": ("2-5 1-5 1-2", "1-3 0-3 0-1"),
    "var_mean": ("2-4 1-4 1-2", ""),
    "view": ("", "1-1 1-1"),
    "view_copy": ("2-3 2-3", ""),
    "vsplit": ("2-2 2-2", "1-1 1-1"),
    "where": ("1-1 3-4 3-3 3-3 3-3", "2-2 2-2"),
    "xlogy": ("2-3 2-3 2-3", "1-1 1-1"),
  ]
}
