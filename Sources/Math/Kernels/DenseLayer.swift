/// `Y = X Wᵀ + b` where nothing has to be converted or stretched: the case that training runs through.
struct DenseLayer {
  let samples: Int
  let inputs: Int
  let outputs: Int

  /// Nil where W is no matrix, the kinds differ or are narrow, or the bias is not one for each output.
  init?(_ tensors: [Tensor]) {
    let (x, w) = (tensors[0], tensors[1])
    guard w.rank == 2, x.rank > 0, x.dtype == w.dtype else { return nil }
    guard x.dtype == .float32 || x.dtype == .float64 else { return nil }
    (outputs, inputs) = (w.shape[0], w.shape[1])
    guard inputs > 0, x.shape[x.rank - 1] == inputs, x.count * outputs <= Shape.most else {
      return nil
    }
    samples = x.count / inputs
    guard tensors.count > 2 else { return }
    let bias = tensors[2]
    guard bias.dtype == x.dtype, bias.rank == 1, bias.count == outputs else { return nil }
  }

  func forward(_ tensors: [Tensor]) throws(TensorError) -> Tensor {
    var shape = tensors[0].shape
    shape[shape.count - 1] = outputs
    return tensors[0].dtype == .float64
      ? try Tensor(forward(tensors, Double.self), shape: shape)
      : try Tensor(forward(tensors, Float.self), shape: shape)
  }

  private func forward<S: FloatingScalar>(
    _ tensors: [Tensor], _: S.Type
  ) throws(TensorError) -> [S] {
    let kernel = MatrixKernel(
      rows: samples, length: inputs, columns: outputs, isRightTransposed: true)
    var result = try kernel(S.values(tensors[0].storage), S.values(tensors[1].storage))
    guard tensors.count > 2 else { return result }
    let bias = S.values(tensors[2].storage)
    result.withUnsafeMutableBufferPointer { result in
      bias.withUnsafeBufferPointer { bias in
        for sample in 0..<samples {
          for j in 0..<outputs { result[sample * outputs + j] += bias[j] }
        }
      }
    }
    return result
  }

  func backward(
    _ upstream: Tensor, inputs tensors: [Tensor], wanted: [Bool]
  ) throws(TensorError) -> [Tensor?] {
    tensors[0].dtype == .float64
      ? try backward(Double.values(upstream.storage), tensors, wanted)
      : try backward(Float.values(upstream.storage), tensors, wanted)
  }

  // dX = dY W, dW = dYᵀ X, db = Σ_n dY_n
  private func backward<S: FloatingScalar>(
    _ dY: [S], _ tensors: [Tensor], _ wanted: [Bool]
  ) throws(TensorError) -> [Tensor?] {
    let (x, w) = (tensors[0], tensors[1])
    let intoX = MatrixKernel(rows: samples, length: outputs, columns: inputs)
    let intoW = MatrixKernel(
      rows: outputs, length: samples, columns: inputs, isLeftTransposed: true)
    var gradients: [Tensor?] = []
    gradients.reserveCapacity(tensors.count)
    gradients.append(wanted[0] ? try Tensor(intoX(dY, S.values(w.storage)), shape: x.shape) : nil)
    gradients.append(wanted[1] ? try Tensor(intoW(dY, S.values(x.storage)), shape: w.shape) : nil)
    if tensors.count > 2 {
      gradients.append(wanted[2] ? Tensor(columnSums(dY), shape: tensors[2].shape) : nil)
    }
    return gradients
  }

  private func columnSums<S: FloatingScalar>(_ dY: [S]) -> [S] {
    [S](unsafeUninitializedCapacity: outputs) { sums, count in
      count = outputs
      dY.withUnsafeBufferPointer { dY in
        withUnsafeTemporaryAllocation(of: S.self, capacity: samples) { column in
          for j in 0..<outputs {
            for sample in 0..<samples { column[sample] = dY[sample * outputs + j] }
            sums[j] = pairwiseSum(UnsafeBufferPointer(column))
          }
        }
      }
    }
  }
}
