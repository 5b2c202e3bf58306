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
    case .up: Arrow.up.label
    case .down: Arrow.down.label
    case .left: Arrow.left.label
    case .right: Arrow.right.label
    case .shift(let arrow), .controlArrow(let arrow): modifier + arrow.label
    case .home: "home"
    case .end: "end"
    case .pageUp: "pgup"
    case .pageDown: "pgdn"
    case .function(let number): "F\(number)"
    case .control(let letter): "^\(letter.uppercased())"
    case .alt("\n"): isEnglish ? "alt-enter" : "alt-回车"
    case .alt(let letter): "esc \(letter)"
    case .click, .wheelUp, .wheelDown: isEnglish ? "mouse" : "鼠标"
    case .paste: isEnglish ? "paste" : "粘贴"
    }
  }

  private var modifier: String {
    if case .shift = self { "shift " } else { "^" }
  }
}

extension Key {
  /// What its arrow is called, if it has one.
  var arrowLabel: String? {
    switch self {
    case .up: Arrow.up.label
    case .down: Arrow.down.label
    case .left: Arrow.left.label
    case .right: Arrow.right.label
    case .shift(let arrow): arrow.label
    default: nil
    }
  }
}

extension Key.Arrow {
  /// A sign, or its name where there is only ASCII: `^` would read as the control key.
  fileprivate var label: String {
    switch self {
    case .up: Characters.areASCII ? "up" : "↑"
    case .down: Characters.areASCII ? "down" : "↓"
    case .left: Characters.areASCII ? "left" : "←"
    case .right: Characters.areASCII ? "right" : "→"
    }
  }
}
