extension Wording {
  /// What the drill says.
  static func drill(_ phrase: Phrase) -> (english: String, chinese: String)? {
    drillKeys(phrase) ?? drillMenu(phrase) ?? cards(phrase) ?? statistics(phrase)
  }

  private static func drillKeys(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .drill: ("drill", "练习")
    case .begin: ("begin", "开始")
    case .change: ("change", "更改")
    case .accept: ("next card", "下一张")
    case .undo: ("undo", "撤销")
    case .theDrill: ("Drill", "练习")
    case .postpone: ("later", "稍后")
    case .pass: ("pass", "放弃")
    case .suspendCard: ("suspend", "停用")
    case .resumeSuspended: ("resume suspended", "恢复停用的")
    case .teach: ("go to its step", "去看讲解")
    case .finish: ("end", "结束")
    case .drillMisses: ("drill these", "再练这些")
    case .contextDrillMenu: ("The drill's menu", "练习菜单")
    case .contextCard: ("On a card", "卡片上")
    case .contextGraded: ("A card was answered", "答完一张卡片")
    case .contextReport: ("After a session", "练习结束后")
    default: nil
    }
  }

  private static func drillMenu(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .review: ("Review", "复习")
    case .cram: ("Cram", "突击")
    case .interview: ("Interview", "模拟面试")
    case .topic: ("Topic", "主题")
    case .cards: ("Cards", "张数")
    case .time: ("Time", "时间")
    case .desiredRetention: ("To be known", "记忆目标")
    case .aboutRetention:
      (
        "How likely you are to know a card when it comes back. Higher means shorter intervals and "
          + "more reviews; the whole schedule follows at once.",
        "卡片再次出现时还记得的概率。越高，间隔越短，复习越多；整个安排立即随之改变。"
      )
    case .allTopics: ("all", "全部")
    case .usual: ("as usual", "默认")
    case .noLimit: ("no limit", "不限")
    case .topicCards: ("{0} of {1} cards met", "{1} 张中已学 {0} 张")
    case .cardsDue: ("due now", "张到期")
    case .cardsNew: ("new today", "张新卡片")
    case .cardsMet: ("{0} of {1} cards met in the lessons", "课程里已学到 {1} 张中的 {0} 张")
    case .cardsSuspended: ("{0} suspended", "{0} 张已停用")
    case .nextDue: ("The next one is due in {0}.", "下一张在 {0} 后到期。")
    case .nothingMet:
      (
        "No lesson was begun yet, so there is nothing to review. An interview asks about everything.",
        "还没有学过课程，没有可复习的卡片。模拟面试会问到全部内容。"
      )
    case .questionsIn: ("{0} questions, {1} min", "{0} 题，{1} 分钟")
    case .oneQuestionIn: ("1 question, {1} min", "1 题，{1} 分钟")
    case .cardCount: ("{0} cards", "{0} 张")
    case .oneCard: ("1 card", "1 张")
    case .aboutReview:
      (
        "What you are about to forget, with fresh numbers, and a few new cards. When a card comes "
          + "back follows from how you answered: tries, hints, time.",
        "快要忘记的内容，每次换新的数，再加几张新卡片。下次何时出现，取决于作答情况：次数、提示和用时。"
      )
    case .aboutInterview:
      (
        "Mixed questions against the clock: one try, no hints, and the answers at the end.",
        "限时混合提问：每题只答一次，没有提示，最后看结果。"
      )
    case .aboutCram:
      (
        "Any cards, due or not. The schedule stays as it is.", "不论是否到期都可以练，不影响复习安排。"
      )
    case .noCards: ("There is no card for that.", "没有符合条件的卡片。")
    case .dueToday: ("{0} due today", "今天到期 {0} 张")
    default: nil
    }
  }

  private static func cards(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .again: ("again", "忘了")
    case .hard: ("hard", "勉强")
    case .good: ("good", "记得")
    case .easy: ("easy", "轻松")
    case .wasRevealed: ("answer shown", "看了答案")
    case .tryNumber: ("try {0}", "第 {0} 次")
    case .hintsUsed: ("hints: {0}", "提示 {0} 条")
    case .questionNumber: ("question {0}", "第 {0} 题")
    case .cardsLeft: ("{0} left", "还有 {0} 张")
    case .noTeaching: ("No step of the course is named for this card.", "课程里没有指定讲解这张卡片的步骤。")
    case .report: ("report", "结果")
    case .rightOf: ("of {0} right", "题答对，共 {0} 题")
    case .unreached: ("{0} not reached", "{0} 题没有做到")
    case .notScheduled: ("The schedule was not touched.", "复习安排没有变化。")
    case .lookAgain: ("Look at these again", "再看看这些")
    case .yours: ("yours", "你的答案")
    default: nil
    }
  }
}
