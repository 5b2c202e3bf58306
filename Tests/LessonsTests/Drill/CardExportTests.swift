import GRDB
import Language
@testable import Lessons
import Testing

@Suite struct CardExportTests {
  private static let lesson = LessonScript(
    """
    ---
    id: sums
    title: Sums
    summary: None.
    minutes: 1
    topics: [sums]
    ---

    ## One

    The numbers are **1** and $x_1$ & more.

    ```quiz
    id: which
    kind: choice
    shuffle: false
    ask: What is `a < b`?
    choices:
      - {text: "less\tthan", correct: true}
      - {text: more}
    hints: [Look.]
    because: It is less.
    ```
    """, file: "sums.md", language: .english
  ).lesson

  private static let cards = CardExport.cards(of: DrillLessons(lessons: [lesson]), seed: 0)

  @Test func `Anki's text has a line for each card, its id first`() {
    expect(
      AnkiText.text(Self.cards).split(separator: "\n").last.map(String.init) ?? "",
      "nabla/sums/which\t<p>The numbers are <b>1</b> and \\(x_1\\) &amp; more.</p>"
        + "<p>What is <code>a &lt; b</code>?</p>"
        + "<ol type=\"A\"><li>less than</li><li>more</li></ol>\t"
        + "<p><b>less than</b></p><p>It is less.</p>\tnabla sums lesson")
  }

  private func expect(_ got: String, _ wanted: String) { #expect(got == wanted) }

  @Test func `the JSON has what is asked and what is right`() throws {
    let json = try #require(Self.cards.first?.json)
    #expect(json["id"]?.text == "sums/which")
    #expect(json["ask"]?.text == "What is a < b?")
    #expect(json["answer"]?.text == "less\tthan")
  }

  @Test func `a package is a zip archive with a sound collection`() throws {
    let bytes = try AnkiPackage.bytes(Self.cards, at: 1_800_000_000)
    #expect(bytes.prefix(4) == [0x50, 0x4B, 3, 4])
    #expect(bytes.suffix(22).prefix(4) == [0x50, 0x4B, 5, 6])
    let name = Array("collection.anki2".utf8)
    #expect(Array(bytes[30..<30 + name.count]) == name)
    let head = Array("SQLite format 3".utf8)
    #expect(Array(bytes[30 + name.count..<30 + name.count + head.count]) == head)
    #expect(ZipArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test func `a package that cannot be made says where and why`() throws {
    let folder = TemporaryFolder()
    let missing = folder.path + "/none"
    #expect(throws: StoreFault("\(missing): No such file or directory")) {
      try AnkiPackage.bytes(Self.cards, at: 0, in: missing)
    }
    #expect(try !AnkiPackage.bytes(Self.cards, at: 0, in: folder.path).isEmpty)
    #expect(try folder.names() == [])
  }

  // MARK: One's own

  private static let own = """
    {"id": "mine", "title": "Mine: 1", "topics": ["softmax"], "cards": [
      {"id": "a", "kind": "text", "ask": "What is \\"it\\"?", "accept": ["softmax"]},
      {"id": "b", "kind": "number", "given": "x = torch.randint(2, 9, (1,)).item()\\n",
       "ask": "Twice {{ x }}?", "answer": "2 * x", "tolerance": 0}]}
    """

  @Test func `one's own cards go through the reader of the lessons`() throws {
    let cards = try OwnCards(Self.own, file: "mine.json", language: .english)
    #expect(cards.id == "mine")
    #expect(cards.problems == [])
    let deck = Deck(lessons: [], own: [cards.lesson])
    #expect(deck.cards.map(\.id.description) == ["own-mine/a", "own-mine/b"])
    #expect(deck.cards.allSatisfy { $0.topics == ["softmax"] && $0.source == .own })
    var player = LessonPlayer(cards.lesson)
    let quiz = try #require(player.step(1).quizzes.first)
    #expect(quiz.problem == nil)
    #expect(player.judge(.number(quiz.answerText), to: "b", in: 1).judgement == .right)
  }

  @Test(arguments: [
    "", "[]", #"{"id": "A b", "cards": [1]}"#, #"{"id": "a", "cards": []}"#, #"{"cards": [{}]}"#,
  ])
  func `what is no collection is refused`(text: String) {
    #expect(throws: StoreFault.self) {
      try OwnCards(text, file: "a.json", language: .english)
    }
  }

  @Test func `a card that cannot be asked is told by its number`() throws {
    let text = #"{"id": "a", "cards": [{"id": "x", "kind": "nubmer", "ask": "?"}]}"#
    let cards = try OwnCards(text, file: "a.json", language: .english)
    #expect(cards.problems.contains { $0.hasPrefix("Card 1: ") })
  }

  @Test func `a collection is kept, and takes the place of the one before`() throws {
    let folder = TemporaryFolder()
    let own = OwnCardsFolder(folder.path + "/cards")
    #expect(own.save(Self.own, id: "mine") == nil)
    #expect(own.save(Self.own, id: "mine") == nil)
    #expect(own.read(in: .english).lessons.map(\.id) == ["own-mine"])
    #expect(own.read(in: .chinese).lessons.first?.title == "Mine: 1")
    #expect(try folder.names() == ["cards", "cards/mine.json"])
  }

  @Test func `a collection that cannot be kept says why`() throws {
    let folder = TemporaryFolder()
    try folder.write("file", [1])
    let fault = OwnCardsFolder(folder.path + "/file").save(Self.own, id: "mine")
    #expect(fault?.message == folder.path + "/file/mine.json: Not a directory")
  }

  @Test func `a broken collection is told, and the others are asked`() throws {
    let folder = TemporaryFolder()
    try folder.text("cards/a.json", "{")
    try folder.text("cards/b.json", Self.own)
    try folder.text("cards/c.json", #"{"id": "c", "cards": [{"id": "x", "kind": "nubmer"}]}"#)
    let read = DrillLessons.read(
      Course.load(ContentFolder(folder.path)), ContentFolder(folder.path),
      own: OwnCardsFolder(folder.path + "/cards"), in: .english)
    #expect(read.deck.cards.map(\.id.description).contains("own-mine/a"))
    #expect(
      Set(read.problems.map(\.file)) == Set(["a", "c"].map { "\(folder.path)/cards/\($0).json" }))
    #expect(read.problems.first?.message.hasPrefix("This is no JSON: ") == true)
    #expect(read.notice?.english.contains("/cards/a.json: This is no JSON") == true)
    #expect(DrillLessons().notice == nil)
  }
}
