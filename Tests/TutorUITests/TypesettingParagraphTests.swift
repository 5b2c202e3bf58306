import Lessons
import Testing

@testable import TutorUI

private func picture(_ inlines: [Inline], width: Int) -> String {
  Layout.lines(of: inlines, width: width).map(\.text).joined(separator: "\n")
}

private let english: [Inline] = [
  .text("The probability of a class is its share of the sum, so its "),
  .emphasis([.text("logarithm")]), .text(" is a difference, computed by "),
  .code("F.log_softmax(z, dim=-1)"), .space, .text("without ever forming "), .formula("e^{z_j}"),
  .text(": the largest exponent is "), .number("0.0000"), .text("."),
]

private let chinese: [Inline] = [
  .text("某个类别的概率是它在总和里所占的份额，因此它的对数就是一个差（最大的指数是"), .number("0"),
  .text("）。使用"), .code("F.log_softmax(z, dim=-1)"), .text("，而不要先算“softmax”再取对数。当"),
  .formula("z_j"), .text("很大时，"), .space, .formula("e^{z_j}"), .text("会变成"), .code("inf"),
  .text("——于是得到"), .code("nan"), .text("。"),
]

@Test func `an English paragraph is set evenly`() {
  #expect(
    picture(english, width: 40) == """
      The probability of a class is its
      share of the sum, so its logarithm
      is a difference, computed by
      F.log_softmax(z, dim=-1) without ever
      forming e^zⱼ: the largest exponent is
      0.0000.
      """)
  #expect(
    picture(english, width: 20) == """
      The probability
      of a class is its
      share of the sum,
      so its logarithm
      is a difference,
      computed by
      F.log_softmax(z,
      dim=-1) without ever
      forming e^zⱼ: the
      largest exponent is
      0.0000.
      """)
}

@Test func `a Chinese paragraph breaks between ideographs and never before closing punctuation`() {
  #expect(
    picture(chinese, width: 40) == """
      某个类别的概率是它在总和里所占的份额，因
      此它的对数就是一个差（最大的指数是0）。
      使用F.log_softmax(z, dim=-1)，而不要先算
      “softmax”再取对数。当zⱼ很大时，e^zⱼ会变
      成inf——于是得到nan。
      """)
}

@Test func `no line is wider than the width, begins with closing punctuation or ends with opening`()
{
  var generator = Dice(state: 7)
  let words = [
    "概率", "。", "，", "“", "”", "（", "）", "softmax", " ", " ", "a", "of", "log-softmax",
    "CrossEntropyLoss", "——", "……", "、", "《", "》", "3.14", "损失函数", "！",
  ]
  for _ in 0..<80 {
    let count = Int.random(in: 1...60, using: &generator)
    var inlines: [Inline] = []
    for _ in 0..<count {
      let word = words.randomElement(using: &generator) ?? ""
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: inlines.append(.code(word + "_f(x, y)"))
      case 1: inlines.append(.formula(#"\frac{a_i}{b + 1}"#))
      default: inlines.append(.text(word))
      }
    }
    for width in [4, 11, 20, 40, 76] {
      for line in Layout.lines(of: inlines, width: width) {
        #expect(line.columns <= width, "\(line.text)")
      }
    }
  }
}

@Test func `source lines join without a space between ideographs`() {
  #expect(picture([.text("概率"), .space, .text("很大")], width: 20) == "概率很大")
  #expect(picture([.text("概率"), .space, .text("is")], width: 20) == "概率 is")
  #expect(picture([.text("one"), .space, .text("two")], width: 20) == "one two")
}

@Test func `a link shows its address only if it leads out of the course`() {
  let inner: Inline = .link([.text("softmax")], destination: "softmax.md")
  let outer: Inline = .link([.text("PyTorch")], destination: "https://pytorch.org")
  let bare: Inline = .link([.text("https://pytorch.org")], destination: "https://pytorch.org")
  #expect(picture([inner], width: 40) == "softmax")
  #expect(picture([outer, .text(".")], width: 40) == "PyTorch (https://pytorch.org).")
  #expect(picture([bare], width: 40) == "https://pytorch.org")
}

@Test func `what is stressed is slanted, and ideographs are heavier instead`() {
  let line = Layout.lines(of: [.emphasis([.text("so很")])], width: 40).first
  #expect(
    line?.runs == [
      StyledLine.Run("so", Style(.text, .italic)), StyledLine.Run("很", Style(.text, .bold)),
    ])
}

@Test func `a long piece of code is cut after a comma, not within a number`() {
  #expect(
    picture([.code("log(softmax([1000.0,0.0,-1000.0]))[1]")], width: 22) == """
      log(softmax([1000.0,
      0.0,-1000.0]))[1]
      """)
}
