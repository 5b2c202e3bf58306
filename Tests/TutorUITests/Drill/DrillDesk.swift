@testable import Lessons

@testable import TutorUI

/// A desk with a small course and bank written in the test, and a clock that the test moves.
struct DrillDesk: CourseDesk {
  /// What is kept, and the time, beyond the copies of the desk.
  final class World {
    var events: [HistoryEvent] = []
    var now = 1_800_000_000.0
    var retention = 0.9
  }

  var world = World()
  var progress = CourseProgress()
  var problems: [Finding] = []

  var course: Course {
    Course(title: [.english: "T", .chinese: "课"], parts: [], findings: [])
  }

  init(seen: Bool = true) {
    guard seen else { return }
    for step in 0..<2 {
      progress.apply(HistoryEvent(time: 0, lesson: "sums", step: step, kind: .seen))
    }
  }

  func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
    let isEnglish = language == .english
    return LessonScript(
      """
      ---
      id: sums
      title: \(isEnglish ? "Sums" : "求和")
      summary: None.
      minutes: 1
      topics: [sums, more]
      ---

      ## \(isEnglish ? "Two numbers" : "两个数")

      \(isEnglish ? "The numbers are 1 and 1." : "两个数是 1 和 1。")

      ```quiz
      id: which
      kind: choice
      topics: [sums]
      ask: \(isEnglish ? "What is it called?" : "这叫什么？")
      choices:
        - {text: \(isEnglish ? "sum" : "和"), correct: true}
        - {text: \(isEnglish ? "product" : "积"), say: \(isEnglish ? "That is times." : "那是乘。")}
        - {text: \(isEnglish ? "power" : "幂")}
      hints: [\(isEnglish ? "Plus." : "加。"), \(isEnglish ? "Really." : "真的。")]
      ```

      ---

      ## \(isEnglish ? "Add" : "相加")

      ```quiz
      id: add
      kind: number
      given: |
        a = torch.randint(2, 9, (1,)).item()
      ask: \(isEnglish ? "What is {{ a }} and one?" : "问：{{ a }} 加一是多少？")
      answer: a + 1
      tolerance: 0
      hints: [\(isEnglish ? "Count." : "数一数。")]
      because: \(isEnglish ? "One more is {{ a + 1 }}." : "多一就是 {{ a + 1 }}。")
      ```
      """, file: "content/\(language.rawValue)/sums.md", language: language
    ).lesson
  }

  func drillLessons(in language: CourseLanguage) -> DrillLessons {
    let isEnglish = language == .english
    let bank = LessonScript(
      Array(
        """
        ---
        id: interview-sums
        title: \(isEnglish ? "Sums" : "求和")
        topics: [sums, more]
        ---

        ```quiz
        id: word
        kind: text
        ask: \(isEnglish ? "How do you call one and one?" : "一加一叫什么？")
        accept: [two, 二]
        see: sums/add
        ```

        ---

        ```quiz
        id: talk
        kind: recall
        ask: \(isEnglish ? "Tell me about sums." : "谈谈求和。")
        points: [\(isEnglish ? "first, second" : "第一, 第二")]
        topics: [more]
        ```
        """.utf8), file: "b.md", language: language, isBank: true
    ).lesson
    return DrillLessons(
      lessons: [lesson("sums", in: language)], banks: [bank], problems: problems)
  }

  func history() -> [HistoryEvent] { world.events }
  func cardEvents() -> [HistoryEvent] { world.events }
  var now: Double { world.now }
  var days: DayCount { DayCount() }
  var freshSeed: UInt64 { 4 }
  mutating func record(_ event: LessonEvent) {}
  mutating func record(_ event: HistoryEvent) { world.events.append(event) }
  mutating func takeNotice() -> Sentence? { nil }
  mutating func keep(_ language: CourseLanguage) {}
  var desiredRetention: Double { world.retention }
  mutating func keep(retention: Double) { world.retention = retention }
}

/// The application in front of a drill's desk: keys in, screens out.
struct DrillPlay {
  var app: App
  var classroom: Classroom
  let world: DrillDesk.World

  init(
    _ columns: Int = 80, _ rows: Int = 24, desk: DrillDesk = DrillDesk(),
    language: CourseLanguage = .english
  ) {
    world = desk.world
    classroom = Classroom(desk: desk)
    app = App(
      size: Size(columns: columns, rows: rows), language: language,
      course: classroom.list(in: language))
  }

  mutating func send(_ message: AppMessage) { perform(app.update(message)) }

  mutating func perform(_ effects: [AppEffect]) {
    var effects = effects
    while !effects.isEmpty {
      for answer in classroom.perform(effects.removeFirst()) { effects += app.update(answer) }
    }
  }

  mutating func press(_ keys: String) {
    for key in Play.parse(keys) { send(.key(key)) }
  }

  /// Answers the card on the table rightly, after some seconds.
  mutating func solve(after seconds: Double = 30) {
    world.now += seconds
    guard let quiz = app.cardQuiz else { return }
    switch quiz.kind {
    case .choice:
      let right = quiz.choices.firstIndex(where: \.correct) ?? 0
      press("\(ChoiceList.key(of: right)) enter")
    case .number:
      send(.key(.control("u")))
      press("\"\(quiz.answerText)\" enter")
    case .text: press("\"two\" enter")
    default: press("enter space down space enter")
    }
  }

  var screen: String {
    var lines = app.render().picture
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  var reviews: [Review] {
    world.events.compactMap { if case .reviewed(let review) = $0.kind { review } else { nil } }
  }
}
