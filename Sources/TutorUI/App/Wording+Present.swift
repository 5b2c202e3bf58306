extension Wording {
  /// What a presentation says.
  static func present(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .previousStep: ("step before", "上一节")
    case .blank: ("blank", "黑屏")
    case .tally: ("count hands", "统计举手")
    case .showBars: ("show the bars", "公布结果")
    case .erase: ("erase", "删除")
    case .showKeys: ("keys at the foot", "底部按键提示")
    case .endPresent: ("end", "结束")
    case .contextPresent: ("In front of a class", "课堂讲授")
    case .contextTally: ("A count of hands", "统计举手")
    case .hands: ("Hands: {0}", "举手：{0}")
    case .roomLoss:
      (
        "{0} voted right, so the loss of the room is −log({0}) = {1}.",
        "{0} 答对，全班的损失为 −log({0}) = {1}。"
      )
    case .noChoices: ("There is no question with choices on the screen.", "屏幕上没有选择题。")
    case .speakerWaiting:
      (
        "Nobody presents. Begin with nabla present LESSON in another terminal; the notes follow by themselves.",
        "还没有开始讲授。请在另一个终端运行 nabla present 课名，备注会自动跟随。"
      )
    case .nextIs: ("Next: {0}", "下一步：{0}")
    case .lastStep: ("This is the last step.", "这是最后一步。")
    case .noNotes: ("No notes on this step.", "这一步没有备注。")
    case .screenIsBlank: ("The screen is blank; any key shows it again.", "屏幕已黑，按任意键恢复。")
    case .piecesShown: ("{0} of {1} shown", "已显示 {0}/{1}")
    case .timesSince: ("since the beginning {0}, on this step {1}", "已讲 {0}，本步 {1}")
    default: nil
    }
  }
}
