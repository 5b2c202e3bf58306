extension Wording {
  /// What keys do.
  static func commands(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .answer: ("answer", "作答")
    case .back: ("back", "上一步")
    case .backToCell: ("back", "返回")
    case .changeCoarse: ("±1", "±1")
    case .changeFine: ("±0.1", "±0.1")
    case .check: ("check", "检查")
    case .checkOrNextCell: ("next or check", "下一格或检查")
    case .choose: ("choose", "选择")
    case .close: ("close", "关闭")
    case .closeRow: ("close a row", "收起一行")
    case .confirm: ("next number", "下一个数")
    case .contents: ("steps", "目录")
    case .digits: ("all digits", "全部位数")
    case .edit: ("edit inputs", "修改输入")
    case .inputs: ("inputs", "改输入")
    case .ends: ("first, last", "开头、末尾")
    case .fresh: ("new numbers", "换一组数")
    case .hint: ("hint", "提示")
    case .inspect: ("open a cell", "查看单元格")
    case .keys: ("keys", "按键")
    case .leaveCells: ("done", "完成")
    case .leaveField: ("more keys", "更多按键")
    case .leaveInputs: ("done", "完成")
    case .moveCell: ("move", "移动")
    case .next: ("next", "继续")
    case .nextCell: ("next cell", "下一格")
    case .nextFocus: ("next place", "下一处")
    case .nextStep: ("next step", "下一步")
    case .openCell: ("where from?", "从何而来")
    case .openLesson: ("open", "打开")
    case .openRow: ("next row", "下一行")
    case .openStep: ("go there", "前往")
    case .otherLanguage: ("中文", "English")
    case .page: ("page", "翻页")
    case .parent: ("follow", "追溯")
    case .pickByLetter: ("take this one", "选这一项")
    case .playground: ("REPL", "交互")
    case .quit: ("quit", "退出")
    case .repaint: ("draw anew", "重绘")
    case .reset: ("reset", "复原")
    case .reveal: ("show answer", "看答案")
    case .runAndCheck: ("run and check", "运行并检查")
    case .scroll: ("scroll", "滚动")
    case .search: ("search", "搜索")
    case .showAllRows: ("all rows", "全部行")
    case .skip: ("skip", "跳过")
    case .stopFocus: ("back to reading", "回到阅读")
    case .toHome: ("home", "首页")
    case .toggle: ("take", "勾选")
    case .hold: ("take", "拿起")
    case .putDown: ("put down", "放下")
    case .moveItem: ("move it", "移动")
    case .showPoints: ("show the points", "看要点")
    case .tick: ("tick", "勾选")
    case .stop: ("stop", "停止")
    case .play: ("play, pause", "播放、暂停")
    case .stepFrame: ("frame by frame", "逐帧")
    case .replay: ("draw from a seed", "按种子出题")
    default: nil
    }
  }

  /// Where keys work.
  static func places(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .contextEverywhere: ("Everywhere", "任何地方")
    case .contextHome: ("Home", "首页")
    case .contextLesson: ("In a lesson", "课程中")
    case .contextChoice: ("A question with one answer", "单选题")
    case .contextChoices: ("A question with several answers", "多选题")
    case .contextOrder: ("Putting in order", "排序题")
    case .contextField: ("An answer that is typed", "填空")
    case .contextBlanks: ("A table with blanks", "填表")
    case .contextCode: ("A program", "编程")
    case .contextCells: ("On a cell", "单元格上")
    case .contextCell: ("A cell lies open", "单元格详情")
    case .contextFilm: ("Frames of training", "训练动画上")
    case .contextInputs: ("Changing inputs", "修改输入")
    case .contextContents: ("List of steps", "目录")
    case .contextHelp: ("This page", "本页")
    case .contextSearch: ("Search", "搜索")
    case .contextComputing: ("While something is computed", "正在计算时")
    case .contextSeed: ("Asking for a seed", "输入种子")
    default: nil
    }
  }
}

extension KeyContext {
  /// What the help page calls it.
  var phrase: Phrase {
    switch self {
    case .everywhere: .contextEverywhere
    case .home: .contextHome
    case .lesson: .contextLesson
    case .choice: .contextChoice
    case .choices: .contextChoices
    case .order: .contextOrder
    case .field: .contextField
    case .blanks: .contextBlanks
    case .code: .contextCode
    case .cells: .contextCells
    case .cell: .contextCell
    case .inputs: .contextInputs
    case .film: .contextFilm
    case .contents: .contextContents
    case .help: .contextHelp
    case .search: .contextSearch
    case .drillMenu: .contextDrillMenu
    case .card: .contextCard
    case .graded: .contextGraded
    case .report: .contextReport
    case .statistics: .contextStatistics
    case .talk: .contextTalk
    case .tally: .contextTally
    case .seed: .contextSeed
    case .notes: .contextNotes
    case .computing: .contextComputing
    case .repl: .contextRepl
    case .replSearch: .contextReplSearch
    }
  }
}
