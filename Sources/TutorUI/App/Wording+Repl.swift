extension Wording {
  /// What the REPL says.
  static func repl(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .contextRepl: ("In the REPL", "交互中")
    case .contextReplSearch: ("Searching what was typed before", "搜索历史")
    case .runIt: ("run", "运行")
    case .leaveRepl: ("leave", "离开")
    case .complete: ("complete", "补全")
    case .history: ("history", "历史")
    case .explainIt: ("explain", "推导")
    case .asTable: ("values as tables", "数值显示为表格")
    case .searchHistory: ("search", "搜索")
    case .newLine: ("new line", "换行")
    case .undoEdit: ("undo", "撤销")
    case .clearLine: ("empty the line", "清空这一行")
    case .clearScreen: ("clear", "清屏")
    case .older: ("older", "更早")
    case .cancel: ("cancel", "取消")
    case .aboutName: ("what a name means, as softmax?", "某个名字的说明，如 softmax?")
    case .variables: ("Variables", "变量")
    case .moreCandidates: ("{0} more", "还有 {0} 个")
    default: nil
    }
  }
}
