extension Wording {
  /// What the home and the lesson screens say.
  static func lessons(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .tagline:
      (
        "From a classifier's scores to its gradients. Every number is computed as you look at it.",
        "从分类器的得分到梯度，每个数都在你眼前算出。"
      )
    case .continueHere: ("continue", "继续")
    case .startHere: ("start", "开始")
    case .minutes: ("{0} min", "{0} 分钟")
    case .noCourse: ("There is no lesson here.", "这里没有课程。")
    case .courseProblem: ("This lesson cannot be opened: {0}", "无法打开这一课：{0}")
    case .needs: ("builds on {0}", "需要先学 {0}")
    case .step: ("step {0} of {1}", "第 {0} 步，共 {1} 步")
    case .moreBelow: ("more below", "下面还有")
    case .moreAbove: ("more above", "上面还有")
    case .question: ("Question", "问题")
    case .edited: ("changed; u resets", "已修改，按 u 复原")
    case .frameNumber: ("Frame {0} of {1}", "第 {0} 帧，共 {1} 帧")
    case .stepTitleless: ("Step {0}", "第 {0} 步")
    case .fullDigits: ("all digits shown", "已显示全部位数")
    case .programFailed: ("This program of the lesson failed.", "课程里的这段程序出错了。")
    case .exactly: ("exactly", "精确值")
    case .madeFrom: ("made from", "由这些得到")
    case .given: ("given", "已知")
    case .notDrawn:
      ("Not drawn, being infinite or nan: {0}.", "有 {0} 个值是无穷大或 nan，没有画出。")
    case .meanOfBlock:
      ("Each shade is the mean of {0} by {0} numbers.", "每个色块是 {0}×{0} 个数的平均。")
    case .graphSigns:
      ("○ given   ◆ gradient wanted   ● computed", "○ 已知   ◆ 需要梯度   ● 算出")
    case .graphSignsBack:
      (
        "○ given   ◆ gradient wanted   ● computed   grad: what came back",
        "○ 已知   ◆ 需要梯度   ● 算出   grad：传回的梯度"
      )
    case .tooSmall: ("nabla needs {0}×{1}", "nabla 需要 {0}×{1}")
    case .searchFor: ("Search", "搜索")
    case .computing: ("computing …", "正在计算……")
    case .onlyASCII:
      (
        "Only ASCII can be shown here, so the texts are in English.",
        "这里只能显示 ASCII 字符，所以文字是英文。"
      )
    case .stopped: ("Stopped. Nothing was changed.", "已停止，什么都没有改变。")
    case .noMatch: ("nothing found", "没有找到")
    default: nil
    }
  }

  /// What is said around a question.
  static func questions(_ phrase: Phrase) -> (english: String, chinese: String)? {
    switch phrase {
    case .right: ("Right.", "正确。")
    case .wrong: ("Not yet.", "还不对。")
    case .unreadable: ("That could not be read.", "没有读懂这个输入。")
    case .revealed: ("The answer:", "答案：")
    case .revealedAbove: ("The answer, marked above.", "答案已在上面标出。")
    case .skipped: ("Skipped. enter to answer it after all.", "已跳过。按回车可以再作答。")
    case .answeredBefore: ("Right, answered before.", "正确（之前已答对）。")
    case .hintNumber: ("Hint {0} of {1}", "提示 {0}/{1}")
    case .theAnswer: ("Answer", "答案")
    case .noMoreHints: ("There are no more hints; v shows the answer.", "没有更多提示了，按 v 看答案。")
    case .cannotBeAsked:
      ("This question cannot be asked. s skips it.", "这道题出不了，按 s 跳过。")
    case .cameTo: ("that is {0}", "即 {0}")
    case .freshDrawn: ("New numbers.", "换了一组数。")
    case .seed: ("seed {0}", "随机种子 {0}")
    case .seedAsked: ("Draw the numbers from which seed?", "用哪个种子出题？")
    case .sayIt: ("Say it aloud or write it; then compare.", "说出来或写下来，再对照要点。")
    case .tickPoints: ("Tick the points you made.", "勾选你说到的要点。")
    case .modelAnswer: ("A good answer:", "参考回答：")
    default: nil
    }
  }
}
