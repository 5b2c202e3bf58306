/// The screen that is seen, the innermost of those that are open: what lies under it stays open.
enum Screen {
  case home
  case lesson(LessonState)
  /// A lesson in front of a class.
  case talk(LessonState)
  /// A card of the drill, which is a lesson of one step.
  case card(LessonState)
  case drillMenu(DrillState)
  /// What a session of the drill came to.
  case report(DrillState)
  case statistics
  case repl(Repl)
}

extension App {
  /// The screen that is seen; what is drawn on it and what keys and the mouse do follow from it.
  var screen: Screen {
    if let repl { return .repl(repl) }
    if statistics != nil { return .statistics }
    if let lesson {
      return lesson.talk != nil ? .talk(lesson) : lesson.isCard ? .card(lesson) : .lesson(lesson)
    }
    guard let drill else { return .home }
    return drill.phase == .report && drill.report != nil ? .report(drill) : .drillMenu(drill)
  }
}
