import Language
import Lessons
import Math
import Testing

@testable import TutorUI

@Suite struct PictureTests {
  private func lesson(_ way: String, _ source: String) -> WrittenLesson {
    WrittenLesson(body: "```nabla \(way)\n\(source)\n```\n")
  }

  @Test func `a curve has round numbers at its axes and a gap where it is not finite`() {
    let loss = lesson("plot", "torch.tensor([2.3, 1.1, 0.5, math.inf, 0.4, 0.3])")
    expect(
      loss.screen(after: "", 44),
      """
        torch.tensor([2.3, 1.1, 0.5, math.inf, …
        2.5 ┤
            │⠱⡀
        2.0 ┤ ⠈⢆
            │   ⠱⡀
        1.5 ┤    ⠈⢆
            │      ⠱⡀
        1.0 ┤       ⠈⠑⢄⡀
            │          ⠈⠒⢄
        0.5 ┤             ⠉⠂            ⢀⣀⣀⣀
            │                               ⠉⠉⠉⠉
        0.0 ┤
            └┬─────────────┬────────────┬───────
             0             2            4
        ! Not drawn, being infinite or nan: 1.
      """)
  }

  @Test func `several curves stand over the first where that one grows, and carry their numbers`() {
    let curves = lesson("plot", "x = torch.linspace(-2, 2, 41)\nx, relu(x), torch.tanh(x)")
    expect(
      curves.screen(after: "", 44),
      """
        x, relu(x), torch.tanh(x)
         2 ┤                                 ⢀⡠1
           │                               ⣀⠤⠊
           │                            ⢀⠔⠉
         1 ┤                         ⡠⠔⢊⣁⣀⠤⠤⠤⠤⠤2
           │                      ⣀2⠮⠊⠉⠁
           │                   ⢀⡴⠊
         0 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒1⠒⠒⠒⠒⣒⠶⠊⠁┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
           │            ⢀⣀⠔⠉
           │      ⣀⣀⣀⠤⠔⠊⠁
        −1 ┤⠒⠉⠉⠉⠉⠉
           └┬────────┬────────┬───────┬────────┬
           −2       −1        0       1        2
        1 relu(x)   2 torch.tanh(x)
      """)
  }

  @Test func `a heat map has its numbers where they fit, and shades alone where they do not`() {
    let small = lesson("heat", "torch.tensor([[0.1, 0.9], [-0.5, math.nan]])")
    expect(
      small.screen(after: "", 44),
      """
        torch.tensor([[0.1, 0.9], [-0.5, math.n…
                     0           1
        0  ▒▒   0.1000 ██   0.9000
        1      −0.5000 ??      nan
        −0.5000 │  ░░▒▒▓▓██│ 0.9000
      """)
    let wide = lesson(
      "heat", "a = torch.linspace(-1, 1, 16)\n(a.unsqueeze(0) * a[:4].unsqueeze(1))")
    expect(
      wide.screen(after: "", 44),
      """
        (a.unsqueeze(0) * a[:4].unsqueeze(1))
        0 │████████▓▓▓▓▓▓▒▒▒▒░░░░░░        │
        1 │██████▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░░░      │
        2 │████▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░░░░░    │
        3 │██▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░░░░░░░  │
        −1.0000 │  ░░▒▒▓▓██│ 1.0000
      """)
  }

  @Test func `a graph joins each node to those it is made of, with the gradients that came back`() {
    let graph = lesson(
      "graph",
      """
      w = torch.tensor([0.5, -0.25], requires_grad=True)
      x = torch.tensor([1.0, 2.0])
      z = w * x
      loss = (z ** 2 + z).sum()
      loss.backward()
      """)
    expect(
      graph.screen(after: "", 60, 30),
      """
        ▏ w = torch.tensor([0.5, -0.25], requires_grad=True)
        ▏ x = torch.tensor([1.0, 2.0])
        ▏ z = w * x
        ▏ loss = (z ** 2 + z).sum()
        ▏ loss.backward()

        ◆ w               0.5000  −0.2500
        │ grad            2.0000   0.0000
        │ ○ x             1.0000   2.0000
        ├─╯
        ●   z             0.5000  −0.5000  w * x
        │   grad          2.0000   0.0000
        ├─╮
        │ ● z ** 2        0.2500   0.2500
        │ │ grad          1.0000   1.0000
        ├─╯
        ●   z ** 2 + z    0.7500  −0.2500
        │   grad          1.0000   1.0000
        ● loss            0.5000           (z ** 2 + z).sum()
          grad            1.0000
        ○ given ◆ gradient wanted ● computed grad: what
        came back
      """)
  }

  @Test func `compared programs stand side by side, each with its source`() {
    let compared = lesson(
      "compare",
      """
      p = softmax(torch.tensor([2.0, 1.0]))
      -torch.log(p[0])

      F.nll_loss(torch.tensor([2.0, 1.0]))
      """)
    let screen = compared.screen(after: "", 90)
    #expect(screen.contains("-torch.log(p[0])"))
    #expect(screen.contains("p = softmax(torch.tensor([2.0, 1.0]))"))
  }

  @Test(arguments: [
    [0.0, 1], [0.03, 2.3], [-2, 2], [5, 5], [0, 0], [1e-7, 3e-7], [1e20, 9e20], [-1e308, 1e308],
    [5e-324, 1e-323], [.nan, .infinity], [],
  ])
  func `a scale has a few even ticks around its numbers`(numbers: [Double]) {
    let scale = AxisScale(numbers, count: 4, isRounded: true)
    #expect(scale.low <= (numbers.filter(\.isFinite).min() ?? 0))
    #expect(scale.high >= (numbers.filter(\.isFinite).max() ?? 1))
    #expect(scale.ticks.count >= 2 && scale.ticks.count <= 8, "\(scale)")
    let steps = zip(scale.ticks, scale.ticks.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { abs($0 - steps[0]) <= abs(steps[0]) * 1e-6 })
  }

  @Test(arguments: [
    "torch.tensor([])", "torch.zeros(0, 3)", "torch.tensor(3.0)", "'text'", "None", "[1, [2, 3]]",
    "torch.full((3,), math.nan)", "torch.full((2, 2), math.inf)", "torch.zeros(2, 2, 2)",
    "torch.tensor([1e308, -1e308])", "torch.tensor([5e-324, 0.0]).double()", "torch.ones(40, 90)",
    "[True, False]", "(torch.ones(3), torch.ones(2))", "torch.arange(5)",
  ])
  func `whatever the value, a picture is shown and nothing runs over the edge`(value: String) {
    for way in ["plot", "heat", "graph", "bars", "table"] {
      for columns in [44, 80] {
        let frame = lesson(way, value).frame(after: "", columns, 24)
        #expect(frame.picture.count == 24)
        let plain = PlainText.ascii(frame.picture.joined(separator: "\n"))
        #expect(plain.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  @Test func `shades differ without colour and in ASCII too`() {
    #expect(PlainText.ascii(" ░▒▓█") == " .:%#")
    #expect(PlainText.ascii("●○◆│╰╯├┤┼") == "*o#|+++++")
  }
}
