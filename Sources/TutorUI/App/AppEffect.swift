import Lessons
import Math

/// What the application asks of the world; answers come back as messages.
public enum AppEffect: Sendable, Hashable {
  case quit
  /// List the course's lessons.
  case listCourse(CourseLanguage)
  /// Open a lesson where the learner left it, or at a step.
  case openLesson(String, CourseLanguage, step: Int?)
  /// Give the open lesson in another language, at a step.
  case translate(CourseLanguage, step: Int)
  /// Compute a step of the open lesson.
  case computeStep(Int)
  /// Give an input another value, and compute the step again.
  case assign(InputID, Tensor, step: Int)
  /// Give inputs the values the lesson has, and compute the step again.
  case reset([InputID], step: Int)
  /// Judge an answer to a question.
  case judge(quiz: String, Answer, step: Int)
  /// Draw a question's numbers again.
  case draw(quiz: String, step: Int)
  /// Save something that happened.
  case record(LessonEvent)
}

/// Something that happened in a lesson and is kept.
public enum LessonEvent: Sendable, Hashable {
  /// A step came on the screen: where to go on next time.
  case visited(lesson: String, step: Int)
  /// A step was seen to its end.
  case seen(lesson: String, step: Int)
  /// An answer was given.
  case answered(lesson: String, Attempt)

  /// One answer to one question, or its reveal or skip.
  public struct Attempt: Sendable, Hashable {
    /// How the question was left.
    public enum Result: String, Sendable, Hashable { case right, wrong, revealed, skipped }

    /// The question's name in its lesson.
    public var quiz: String
    /// The seed it was drawn from.
    public var seed: UInt64
    /// What was answered, if anything was.
    public var answer: Answer?
    /// How the question was left.
    public var result: Result
    /// How many hints were shown by then.
    public var hints: Int
  }
}
