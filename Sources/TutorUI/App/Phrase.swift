import Lessons

/// Every text of the screens themselves; a lesson's texts are the lesson's.
public enum Phrase: String, Sendable, Hashable, CaseIterable {
  // What keys do.
  case answer, back, backToCell, changeCoarse, changeFine, check, checkOrNextCell, choose, close
  case closeRow, confirm, contents, digits, edit, ends, fresh, hint, inspect, keys, leaveCells
  case leaveField, leaveInputs, moveCell, next, nextCell, nextFocus, nextStep, openCell, openLesson
  case openRow, openStep, otherLanguage, page, parent, playground, quit, repaint, reset, reveal,
    runAndCheck
  case scroll, search, showAllRows, skip, stopFocus, toHome, toggle, pickByLetter
  case hold, putDown, moveItem, showPoints, tick, replay, inputs, stop
  case play, stepFrame, contextFilm, frameNumber
  // Where keys work.
  case contextEverywhere, contextHome, contextLesson, contextChoice, contextChoices, contextOrder,
    contextField
  case contextBlanks, contextCode, contextCells, contextCell, contextInputs, contextContents
  case contextHelp, contextSearch, contextSeed, contextComputing
  // Home.
  case tagline, continueHere, startHere, minutes, noCourse, courseProblem, needs
  // A lesson.
  case step, moreBelow, moreAbove, question, edited
  case stepTitleless, fullDigits, programFailed
  // Questions.
  case right, wrong, unreadable, revealed, revealedAbove, skipped, answeredBefore, hintNumber,
    theAnswer
  case noMoreHints, cannotBeAsked, cameTo, freshDrawn
  case sayIt, tickPoints, modelAnswer, seed, seedAsked
  // Cells.
  case exactly, madeFrom, given
  // Pictures.
  case notDrawn, meanOfBlock, graphSigns, graphSignsBack
  // The drill.
  case drill, begin, change, accept, undo, postpone, pass, theDrill, suspendCard, resumeSuspended,
    teach, finish,
    drillMisses
  case desiredRetention, aboutRetention
  case review, cram, interview, topic, cards, time, allTopics, usual, noLimit, topicCards
  case contextDrillMenu, contextCard, contextGraded, contextReport
  case again, hard, good, easy, wasRevealed, tryNumber, hintsUsed
  case questionNumber, cardsLeft, cardsDue, cardsNew, cardsMet, cardsSuspended, nextDue, nothingMet
  case questionsIn, oneQuestionIn, cardCount, oneCard, aboutReview, aboutInterview, aboutCram,
    noCards, noTeaching,
    dueToday
  // Statistics.
  case statistics, showStatistics, contextStatistics, retention, daysDone, answers, daysInARow,
    answersGiven
  case noRetention, retentionOf, phaseNew, phaseLearning, phaseRelearning, phaseReview,
    phaseSuspended
  case dueByDay, calendar, byWeek, byTopic, byLesson, nothingDone, today, tomorrow, calendarKey
  case recallNow, cardsKnown
  case report, rightOf, unreached, notScheduled, lookAgain, yours
  // In front of a class.
  case contextTalk, contextTally, contextNotes, nextPiece, takeBack, previousStep, wholeStep, blank,
    tally, footer, endTalk
  case countNext, handsCounted, nothingToCount, endOfTalk, cannotTell
  case notesWaiting, notesEnded, notesNone, comesNext, lastStep, pieces, screenIsBlank, hidden,
    shown, sinceStart, hands
  // Sizes and search.
  case tooSmall, searchFor, noMatch
  // Computing.
  case computing, stopped, onlyASCII
  // The REPL.
  case contextRepl, contextReplSearch, runIt, leaveRepl, complete, history, explainIt, asTable
  case searchHistory, newLine, undoEdit, clearLine, clearScreen, older, cancel, aboutName, variables
  case moreCandidates
}

/// The texts of the screens in both languages.
public enum Wording {
  /// A phrase in a language, with its places `{0}`, `{1}` filled.
  public static func text(
    _ phrase: Phrase, in language: CourseLanguage, _ arguments: String...
  ) -> String {
    let pair = words(of: phrase)
    let template = language == .english ? pair.english : pair.chinese
    guard !arguments.isEmpty else { return template }
    return fill(template, with: arguments)
  }

  /// What a notice says in a language.
  static func fill(_ notice: Notice, in language: CourseLanguage) -> String {
    switch notice {
    case .sentence(let sentence): return sentence[language]
    case .phrase(let phrase, let arguments):
      let pair = words(of: phrase)
      return fill(language == .english ? pair.english : pair.chinese, with: arguments)
    }
  }

  /// Both texts of a phrase.
  static func words(of phrase: Phrase) -> (english: String, chinese: String) {
    commands(phrase) ?? places(phrase) ?? lessons(phrase) ?? questions(phrase)
      ?? drill(phrase) ?? talk(phrase) ?? repl(phrase) ?? (phrase.rawValue, phrase.rawValue)
  }

  private static func fill(_ template: String, with arguments: [String]) -> String {
    var text = ""
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      text += rest[..<brace]
      rest = rest[rest.index(after: brace)...]
      guard let end = rest.firstIndex(of: "}"), let index = Int(rest[..<end]) else { break }
      if arguments.indices.contains(index) { text += arguments[index] }
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
