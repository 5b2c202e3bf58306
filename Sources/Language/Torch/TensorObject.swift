import Math

/// A tensor as a program sees it: a name for values that may change, with a gradient of its own.
final class TensorObject {
  /// The values as they are now.
  var value: Tensor
  /// Whether gradients are wanted for it.
  var requiresGradient = false
  /// What `x.grad` gives.
  var gradient: TensorObject?
  /// Whether it is an `nn.Parameter`.
  var isParameter = false

  init(_ value: Tensor) { self.value = value }

  /// Copies what can change; `remember` is called before anything the copy refers to is copied.
  func copy(_ copier: Copier, remember: (TensorObject) -> Void) {
    let copy = TensorObject(value)
    remember(copy)
    copy.requiresGradient = requiresGradient
    copy.isParameter = isParameter
    copy.gradient = gradient.map(copier.copy)
  }
}
