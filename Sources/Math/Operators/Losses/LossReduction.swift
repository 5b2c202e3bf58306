/// How the losses of single samples become one number.
public enum LossReduction: String, Sendable, Hashable, CaseIterable {
  /// They stay as they are.
  case none
  /// They are added up and divided by how many there are, or by their weights.
  case mean
  /// They are added up.
  case sum
}

extension LossReduction {
  /// Reduces the losses of single elements.
  public func callAsFunction(_ losses: Tensor) throws(TensorError) -> Tensor {
    switch self {
    case .none: losses
    case .mean: try Mean()(losses)
    case .sum: try Sum()(losses)
    }
  }

  /// Spreads the gradient of the reduced loss over the elements it was made from.
  public func spread(_ upstream: Tensor, over shape: [Int]) throws(TensorError) -> Tensor {
    switch self {
    case .none: upstream
    case .mean: try (upstream / Double(Shape.count(shape))).expand(shape)
    case .sum: try upstream.expand(shape)
    }
  }

  /// Tells the reduction as the last step of a story.
  func tell(_ losses: Int, in story: inout Story) throws(TensorError) -> Int {
    switch self {
    case .none: losses
    case .sum:
      try story.step(.sum(losses, dim: nil), symbol: "L", formula: #"\sum_n \ell_n"#)
    case .mean:
      try story.step(
        .mean(losses, dim: nil), symbol: "L", formula: #"\frac{1}{N} \sum_n \ell_n"#,
        remark: .init(
          "The mean does not grow with the batch.", "取平均，损失不随批次变大而变大。"))
    }
  }
}
