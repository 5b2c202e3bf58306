/// How tensors are printed: what `torch.set_printoptions` sets.
struct PrintOptions: Sendable, Hashable {
  /// Decimal places.
  var precision = 4
  /// Tensors of more elements than this are summarised.
  var threshold = 1000.0
  /// How many elements a summary shows at each end of a dimension.
  var edgeItems = 3
  /// Where lines are broken.
  var lineWidth = 80
  /// Whether to use scientific notation; nil leaves it to the numbers.
  var scientific: Bool?
}
