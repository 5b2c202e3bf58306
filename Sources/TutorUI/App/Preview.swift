import Lessons

/// A lesson's file as its author is writing it; what is known of it comes from the edge.
public struct Preview {
  /// A number that is another one when a file of the lesson was saved.
  let stamp: () -> Int
  /// What reading the file finds wrong, in a language.
  let findings: (CourseLanguage) -> [Finding]

  /// Makes a preview.
  public init(stamp: @escaping () -> Int, findings: @escaping (CourseLanguage) -> [Finding]) {
    self.stamp = stamp
    self.findings = findings
  }

  /// How often the file is looked at, in milliseconds.
  static let pause = 250
}

extension Classroom {
  /// Reads the open lesson again, and goes to the first step that is not as it was.
  ///
  /// A file that cannot be read is a step that says why; when it can be again, the place is kept.
  mutating func reload(_ id: String, _ language: CourseLanguage, at index: Int) -> LessonOpening? {
    let lesson = desk.lesson(id, in: language)
    if let old = player?.lesson, !old.id.isEmpty { lastSound = (old, index) }
    var step = index
    if !lesson.id.isEmpty, let (old, place) = lastSound {
      step = lesson.firstChange(since: old) ?? place
    }
    var player = play(lesson, seed: player?.seed ?? 0)
    guard player.count > 0 else { return nil }
    let computed = player.step(min(max(0, step), player.count - 1))
    self.player = player
    return LessonOpening(id: id, lesson: lesson, part: "", step: computed)
  }
}

extension App {
  /// Looks whether the file of the open lesson was saved, where it is being previewed.
  func lookAtFile() -> [AppEffect] {
    guard isPreview else { return [] }
    return [.lookAtFile(lesson?.id, language, step: lesson?.index ?? 0)]
  }

  /// Takes the lesson as it was saved: where its step is the one on the screen, the page stays where
  /// it is, and what was done with questions that are the same.
  mutating func take(_ opening: LessonOpening, _ findings: [Finding]) -> [AppEffect] {
    let old = lesson
    var state = LessonState(opening)
    if let old, old.index == state.index {
      state.standing = old.standing
      state.standing.films = [:]
      for quiz in state.step.quizzes where old.step.quiz(quiz.id) == quiz {
        state.quizzes[quiz.id] = old.quizzes[quiz.id]
      }
    }
    state.standing.isSeen = true
    lesson = state
    overlays = []
    layOut()
    notice = findings.first.map { finding in
      let more = findings.count > 1 ? " (+\(findings.count - 1))" : ""
      let text = "\(finding.line): \(finding.message)\(more)"
      return .sentence(Sentence(text, text))
    }
    return settle() + lookAtFile()
  }
}
