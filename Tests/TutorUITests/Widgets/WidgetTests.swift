import Language
import Lessons
import Math
import Testing

@testable import TutorUI

extension [StyledLine] {
  /// The lines as text, trailing blanks dropped.
  var picture: String {
    map { line in
      var text = line.text
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }
}

@Suite struct WidgetTests {
  @Test func `a list of integers is a table of the same integers, however large`() {
    let values = [Int64.max, -9_007_199_254_740_993]
    #expect(
      Snapshot.list(values.map { .int(Int($0)) }).numbers
        == Tensor(shape: [2], storage: .int64(values)))
    #expect(
      Snapshot.list([.float(1.5), .int(2)]).numbers
        == Tensor(shape: [2], storage: .float64([1.5, 2])))
  }

  @Test func `bars are right to an eighth of a column`() {
    let chart = BarChart(bars: [
      .init(label: "cat", value: 6.59), .init(label: "dog", value: 2.424),
      .init(label: "bird", value: 0.986), .init(label: "fish", value: 0),
    ])
    #expect(
      chart.lines(columns: 33).picture == """
        cat  ████████████████████ 6.5900
        dog  ███████▍             2.4240
        bird ███                  0.9860
        fish                      0.0000
        """)
  }

  @Test func `a probability's bar is as long a part of its place as the probability is of 1`() {
    let chart = BarChart(bars: [
      .init(label: "cat", value: 0.5), .init(label: "dog", value: 0.375),
      .init(label: "bird", value: 0.125),
    ])
    #expect(
      chart.lines(columns: 29).picture == """
        cat  ████████         0.5000
        dog  ██████           0.3750
        bird ██               0.1250
        """)
  }

  @Test func `negative bars go to the left of a common axis`() {
    let chart = BarChart(bars: [
      .init(label: "a", value: 2), .init(label: "b", value: -1), .init(label: "c", value: .nan),
    ])
    #expect(
      chart.lines(columns: 22).picture == """
        a     ███████  2.0000
        b ████        −1.0000
        c ·               nan
        """)
  }

  @Test func `a bar chart keeps its width`() {
    for columns in 1...60 {
      let chart = BarChart(bars: [
        .init(label: "something", value: 1), .init(label: "鸟", value: -0.5),
      ])
      for line in chart.lines(columns: columns) where columns >= 20 {
        #expect(line.columns <= columns)
      }
    }
  }

  @Test func `progress is never shown as none or all before it is`() {
    #expect(ProgressBar(done: 0, total: 9).line(columns: 6).text == "░░░░░░")
    #expect(ProgressBar(done: 1, total: 99).line(columns: 6).text == "▓░░░░░")
    #expect(ProgressBar(done: 98, total: 99).line(columns: 6).text == "▓▓▓▓▓░")
    #expect(ProgressBar(done: 99, total: 99).line(columns: 6).text == "▓▓▓▓▓▓")
    #expect(ProgressBar(done: 3, total: 0).line(columns: 6).text == "")
  }

  @Test func `a tensor is a table with heads`() {
    let tensor = Tensor(shape: [2, 3], storage: .float64([2, 1, 0.1, -0.5, .infinity, .nan]))
    var table = TensorTable(tensor: tensor)
    table.symbol = StyledLine("Z")
    #expect(
      table.plate(columns: 40).lines.picture == """
                   0        1        2
        Z 0   2.0000   1.0000   0.1000
          1  −0.5000      inf      nan
        """)
  }

  @Test func `columns that do not fit are told of`() {
    let tensor = Tensor(shape: [9], storage: .int64([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    var table = TensorTable(tensor: tensor)
    #expect(
      table.plate(columns: 14).lines.picture == """
          0  1  2  3 …
          1  2  3  4 …
        """)
    table.focus = 8
    #expect(
      table.plate(columns: 14).lines.picture == """
          5  6  7  8
          6  7  8  9
        """)
  }

  @Test func `an empty tensor and a scalar have their tables too`() {
    let empty = TensorTable(tensor: Tensor(shape: [0], storage: .float64([])))
    #expect(empty.plate(columns: 20).lines.picture == "  [ ]")
    let scalar = TensorTable(tensor: Tensor(shape: [], storage: .bool([true])))
    #expect(scalar.plate(columns: 20).lines.picture == "  True")
  }

  @Test func `a changed number is marked`() {
    let before = Tensor(shape: [2], storage: .float64([1, 2]))
    var table = TensorTable(tensor: Tensor(shape: [2], storage: .float64([1, 3])))
    table.previous = before
    let styles = table.rows()[0].items.map(\.style)
    #expect(styles == [Style(.number), Style(.changed, .underline)])
  }

  @Test func `the footer leaves out what does not fit, never the way to the keys`() {
    for columns in 12...120 {
      let footer = Footer(
        contexts: [.lesson, .everywhere], language: .english, columns: columns,
        isAvailable: { _ in true }, phrase: { $0.phrase })
      #expect(footer.line.columns <= columns)
      #expect(footer.line.text.contains("? keys"))
    }
  }

  @Test func `a field takes text and keeps its cursor`() {
    var field = AnswerField()
    for key in Play.parse("\"log(3)\" left left \"0.\" home bs end") { _ = field.press(key) }
    #expect(field.text == "log(0.3)")
    #expect(field.cursor == 8)
    _ = field.press(.paste("1\n2\u{1B}[2J"))
    #expect(field.text == "log(0.3)1 2\u{1B}[2J")
    _ = field.press(.control("u"))
    #expect(field.text.isEmpty)
  }

  @Test func `code is indented as Python wants it`() {
    var code = CodeField("def f(x):")
    for key in Play.parse("enter \"return\" space x enter bs \"y\"") { _ = code.press(key) }
    #expect(code.source == "def f(x):\n    return x\ny\n")
    for key in Play.parse("up up end enter \"pass\" left left ^d") { _ = code.press(key) }
    #expect(code.source == "def f(x):\n    pas\n    return x\ny\n")
  }
}
