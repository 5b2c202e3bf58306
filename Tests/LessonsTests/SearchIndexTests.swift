import Testing

@testable import Lessons

@Suite struct SearchIndexTests {
  private func lesson(_ id: String, _ title: String, _ body: String) -> (String, Lesson) {
    let text = "---\nid: \(id)\ntitle: \(title)\nsummary: S.\nminutes: 1\n---\n\n" + body
    return (id, LessonScript(text, file: "\(id).md", language: .english).lesson)
  }

  private var index: SearchIndex {
    let glossary = Glossary(
      Array(
        """
        - en: logit
          zh: 对数几率
          definition: {en: A score before softmax., zh: softmax 之前的得分。}
        - en: softmax
          zh: 归一化指数
          definition: {en: What makes probabilities of scores., zh: 把得分变成概率。}
        - en: nowhere
          zh: 无处
          definition: {en: Taught by no step., zh: 没有讲。}
        """.utf8), file: "glossary.yaml")
    return SearchIndex(
      [
        lesson(
          "scores", "Scores",
          "## The last layer\n\nIt gives scores, or **logits**. A logit is one.\n\n---\n\n## Named\n\nA **Logit**!\n"
        ),
        lesson(
          "soft", "Softmax",
          "## Probabilities\n\nFrom logits by **softmax**.\n\n```nabla\nz = 3\n```\n\n---\n\n"
            + "## Logits again\n\n| a | Temperature |\n| --- | --- |\n| 1 | 2 |\n"),
      ], glossary: glossary, in: .english)
  }

  /// What was found, in short.
  private func found(_ query: String, in open: String? = nil) -> [String] {
    index.hits(for: query, inLesson: open).map { hit in
      switch hit {
      case .term(let term):
        let place = term.place.map { "\($0.lesson) \($0.step)" } ?? "-"
        return "\(term.names.joined(separator: "=")): \(place)"
      case .step(let place, let text): return "\(place.lesson) \(place.step): \(text)"
      }
    }
  }

  @Test func `a number's program is not searched and not shown`() {
    let index = SearchIndex(
      [lesson("a", "A", "## Fruit\n\nAbout **{{ 41 + 1 }} apples** are left.\n")], in: .english)
    #expect(index.hits(for: "41", inLesson: nil).isEmpty)
    guard case .step(_, let text)? = index.hits(for: "apples", inLesson: nil).first else {
      Issue.record("apples were not found")
      return
    }
    #expect(text.contains("… apples"))
    #expect(!text.contains("{{"))
  }

  @Test func `a term that begins with the word goes before one whose definition does`() {
    let glossary = Glossary(
      Array(
        """
        - en: step function
          zh: 阶跃函数
          definition: {en: Function of two values., zh: 两值。}
        - en: function
          zh: 函数
          definition: {en: A rule., zh: 规则。}
        """.utf8), file: "glossary.yaml")
    let hits = SearchIndex([], glossary: glossary, in: .english).hits(for: "function")
    let names = hits.map { hit in if case .term(let term) = hit { term.names[0] } else { "" } }
    #expect(names == ["function", "step function"])
  }

  @Test func `terms come first, then titles, then texts`() {
    #expect(
      found("LOGIT") == [
        "logit=对数几率: scores 0", "soft 1: Logits again",
        "scores 0: It gives scores, or logits. A logit is one.",
        "scores 1: A Logit!", "soft 0: From logits by softmax.",
      ])
  }

  @Test func `the steps of the open lesson come before those of others`() {
    #expect(
      found("logit", in: "scores").map { $0.prefix(6) }
        == ["logit=", "scores", "scores", "soft 1", "soft 0"])
  }

  @Test func `a term is found by its name in the other language, and by its definition`() {
    #expect(found("对数") == ["logit=对数几率: scores 0"])
    #expect(found("probabilities of") == ["softmax=归一化指数: soft 0"])
    #expect(found("scores").last == "softmax=归一化指数: soft 0")
    #expect(found("无处") == ["nowhere=无处: -"])
  }

  @Test func `programs and tables are searched, blanks are not`() {
    #expect(found("z = 3") == ["soft 0: z = 3\n"])
    #expect(found("temperature") == ["soft 1: Temperature"])
    #expect(found("  ") == [])
    #expect(found("zzz") == [])
  }
}
