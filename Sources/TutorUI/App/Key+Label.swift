import Lessons

extension Key {
  /// What the key is called in the footer and on the help page.
  public func label(in language: CourseLanguage) -> String {
    let isEnglish = language == .english
    return switch self {
    case .character(" "): isEnglish ? "space" : "空格"
    case .character(let character): String(character)
    case .enter: isEnglish ? "enter" : "回车"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: isEnglish ? "backspace" : "退格"
    case .delete: "del"
    case .insert: "ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .shift(let arrow), .controlArrow(let arrow): modifier + arrow.label
    case .home: "home"
    case .end: "end"
    case .pageUp: "pgup"
    case .pageDown: "pgdn"
    case .function(let number): "F\(number)"
    case .control(let letter): "^\(letter.uppercased())"
    case .alt(let letter): "esc \(letter)"
    case .click, .wheelUp, .wheelDown: isEnglish ? "mouse" : "鼠标"
    case .paste: isEnglish ? "paste" : "粘贴"
    }
  }

  private var modifier: String {
    if case .shift = self { "shift " } else { "^" }
  }
}

extension Key.Arrow {
  fileprivate var label: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    }
  }
}
