/// What PyTorch keeps for a whole process: the generator, whether gradients are recorded.
struct TorchState {
  var seed: UInt64
  /// Whether operations are recorded for `backward`.
  var isGradientEnabled = true

  init(seed: UInt64) { self.seed = seed }

  /// A copy that shares nothing that can change, for a fork of the session.
  func copy(_ copier: Copier) -> TorchState { self }
}
