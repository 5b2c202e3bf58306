/// What a step is known by in the history, so that it is found again after its lesson was edited.
///
/// A number alone would be another step's as soon as one is inserted before it. A mark holds the first
/// question of the step; its title, in the language it was read in; and how far it stands behind the
/// last step before it that has a question.
public struct StepMark: Sendable, Hashable {
  /// The step's first question; empty where it has none.
  public var quiz: String
  /// The first question of the last step before it that has one; empty at the lesson's beginning.
  public var anchor: String
  /// How many steps it stands behind that step, or the lesson's beginning: at least one.
  public var offset: Int
  /// The language of the title.
  public var language: CourseLanguage
  /// The step's title; empty where another step of the lesson has the same.
  public var title: String

  /// Whether two marks are of one step, as far as they tell.
  public func isSame(as other: StepMark) -> Bool {
    if !quiz.isEmpty, !other.quiz.isEmpty { return quiz == other.quiz }
    if language == other.language, !title.isEmpty, !other.title.isEmpty {
      return title == other.title
    }
    return anchor == other.anchor && offset == other.offset && quiz.isEmpty == other.quiz.isEmpty
  }

  // MARK: As the history keeps it

  /// Makes a mark.
  public init(
    quiz: String, anchor: String, offset: Int, language: CourseLanguage, title: String
  ) {
    self.quiz = quiz
    self.anchor = anchor
    self.offset = offset
    self.language = language
    self.title = title
  }

  /// More steps than any lesson has.
  private static let mostSteps = 10_000

  /// Reads what `text` wrote; nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let offset = Int(parts[2]),
      (1...Self.mostSteps).contains(offset),
      let language = CourseLanguage(rawValue: String(parts[3]))
    else { return nil }
    self.init(
      quiz: String(parts[0]), anchor: String(parts[1]), offset: offset, language: language,
      title: String(parts[4]))
  }

  /// The mark as a text; names of questions hold no bar, and the title stands last.
  public var text: String { "\(quiz)|\(anchor)|\(offset)|\(language.rawValue)|\(title)" }
}

extension Lesson {
  /// The mark of a step; nil where there is no such step.
  public func mark(ofStep index: Int) -> StepMark? {
    guard steps.indices.contains(index) else { return nil }
    let step = steps[index]
    let anchor = steps[..<index].lastIndex { !$0.quizzes.isEmpty }
    let isOnly = steps.count { $0.title == step.title } == 1
    return StepMark(
      quiz: step.quizzes.first?.id ?? "",
      anchor: anchor.flatMap { steps[$0].quizzes.first?.id } ?? "",
      offset: index - (anchor ?? -1), language: language, title: isOnly ? step.title : "")
  }

  /// The step a mark is of, as the lesson is now; nil where it is gone.
  public func step(of mark: StepMark) -> Int? {
    if !mark.quiz.isEmpty,
      let index = steps.firstIndex(where: { $0.quizzes.contains { $0.id == mark.quiz } })
    {
      return index
    }
    if mark.language == language, !mark.title.isEmpty {
      // The title is the language's own: a step of another title is another step.
      return steps.firstIndex { $0.title == mark.title }
    }
    var start = -1
    if !mark.anchor.isEmpty {
      guard let index = steps.firstIndex(where: { $0.quizzes.contains { $0.id == mark.anchor } })
      else { return nil }
      start = index
    }
    guard mark.offset > 0, mark.offset < steps.count - start else { return nil }
    let index = start + mark.offset
    // Between a step and its anchor there was no other question, nor in a step that had none.
    let isPlain = steps[(start + 1)..<index].allSatisfy(\.quizzes.isEmpty)
    return isPlain && mark.quiz.isEmpty == steps[index].quizzes.isEmpty ? index : nil
  }
}

extension CourseProgress {
  /// The progress with the steps numbered as they are in these lessons.
  public func placed(in lessons: [Lesson]) -> CourseProgress {
    var progress = self
    for lesson in lessons {
      if let place = progress.lessons[lesson.id] {
        progress.lessons[lesson.id] = place.placed(in: lesson)
      }
    }
    return progress
  }
}

extension CourseProgress.Place {
  /// The place with the steps numbered as they are in the lesson.
  public func placed(in lesson: Lesson) -> CourseProgress.Place {
    var place = self
    place.seen.formUnion(marks.compactMap { lesson.step(of: $0) })
    if let mark = lastMark, let index = lesson.step(of: mark) { place.last = index }
    return place
  }

  /// About how many steps were seen, for a list of lessons that are not read.
  public var count: Int {
    var kinds: [StepMark] = []
    for mark in marks where !kinds.contains(where: { $0.isSame(as: mark) }) { kinds.append(mark) }
    return kinds.count + seen.subtracting(markedSteps).count
  }
}
