import Lessons

/// What the drill asks of the world; answers come back as messages.
public enum DrillEffect: Sendable, Hashable {
  /// Count the cards due today, for the home screen.
  case countDue
  /// Open the drill's menu.
  case open(CourseLanguage)
  /// Keep how surely a card is to be known when it comes back, and count anew what is due.
  case keepRetention(Double, CourseLanguage)
  /// Count the statistics.
  case count(CourseLanguage)
  /// Begin a session; without a seed each is another.
  case begin(DrillPlan, CourseLanguage, seed: UInt64?)
  /// Say what an answer comes to.
  case grade(Evidence, answer: String)
  /// Keep a review, and put the next card on the table.
  case take(Evidence, answer: String, Rating?)
  /// Put the card back behind the others.
  case postpone
  /// Take the card out of the drill.
  case suspend
  /// Ask for the cards again that were taken out.
  case resumeSuspended(CourseLanguage)
  /// Take the last answer back.
  case undo
  /// Give the card other numbers.
  case redraw
  /// Put the card on the table again, or the next one: a lesson was looked at in between.
  case resume(CourseLanguage)
  /// Say the card in another language.
  case translate(CourseLanguage)
  /// End the session, and say what it came to.
  case end
  /// Say what time is left.
  case look
  /// Send a message in a second.
  case wake
}

/// What the drill is told.
public enum DrillMessage: Sendable, Hashable {
  /// So many cards are due today.
  case dueCounted(Int)
  /// The statistics are counted.
  case counted(Statistics)
  /// The menu is open.
  case opened(DrillOverview)
  /// A card lies on the table.
  case dealt(CardDealing)
  /// The card on the table, with other numbers or in another language.
  case replaced(CardDealing, isSame: Bool)
  /// What an answer came to.
  case graded(CardGrade)
  /// The session is over.
  case ended(DrillReport)
  /// There is no card for the plan; what there is instead.
  case empty(DrillOverview)
  /// The seconds left; nil where the session is not timed.
  case looked(secondsLeft: Double?)
}
