/// The story of one result: an ordered list of steps, each computed from those before it.
///
/// A derivation is a second way to the number that the kernel computes, slow and plain enough to be
/// read; a test holds the two together.
public struct Derivation: Sendable, Hashable {
  /// The operation told, by PyTorch's name: `log_softmax`.
  public var name: String
  /// The law being followed, as LaTeX.
  public var formula: String
  /// The steps in the order they are computed; the last one is the result.
  public var steps: [Step]

  /// Makes a derivation of steps already computed.
  public init(name: String, formula: String, steps: [Step]) {
    self.name = name
    self.formula = formula
    self.steps = steps
  }

  /// One line of the story: a symbol, how it is made, and what came out.
  public struct Step: Sendable, Hashable {
    /// A short name in Unicode, as a table's row head shows it: `z − m`.
    public var symbol: String
    /// How the step is made, as LaTeX: `z_i - m`.
    public var formula: String
    /// How each element is made from earlier steps.
    public var rule: Rule
    /// What came out.
    public var value: Tensor
    /// Why the step is taken, for a learner.
    public var remark: Remark?
    /// What went wrong here first, if anything did.
    public var mark: Mark?
    /// The row-major place of the element that went wrong first.
    public var markedElement = 0
    /// The line of the program that made the step, where a program did.
    public var origin: Origin?

    /// Makes a step.
    public init(
      symbol: String, formula: String, rule: Rule, value: Tensor, remark: Remark? = nil,
      mark: Mark? = nil
    ) {
      self.symbol = symbol
      self.formula = formula
      self.rule = rule
      self.value = value
      self.remark = remark
      self.mark = mark
    }
  }

  /// A sentence in both of the course's languages.
  public struct Remark: Sendable, Hashable {
    /// The English sentence.
    public var english: String
    /// The Chinese sentence.
    public var chinese: String

    /// Makes a remark of one sentence said twice.
    public init(_ english: String, _ chinese: String) {
      self.english = english
      self.chinese = chinese
    }
  }

  /// A line of a program, and what was done for it.
  public struct Origin: Sendable, Hashable {
    /// The line's number, counted from 1.
    public var line: Int
    /// The line as it was written, without the blanks around it.
    public var source: String
    /// What the backward pass calls the operation it undoes here (`MulBackward0`); nil going forward.
    public var undone: String?

    /// Names a line of a program.
    public init(line: Int, source: String, undone: String? = nil) {
      self.line = line
      self.source = source
      self.undone = undone
    }
  }

  /// What went wrong in a step, at the step where it first went wrong.
  public enum Mark: String, Sendable, Hashable {
    /// A finite input became infinite.
    case overflow
    /// A value that is not zero became zero.
    case underflow
    /// A number became nan.
    case nan
    /// Digits were lost: unlike inputs gave like results.
    case precision
    /// A gradient that is not zero arrived, and nothing of it was passed on.
    case died
  }
}

extension Derivation.Mark {
  /// What the mark says.
  public var sentence: Derivation.Remark {
    switch self {
    case .overflow: .init("overflow: a finite number became infinite", "上溢：有限的数变成了无穷大")
    case .underflow:
      .init("underflow: a number that is not zero became zero", "下溢：非零的数变成了零")
    case .nan: .init("nan: there is no such number", "nan：没有这样的数")
    case .precision: .init("digits were lost here", "这里丢失了有效数字")
    case .died: .init("the gradient died: nothing is passed on", "梯度在此消失：不再往回传")
    }
  }

  /// The mark in a word.
  public var word: Derivation.Remark {
    switch self {
    case .overflow: .init("overflow", "上溢")
    case .underflow: .init("underflow", "下溢")
    case .nan: .init("nan", "nan")
    case .precision: .init("precision", "失精度")
    case .died: .init("died", "消失")
    }
  }
}
