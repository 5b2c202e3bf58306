import Foundation
import Testing

@testable import Language

@Suite struct ManualTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `docs/language.md is the manual`() throws {
    let file = Self.root.appending(path: "docs/language.md")
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == Manual.text, "run: nabla help manual > docs/language.md")
  }

  @Test(arguments: NameCard.all.keys.sorted())
  func `a card's example runs`(name: String) throws {
    let card = try #require(NameCard.card(of: name))
    let outcome = Session().run(card.example)
    #expect(outcome.diagnostic == nil)
    #expect(outcome.text != nil || !outcome.printed.isEmpty || !outcome.drawings.isEmpty)
  }

  @Test func `a name is told with formula, example and mistake`() throws {
    let help = try #require(Session().help(on: "F.log_softmax"))
    #expect(help.contains("log p_i = z_i − m − log Σ_j exp(z_j − m)"))
    #expect(help.contains("tensor([-0.4170, -1.4170, -2.3170])"))
    #expect(help.contains("underflows"))
  }

  @Test func `a layer is told with what it is made of`() throws {
    let help = try #require(Session().help(on: "nn.Linear"))
    #expect(help.hasPrefix("nn.Linear(in_features, out_features, bias=True"))
  }

  @Test func `modules are listed by their names`() throws {
    #expect(try #require(Manual.part("torch.nn.functional")).contains("`cross_entropy("))
    #expect(Manual.part("torch.nothing") == nil)
  }
}
