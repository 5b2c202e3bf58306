import Math

/// What PyTorch keeps for a whole process: the generator, whether gradients are recorded.
struct TorchState {
  /// Where random numbers come from.
  var generator: RandomGenerator
  /// What the generator was last seeded with.
  var seed: UInt64
  /// Whether operations are recorded for `backward`.
  var isGradientEnabled = true
  /// The kind of a tensor made of plain floats.
  var defaultDType = DType.float32
  /// How tensors are printed.
  var printing = PrintOptions()

  init(seed: UInt64) {
    self.seed = seed
    generator = RandomGenerator(seed: seed)
  }

  /// A copy that shares nothing that can change, for a fork of the session.
  func copy(_ copier: Copier) -> TorchState { self }
}
