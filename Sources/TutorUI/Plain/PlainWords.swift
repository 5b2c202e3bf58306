import Lessons
import Math

/// What plain mode says itself, in both languages.
enum PlainWords {
  /// Step 2 of 9.
  static func step(_ number: Int, of count: Int, title: String, in language: CourseLanguage)
    -> String
  {
    switch language {
    case .english: "Step \(number) of \(count)" + (title.isEmpty ? "" : ": \(title)")
    case .chinese: "第 \(number) 步，共 \(count) 步" + (title.isEmpty ? "" : "：\(title)")
    }
  }

  static let next = Sentence(
    "[Enter] next step   b back   3 to step 3   q quit", "[回车] 下一步   b 上一步   3 到第 3 步   q 退出")
  static let last = Sentence(
    "The end of the lesson. [Enter] or q quit   b back", "本课结束。[回车] 或 q 退出   b 上一步")
  static let commands = Sentence(
    "h hint   r reveal   s skip   b back   q quit", "h 提示   r 看答案   s 跳过   b 上一步   q 退出")
  static let drawAgain = Sentence(
    "   f new numbers   f 12 those of seed 12", "   f 换一组数   f 12 用种子 12 出题")
  static let hasNoHint = Sentence(
    "There are no more hints; r reveals the answer.", "没有更多提示了，r 可看答案。")
  static let right = Sentence("Right.", "正确。")
  static let compared = Sentence("Compared.", "已对照。")
  static let wrong = Sentence("Not yet.", "还不对。")
  static let unreadable = Sentence("That could not be read.", "没有读懂这个输入。")
  static let question = Sentence("Question:", "问题：")
  /// The head of a question whose numbers were drawn.
  static func question(from seed: UInt64) -> Sentence {
    Sentence("Question (drawn from seed \(seed)):", "问题（随机种子 \(seed)）：")
  }
  static let skipped = Sentence("Skipped.", "已跳过。")
  static let answer = Sentence("The answer:", "答案：")
  static let hasNoStep = Sentence("There is no step of that number.", "没有这一步。")
  static let noneAnswered = Sentence("No card was answered.", "没有作答任何卡片。")
  static let bye = Sentence("Left here; the next time goes on from this step.", "就到这里，下次从这一步继续。")
  static let failed = Sentence(
    "This question could not be computed and is left out.", "这道题无法计算，已略过。")

  static let cardKeys = Sentence(
    "h hint   r reveal   s later   u undo   x suspend   q end",
    "h 提示   r 看答案   s 稍后   u 撤销   x 停用   q 结束")
  static let interviewKeys = Sentence("s pass   q end", "s 放弃   q 结束")
  static let rateAgain = Sentence(
    "[Enter] keeps the rating; 1 to 4 changes it.", "[回车] 保留评分，1 到 4 可更改。")

  /// Card 2, 8 left.
  static func card(_ number: Int, left: Int) -> Sentence {
    Sentence("Card \(number), \(left) left", "第 \(number) 张，还有 \(left) 张")
  }

  /// Rated good, in 25 s.
  static func rated(_ name: String, time: String) -> Sentence {
    Sentence(
      "Rated “\(name)”, \(time). [Enter] keeps it; 1 to 4 changes it.",
      "评为“\(name)”，用时 \(time)。[回车] 保留，1 到 4 可更改。")
  }

  /// Where a card is taught.
  static func taught(_ lesson: String, step: Int, command: String) -> Sentence {
    Sentence(
      "Taught in “\(lesson)”, step \(step): \(command)", "见《\(lesson)》第 \(step) 步：\(command)")
  }

  /// How a question is answered.
  static func how(_ kind: Quiz.Kind) -> Sentence {
    switch kind {
    case .choice: Sentence("Type the number of your choice.", "请输入选项的编号。")
    case .choices:
      Sentence("Type the numbers of all that are right, as in 1 3.", "请输入所有正确选项的编号，如 1 3。")
    case .number: Sentence("Type a number or an expression.", "请输入一个数或一个表达式。")
    case .shape: Sentence("Type a shape, as in 2, 3.", "请输入一个形状，如 2, 3。")
    case .text: Sentence("Type a word or a few.", "请输入一个词或短语。")
    case .order:
      Sentence(
        "Type the numbers in the right order, as in 3 1 2.", "请按正确的顺序输入编号，如 3 1 2。")
    case .line: Sentence("Type the number of the wrong line.", "请输入错误所在的行号。")
    case .recall:
      Sentence(
        "Say it aloud or write it; [Enter] then shows the points.", "说出来或写下来，再按[回车]看要点。")
    case .table: Sentence("Fill in the cells, one a line.", "请逐格填写，一行一格。")
    case .code:
      Sentence(
        "Type the program; a line with a single full stop ends it.", "请输入程序，以只有一个句点的一行结束。")
    }
  }

  static let pointsMade = Sentence(
    "Type the numbers of the points you made, as in 1 3; 0 for none.",
    "请输入你说到的要点的编号，如 1 3；都没有则输入 0。")

  /// Hint 1 of 3.
  static func hint(_ number: Int, of count: Int) -> Sentence {
    Sentence("Hint \(number) of \(count): ", "提示 \(number)/\(count)：")
  }

  /// What went wrong in a step of a derivation.
  static func text(_ mark: Derivation.Mark, in language: CourseLanguage) -> String {
    "! " + mark.sentence[language]
  }
}
