import Lessons

/// What happens to the application: keys, sizes, and answers to its own effects.
public enum AppMessage: Sendable, Hashable {
  case key(Key)
  case resized(Size)
  /// The list of lessons in the language asked for.
  case courseListed(CourseList)
  /// The texts of the course are read.
  case courseIndexed(SearchIndex)
  /// A lesson is open, at the step to begin with.
  case lessonOpened(LessonOpening)
  /// The open lesson was saved, and read again; what is wrong with it.
  case lessonReloaded(LessonOpening, [Finding])
  /// A lesson cannot be opened, and why.
  case lessonFailed(String)
  /// The same lesson in the other language, at the same step.
  case lessonTranslated(Lesson, part: String, ComputedStep)
  /// A step was computed, for the first time or after an input changed.
  case stepComputed(ComputedStep)
  /// An answer was judged.
  case judged(quiz: String, Verdict)
  /// An earlier verdict, said in another language.
  case rejudged(quiz: String, Verdict)
  /// A question was drawn again.
  case quizDrawn(ComputedQuiz)
  /// Something asked for takes long; the state this makes is only shown.
  case computing
  /// The screen stands and nothing else waits; also sent before an end from outside.
  case rested
  /// Something the learner should know: progress that cannot be saved.
  case noticed(Notice)
  /// The REPL is open, with the variables there are.
  case replOpened([Repl.Variable])
  /// What became of something the REPL asked for.
  case repl(ReplMessage)
  /// What became of something the drill asked for.
  case drill(DrillMessage)
}

/// A line that tells something until the next key.
public enum Notice: Sendable, Hashable {
  /// One of the screens' own phrases, and what fills its places.
  case phrase(Phrase, [String])
  /// A sentence from below: what became of the progress file.
  case sentence(Sentence)

  /// Makes a notice of a phrase.
  public init(_ phrase: Phrase, _ arguments: String...) { self = .phrase(phrase, arguments) }
}

/// A lesson as it is opened: its text, what was done with it before, and the first step to show.
public struct LessonOpening: Sendable, Hashable {
  /// The lesson's name in the course.
  public var id: String
  /// The lesson in the language of the screen.
  public var lesson: Lesson
  /// The title of the part of the course it stands in.
  public var part: String
  /// The steps seen in earlier sittings.
  public var seen: Set<Int>
  /// The questions answered rightly in earlier sittings.
  public var answered: Set<String>
  /// The step to begin with, computed.
  public var step: ComputedStep

  /// Makes an opening.
  public init(
    id: String, lesson: Lesson, part: String, seen: Set<Int> = [], answered: Set<String> = [],
    step: ComputedStep
  ) {
    self.id = id
    self.lesson = lesson
    self.part = part
    self.seen = seen
    self.answered = answered
    self.step = step
  }
}
