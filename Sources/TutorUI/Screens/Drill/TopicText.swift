import Lessons

/// What the topics of the course are called on a screen.
enum TopicText {
  /// A topic's name in a language; one that the course does not know stands as it is.
  static func name(_ topic: String, in language: CourseLanguage) -> String {
    guard language == .chinese else { return topic }
    return chinese[topic] ?? topic
  }

  /// The terms are the glossary's.
  private static let chinese: [String: String] = [
    "probability": "概率", "temperature": "温度", "numerical-stability": "数值稳定",
    "likelihood": "似然", "nll": "负对数似然", "cross-entropy": "交叉熵", "kl-divergence": "KL散度",
    "information": "信息量", "cross-entropy-loss": "CrossEntropyLoss", "reduction": "reduction",
    "label-smoothing": "标签平滑", "ignore-index": "ignore_index", "class-weights": "类别权重",
    "bce": "二元交叉熵", "multi-label": "多标签", "linear": "线性层", "activations": "激活函数",
    "shapes": "形状", "forward": "前向传播", "chain-rule": "链式法则", "jacobian": "雅可比矩阵",
    "backward": "反向传播", "gradient-check": "梯度检验", "optimizers": "优化器",
    "training-loop": "训练循环", "dying-gradients": "梯度消失", "initialisation": "初始化",
    "debugging": "查错", "own": "自己的卡片",
  ]
}
