extension Wording {
  /// What the statistics say.
  static func statistics(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .statistics: ("Statistics", "统计")
    case .showStatistics: ("statistics", "统计")
    case .contextStatistics: ("Statistics", "统计")
    case .retention: ("Retention", "记忆保持")
    case .daysDone: ("Days", "天数")
    case .answers: ("Answers", "作答")
    case .daysInARow: ("{0} in a row, {1} in all", "连续 {0} 天，共 {1} 天")
    case .answersGiven:
      ("{0} in lessons, {1} in reviews, {2} in practice", "课程 {0} 次，复习 {1} 次，练习 {2} 次")
    case .noRetention:
      ("not known yet; {0} is aimed at", "还没有数据，目标是 {0}")
    case .retentionOf:
      ("{0} of {1} reviews in 30 days; {2} is aimed at", "30 天内 {1} 次复习中记得 {0}，目标是 {2}")
    case .phaseNew: ("new", "新")
    case .phaseLearning: ("being learnt", "学习中")
    case .phaseRelearning: ("being learnt again", "重新学习中")
    case .phaseReview: ("known", "已掌握")
    case .phaseSuspended: ("suspended", "已停用")
    case .dueByDay: ("Due by day", "每天到期")
    case .calendar: ("The last weeks", "最近几周")
    case .byWeek: ("Right answers by week", "每周正确率")
    case .byTopic: ("Topics, the weakest first", "各主题，最弱的在前")
    case .byLesson: ("Lessons", "各课进度")
    case .nothingDone:
      (
        "Nothing was answered yet. A lesson or the drill begins the count.",
        "还没有作答记录。学一课或做一次练习就会开始统计。"
      )
    case .today: ("today", "今天")
    case .tomorrow: ("tomorrow", "明天")
    case .calendarKey:
      ("· none  ▒ to 9  ▓ to 24  █ 25 and more", "· 无  ▒ 至 9  ▓ 至 24  █ 25 以上")
    case .recallNow: ("{0} known, remembered now: {1}", "掌握 {0} 张，现在记得：{1}")
    case .cardsKnown: ("{0} of {1} cards known", "{1} 张卡片中掌握 {0} 张")
    default: nil
    }
  }
}
