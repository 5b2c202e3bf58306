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
  case translate(String, CourseLanguage, step: Int)
  /// Read the texts of the course, to search them.
  case indexCourse(CourseLanguage)
  /// Remember the language for the next start.
  case keepLanguage(CourseLanguage)
  /// Compute a step of the open lesson.
  case computeStep(Int)
  /// Give an input another value, and compute the step again.
  case assign(InputID, Tensor, step: Int)
  /// Give inputs the values the lesson has, and compute the step again.
  case reset([InputID], step: Int)
  /// Judge an answer to a question.
  case judge(quiz: String, Answer, step: Int)
  /// Say the verdict on an earlier answer again, in another language.
  case rejudge(quiz: String, Answer, step: Int)
  /// Draw a question's numbers again.
  case draw(quiz: String, step: Int)
  /// Look whether the file of the open lesson was saved, and read it again if it was.
  case lookAtFile(String?, CourseLanguage, step: Int)
  /// Draw a question's numbers from a seed.
  case replay(quiz: String, seed: UInt64, step: Int)
  /// Open the REPL, with the lesson's variables after a step, or with none.
  case openRepl(after: Int?)
  /// Do what the REPL asks for.
  case repl(ReplEffect)
  /// Do what the drill asks for.
  case drill(DrillEffect)
  /// Tell the notes in another terminal where the presentation stands.
  case tell(TalkReport)
  /// Come back after so many milliseconds, with `rested`: something on the screen moves.
  case wake(milliseconds: Int)
  /// Stop, as Ctrl-Z does.
  case suspend
  /// Draw every cell anew.
  case repaint
  /// Save what could wait for a quiet moment: which steps were visited.
  case flush
  /// Save something that happened.
  case record(LessonEvent)
}
