import Lessons
import Testing

@testable import TutorUI

private func picture(_ blocks: [Block], width: Int) -> String {
  Layout.lines(of: blocks, width: width).map(\.text).joined(separator: "\n")
}

private func paragraph(_ text: String) -> Block { .paragraph([.text(text)]) }

private let list: Block = .list(
  start: nil,
  items: [
    [
      paragraph("First, the maximum is subtracted from every score."),
      .list(start: 9, items: [[paragraph("nine")], [paragraph("ten, which is wider")]]),
    ],
    [paragraph("然后把指数加起来，再取对数。")],
  ])

private let table: Block = .table(
  header: [[.text("Loss")], [.text("输入")], [.text("PyTorch")]],
  alignments: [.leading, .centre, .trailing],
  rows: [
    [[.text("NLL")], [.text("对数概率")], [.code("F.nll_loss")]],
    [[.text("cross-entropy")], [.text("logits")], [.code("F.cross_entropy")]],
  ])

@Test func `a list hangs beside its bullets and numbers`() {
  #expect(
    picture([list], width: 40) == """
      • First, the maximum is subtracted from
        every score.
         9. nine
        10. ten, which is wider
      • 然后把指数加起来，再取对数。
      """)
  #expect(
    picture([list], width: 20) == """
      • First, the maximum
        is subtracted from
        every score.
         9. nine
        10. ten, which is
            wider
      • 然后把指数加起来，
        再取对数。
      """)
}

@Test func `a table has straight columns with wide characters, and becomes a list when narrow`() {
  #expect(
    picture([table], width: 76) == """
      Loss             输入            PyTorch
      ────────────────────────────────────────
      NLL            对数概率       F.nll_loss
      cross-entropy   logits   F.cross_entropy
      """)
  #expect(
    picture([table], width: 36) == """
      Loss       输入            PyTorch
      ──────────────────────────────────
      NLL      对数概率       F.nll_loss

      cross-    logits   F.cross_entropy
      entropy
      """)
  #expect(
    picture([table], width: 20) == """
      NLL
        输入: 对数概率
        PyTorch:
        F.nll_loss

      cross-entropy
        输入: logits
        PyTorch:
        F.cross_entropy
      """)
}

@Test func `code stands behind a rule, and its long lines go on further in`() {
  let source = "def f(x):\n    return F.log_softmax(x, dim=-1).sum()\n\n"
  #expect(
    picture([.code(language: "python", source)], width: 30) == """
      ▏ def f(x):
      ▏     return F.log_softmax(x,
      ▏       dim=-1).sum()
      """)
}

@Test func `python's words have the styles of code`() {
  var quote: PythonText.Quote?
  let line = PythonText.line("return \"a # b\"  # so", quote: &quote)
  #expect(
    line.runs == [
      StyledLine.Run("return", Style(.code, .bold)), StyledLine.Run(" ", Style(.code)),
      StyledLine.Run("\"a # b\"", Style(.code, .italic)), StyledLine.Run("  ", Style(.code)),
      StyledLine.Run("# so", Style(.dim)),
    ])
  let open = PythonText.line("'''one", quote: &quote)
  #expect(quote == .single)
  #expect(open.runs.map(\.style) == [Style(.code, .italic)])
  let close = PythonText.line("two''' + x", quote: &quote)
  #expect(quote == nil)
  #expect(close.runs.first?.text == "two'''")
}

@Test func `a quote, a heading and a formula stand with an empty line between them`() {
  let blocks: [Block] = [
    .heading(level: 2, [.text("Why")]),
    .quote([paragraph("Only differences matter."), paragraph("Always.")]),
    .formula(#"p_i = \frac{1}{2}"#), .formula(#"\nonsense{"#),
  ]
  #expect(
    picture(blocks, width: 40) == """
      Why

      │ Only differences matter.
      │
      │ Always.

               1
         pᵢ = ───
               2

      ▏ \\nonsense{
      """)
}

@Test func `programs and quizzes are left to the caller`() {
  let program = Program(source: "x", presentations: [], edits: [], line: 1)
  let lines = Layout.lines(of: [paragraph("one"), .program(program)], width: 30) { _, width in
    [StyledLine("here, in \(width) columns")]
  }
  #expect(lines.map(\.text) == ["one", "", "here, in 30 columns"])
}

@Test func `a table without heads has no rule over nothing`() {
  let rows: [[[Inline]]] = [[[.text("mean")], [.text("0.7")]], [[.text("sum")], [.text("1.4")]]]
  let table = Block.table(header: [[], []], alignments: [.leading, .trailing], rows: rows)
  #expect(
    picture([table], width: 40) == """
      mean  0.7
      sum   1.4
      """)
}

@Test func `a table with an empty column keeps to its width`() {
  let rows: [[[Inline]]] = [[[.text("é")], [], [.text("one two three softmax")]]]
  for width in 8...30 {
    let table = Block.table(header: [[], [], []], alignments: [], rows: rows)
    for line in Layout.lines(of: [table], width: width) { #expect(line.columns <= width) }
  }
}

@Test func `no line of any block is wider than the width`() {
  var generator = Dice(state: 7)
  let words = ["概率", "。", "softmax", " ", " of ", "（", "CrossEntropyLoss(x, y)", "！", "--", "é"]
  func text() -> [Inline] {
    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      .text(words.randomElement(using: &generator) ?? "")
    }
  }
  for _ in 0..<60 {
    let blocks: [Block] = [
      .paragraph(text()), .list(start: 98, items: [[.paragraph(text())], [.paragraph(text())]]),
      .quote([.list(start: nil, items: [[.paragraph(text())]])]),
      .table(header: [text(), text(), text()], alignments: [], rows: [[text(), text(), text()]]),
      .code(language: "python", "x = '概率' + \(words.joined())\n\tdef f(): pass"),
    ]
    for width in [12, 20, 40, 76] {
      for line in Layout.lines(of: blocks, width: width) {
        #expect(line.columns <= width, "\(width): \(line.text)")
      }
    }
  }
}
