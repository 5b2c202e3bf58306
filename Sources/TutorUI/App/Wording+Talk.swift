extension Wording {
  /// What is said in front of a class, and in the notes.
  static func talk(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .contextTalk: ("In front of a class", "课堂演示")
    case .contextTally: ("Counting hands", "统计举手")
    case .contextNotes: ("The notes", "备注窗口")
    case .nextPiece: ("go on", "继续")
    case .takeBack: ("take back", "收回")
    case .previousStep: ("previous step", "上一步")
    case .wholeStep: ("the whole step", "显示整步")
    case .blank: ("blank", "黑屏")
    case .tally: ("count hands", "统计举手")
    case .footer: ("with or without footer", "显示或隐藏页脚")
    case .endTalk: ("end", "结束")
    case .countNext: ("next choice", "下一选项")
    case .handsCounted: ("hands counted: {0}", "已统计 {0} 人")
    case .nothingToCount:
      ("There is no question with choices to count hands for.", "这里没有可统计举手的选择题。")
    case .endOfTalk: ("That was the last step.", "这是最后一步。")
    case .cannotTell: ("The notes cannot follow: {0}", "备注窗口无法同步：{0}")
    case .notesWaiting:
      ("Waiting for a presentation: nabla present LESSON", "正在等待演示：nabla present 课程名")
    case .notesEnded: ("The presentation has ended. Waiting for another.", "演示已结束，正在等待下一场。")
    case .notesNone: ("There are no notes for this step.", "这一步没有备注。")
    case .comesNext: ("Next", "下一步")
    case .lastStep: ("nothing; this is the last step", "没有了，这是最后一步")
    case .pieces: ("{0} of {1} shown", "已显示 {0}/{1}")
    case .screenIsBlank: ("The screen is blank.", "屏幕已黑。")
    case .hidden: ("the room does not see it yet", "学生还看不到")
    case .shown: ("the room sees it", "学生已看到")
    case .sinceStart: ("since the start", "已进行")
    case .hands: ("Hands", "举手")
    default: nil
    }
  }
}
