import Math

/// The modules that are functions of `F` with their settings kept.
enum FunctionModules {
  static let types: [NativeClass] = activations + losses + others

  private static let activations: [NativeClass] = [
    activation("ReLU", "inplace=False", "relu"),
    activation("LeakyReLU", "negative_slope=0.01, inplace=False", "leaky_relu", ["negative_slope"]),
    activation("ELU", "alpha=1.0, inplace=False", "elu", ["alpha"]),
    activation("SELU", "inplace=False", "selu"),
    activation("CELU", "alpha=1.0, inplace=False", "celu", ["alpha"]),
    activation("ReLU6", "inplace=False", "relu6"),
    activation("GELU", "approximate='none'", "gelu", ["approximate"]),
    activation("SiLU", "inplace=False", "silu"),
    activation("Mish", "inplace=False", "mish"),
    activation("GLU", "dim=-1", "glu", ["dim"]),
    activation("Sigmoid", "", "sigmoid"),
    activation("Tanh", "", "tanh"),
    activation("LogSigmoid", "", "logsigmoid"),
    activation("Softplus", "beta=1.0, threshold=20.0", "softplus", ["beta", "threshold"]),
    activation("Softsign", "", "softsign"),
    activation("Tanhshrink", "", "tanhshrink"),
    activation("Softshrink", "lambd=0.5", "softshrink", ["lambd"], isNamed: false),
    activation("Hardshrink", "lambd=0.5", "hardshrink", ["lambd"], isNamed: false),
    activation(
      "Hardtanh", "min_val=-1.0, max_val=1.0, inplace=False", "hardtanh", ["min_val", "max_val"]),
    activation("Hardsigmoid", "inplace=False", "hardsigmoid"),
    activation("Hardswish", "inplace=False", "hardswish"),
    activation(
      "Threshold", "threshold, value, inplace=False", "threshold", ["threshold", "value"]),
    activation(
      "RReLU", "lower=0.125, upper=0.3333333333333333, inplace=False", "rrelu", ["lower", "upper"]),
    activation("Softmax", "dim=None", "softmax", ["dim"]),
    activation("LogSoftmax", "dim=None", "log_softmax", ["dim"]),
    activation("Softmin", "dim=None", "softmin", ["dim"]),
  ].compactMap(\.self)

  private static func activation(
    _ name: String, _ settings: String, _ function: String, _ shown: [String] = [],
    isNamed: Bool = true
  ) -> NativeClass? {
    TorchTable.functional(function).map {
      FunctionModule.type(name, settings, $0, module: "activation", shown: shown, isNamed: isNamed)
    }
  }

  private static let ends = "size_average=None, reduce=None, reduction='mean'"

  private static let losses: [NativeClass] = [
    loss(
      "CrossEntropyLoss",
      "weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0",
      "cross_entropy"),
    loss(
      "NLLLoss", "weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'",
      "nll_loss"),
    loss("BCELoss", "weight=None, \(ends)", "binary_cross_entropy"),
    loss(
      "BCEWithLogitsLoss", "weight=None, \(ends), pos_weight=None",
      "binary_cross_entropy_with_logits"),
    loss("KLDivLoss", "\(ends), log_target=False", "kl_div"),
    loss("MSELoss", ends, "mse_loss"),
    loss("L1Loss", ends, "l1_loss"),
    loss("SmoothL1Loss", "\(ends), beta=1.0", "smooth_l1_loss"),
    loss("HuberLoss", "reduction='mean', delta=1.0", "huber_loss"),
    loss("SoftMarginLoss", ends, "soft_margin_loss"),
    loss("HingeEmbeddingLoss", "margin=1.0, \(ends)", "hinge_embedding_loss"),
    loss(
      "MarginRankingLoss", "margin=0.0, \(ends)", "margin_ranking_loss",
      ["input1", "input2", "target"]),
    loss(
      "PoissonNLLLoss",
      "log_input=True, full=False, size_average=None, eps=1e-08, reduce=None, reduction='mean'",
      "poisson_nll_loss"),
    loss(
      "GaussianNLLLoss", "*, full=False, eps=1e-06, reduction='mean'", "gaussian_nll_loss",
      ["input", "target", "var"]),
  ].compactMap(\.self)

  private static func loss(
    _ name: String, _ settings: String, _ function: String,
    _ inputs: [String] = ["input", "target"]
  ) -> NativeClass? {
    TorchTable.functional(function).map {
      FunctionModule.type(
        name, settings, $0, module: "loss", inputs: inputs, buffers: ["weight", "pos_weight"])
    }
  }

  private static let others: [NativeClass] =
    [
      ("Dropout", "dropout"), ("Dropout1d", "dropout1d"), ("Dropout2d", "dropout2d"),
      ("AlphaDropout", "alpha_dropout"),
    ]
    .compactMap { name, function in
      TorchTable.functional(function).map {
        FunctionModule.type(
          name, "p=0.5, inplace=False", $0, module: "dropout", shown: ["p", "inplace"])
      }
    }
    + [
      TorchTable.functional("cosine_similarity").map {
        FunctionModule.type(
          "CosineSimilarity", "dim=1, eps=1e-08", $0, module: "distance", inputs: ["x1", "x2"])
      },
      TorchTable.functional("pairwise_distance").map {
        FunctionModule.type(
          "PairwiseDistance", "p=2.0, eps=1e-06, keepdim=False", $0, module: "distance",
          inputs: ["x1", "x2"])
      },
    ].compactMap(\.self)
}
