import Lessons

/// What a presentation asks of the world.
public enum PresentEffect: Sendable, Hashable {
  /// Open a lesson before the room, at a step.
  case begin(String, CourseLanguage, step: Int)
  /// Tell the speaker's terminal where the room is.
  case publish(SpeakerPage)
  /// The presentation is over.
  case end
}
