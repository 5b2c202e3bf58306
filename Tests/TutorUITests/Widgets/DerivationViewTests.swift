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

  @Test func `a batch is told in rows of rows`() throws {
    let view = DerivationView(
      derivation: try story([2, 1, 0.1, 0.5, 2, 0.3], [2, 3], dim: 1), open: 3, language: .chinese)
    #expect(
      view.plate(columns: 64).lines.picture == """
                        0        1        2
          z    0   2.0000   1.0000   0.1000
               1   0.5000   2.0000   0.3000
          m    0   2.0000                    maxⱼ zⱼ
               1   2.0000
        ▸ z−m  0   0.0000  −1.0000  −1.9000  zᵢ − m
               1  −1.5000   0.0000  −1.7000

          所有logits减去同一个数，份额不变；现在最大的是0。
        """)
  }
}
