import Lessons
import Math
import Testing

@testable import TutorUI

@Suite struct DerivationViewTests {
  private func story(_ values: [Double], _ shape: [Int], dim: Int) throws -> Derivation {
    var story = Story()
    let z = story.given(
      Tensor(shape: shape, storage: .float64(values)), symbol: "z", formula: "z_i")
    _ = try LogSoftmax(dim: dim).tell([z], in: &story)
    return Derivation(name: "log_softmax", formula: "", steps: story.steps)
  }

  @Test func `the story of log-softmax is told in rows`() throws {
    let view = DerivationView(
      derivation: try story([2, 1, 0.1], [3], dim: 0), open: 6, language: .english)
    #expect(
      view.plate(columns: 64).lines.picture == """
                          0        1        2
          z          2.0000   1.0000   0.1000
          m          2.0000                    maxⱼ zⱼ
          z−m        0.0000  −1.0000  −1.9000  zᵢ − m
          e^(z−m)    1.0000   0.3679   0.1496  e^(zᵢ−m)
          Σ          1.5174                    ∑ⱼ e^(zⱼ−m)
        ▸ log Σ      0.4170                    log ∑ⱼ e^(zⱼ−m)

          The logarithm of a number from 1 on: finite.
        """)
  }

  @Test func `no number moves when a wider one comes below it`() throws {
    var story = Story()
    let z = story.given(
      Tensor(shape: [3], storage: .float64([2, 1, 0.1])), symbol: "z", formula: "z_i")
    _ = try NaiveSoftmax(dim: 0).tell([z], in: &story)
    var view = DerivationView(
      derivation: Derivation(name: "naive_softmax", formula: "", steps: story.steps), open: 1,
      language: .english)
    #expect(
      view.plate(columns: 64).lines.picture == """
                      0        1        2
        ▸ z      2.0000   1.0000   0.1000
        """)
    view.open = 3
    #expect(
      view.plate(columns: 64).lines.picture == """
                      0        1        2
          z      2.0000   1.0000   0.1000
          e^z    7.3891   2.7183   1.1052  e^zᵢ
        ▸ Σ     11.2125                    ∑ⱼ e^zⱼ

          The sum of all exponentials.
        """)
  }

  @Test func `heads stand over numbers only, and keep their line for those to come`() throws {
    var story = Story()
    _ = story.given(Tensor(shape: [], storage: .float64([0.5])), symbol: "t", formula: "t")
    _ = story.given(Tensor(shape: [2], storage: .float64([2, 1])), symbol: "z", formula: "z_i")
    var view = DerivationView(
      derivation: Derivation(name: "", formula: "", steps: story.steps), open: 1,
      language: .english)
    #expect(view.plate(columns: 40).lines.picture == "\n▸ t   0.5000")
    view.open = 2
    #expect(
      view.plate(columns: 40).lines.picture == """
                   0       1
          t   0.5000
          z   2.0000  1.0000
        """)
  }

  @Test func `a batch is told in rows of rows`() throws {
    let view = DerivationView(
      derivation: try story([2, 1, 0.1, 0.5, 2, 0.3], [2, 3], dim: 1), open: 3, language: .chinese)
    #expect(
      view.plate(columns: 64).lines.picture == """
                            0        1        2
          z        0   2.0000   1.0000   0.1000
                   1   0.5000   2.0000   0.3000
          m        0   2.0000                    maxⱼ zⱼ
                   1   2.0000
        ▸ z−m      0   0.0000  −1.0000  −1.9000  zᵢ − m
                   1  −1.5000   0.0000  −1.7000

          所有logits减去同一个数，份额不变；现在最大的是0。
        """)
  }
}
