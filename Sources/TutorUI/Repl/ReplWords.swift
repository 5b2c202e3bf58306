import Lessons

/// The REPL's own words in the screen's language.
struct ReplWords {
  var language: CourseLanguage

  var variables: String { language == .chinese ? "变量" : "Variables" }

  /// The keys that do something now, and what.
  func keys(isRunning: Bool, isSearching: Bool) -> [(String, String)] {
    let rows: [(key: String, english: String, chinese: String)] =
      if isRunning {
        [("^C", "stop the program", "停止程序")]
      } else if isSearching {
        [
          ("^R", "older", "更早"), ("enter", "run", "运行"), ("esc", "edit", "编辑"),
          ("^G", "cancel", "取消"),
        ]
      } else {
        [
          ("enter", "run", "运行"), ("^D", "leave", "离开"), ("tab", "complete", "补全"),
          ("↑", "history", "历史"), ("^X", "explain", "推导"), ("^R", "search", "搜索"),
          ("pgup", "scroll", "滚动"),
          ("^_", "undo", "撤销"), ("^L", "clear", "清屏"), ("alt-enter", "new line", "换行"),
        ]
      }
    return rows.map { ($0.key, language == .chinese ? $0.chinese : $0.english) }
  }
}
