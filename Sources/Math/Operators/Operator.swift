/// One operation, described in one place: its name, forward kernel, backward rule and steps.
///
/// An operation with settings (a dimension, a reduction) is a value holding them; its tensors are
/// its inputs.
public protocol Operator: Sendable {
  /// The name PyTorch gives the function: `log_softmax`.
  var name: String { get }

  /// The name PyTorch prints as `grad_fn`: `LogSoftmaxBackward0`.
  var gradientName: String { get }

  /// What PyTorch prints as `grad_fn` for these inputs, where it depends on them.
  func gradientName(for inputs: [Tensor]) -> String

  /// Computes the result; shapes and dtypes are checked here, with PyTorch's messages.
  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor

  /// Given the gradient of a loss in the result, computes its gradient in each input.
  ///
  /// nil stands for an input that no gradient reaches (targets, indices).
  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?]

  /// The same, where the gradients of some inputs are not wanted and may be left out.
  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor, wanted: [Bool]
  ) throws(TensorError) -> [Tensor?]

  /// Tells the result step by step, from inputs that are steps already told, and returns the
  /// index of its last step.
  func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int

  /// Tells the backward rule step by step, from steps already told for the upstream gradient, the
  /// inputs and the output, and returns the step of the gradient in each input.
  func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?]
}
