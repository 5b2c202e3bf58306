import Lessons

/// What a session came to, as lines of text.
struct PlainReport {
  var report: DrillReport
  var language: CourseLanguage
  var columns: Int

  /// The lines.
  var text: String {
    let total = "\(report.entries.count)"
    var lines = ["\(report.right) " + Wording.text(.rightOf, in: language, total)]
    if report.unreached > 0 {
      lines.append(Wording.text(.unreached, in: language, "\(report.unreached)"))
    }
    if report.plan.mode != .review {
      lines.append(Wording.text(.notScheduled, in: language))
    } else if let next = report.nextDue {
      lines.append(
        Wording.text(.nextDue, in: language, TimeText.interval(next, in: language)))
    }
    for topic in report.topics {
      lines.append(
        "  \(TopicText.name(topic.name, in: language)): \(topic.right)/\(topic.total)")
    }
    var styled = lines.map { StyledLine($0) }
    if !report.misses.isEmpty {
      styled.append(StyledLine(Wording.text(.lookAgain, in: language)))
      for miss in report.misses { styled += self.lines(of: miss) }
    }
    return PlainText.harmless(PlainText.text(styled))
  }

  private func lines(of miss: DrillReport.Entry) -> [StyledLine] {
    var lines = Layout.lines(of: miss.ask, width: columns - 4).enumerated().map {
      $0 == 0 ? StyledLine("- ") + $1 : $1.indented(by: 2)
    }
    if !miss.answer.isEmpty {
      lines.append(StyledLine("  " + PlainWords.answer[language] + " " + miss.answer))
    }
    if let place = miss.card.teaching {
      let command = "nabla learn --plain \(place.lesson)"
      let words = PlainWords.taught(place.title, step: place.step + 1, command: command)
      lines.append(StyledLine("  " + words[language]))
    }
    return lines
  }

  /// What there is to drill, where there is no card for a plan.
  static func text(
    of overview: DrillOverview, for plan: DrillPlan, in language: CourseLanguage
  ) -> String {
    var lines: [String] = []
    if plan.mode != .review || !plan.topics.isEmpty {
      lines.append(Wording.text(.noCards, in: language))
    } else if overview.met == 0 {
      lines.append(Wording.text(.nothingMet, in: language))
    } else {
      lines.append(Wording.text(.noCards, in: language))
      let count = "\(overview.due) " + Wording.text(.cardsDue, in: language)
      let new = "\(overview.new) " + Wording.text(.cardsNew, in: language)
      lines.append(count + (language == .english ? ", " : "，") + new)
      if overview.due == 0, let next = overview.nextDue {
        lines.append(
          Wording.text(.nextDue, in: language, TimeText.interval(next, in: language)))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
