/// Where a line may end between two characters, in English and in Chinese.
enum LineBreakRules {
  /// Whether a line may end between two neighbouring characters, neither of them a space.
  static func allowsBreak(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
    let leftWide = isIdeographic(left)
    let rightWide = isIdeographic(right)
    guard leftWide || rightWide else { return allowsBreakInWord(between: left, and: right) }
    return !neverEnds(left) && !neverBegins(right)
  }

  /// Whether a character is written without spaces around it, as Chinese is.
  static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1100 && CharacterWidth.columns(of: scalar) == 2
  }

  /// A long compound may break after its hyphen or slash, between letters.
  private static func allowsBreakInWord(
    between left: Unicode.Scalar, and right: Unicode.Scalar
  ) -> Bool {
    switch left {
    case "-", "/", "–": isLetter(right)
    case "—": right != "—" && isLetter(right)
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "\u{C0}"..."\u{24F}", "\u{391}"..."\u{3C9}": true
    default: false
    }
  }

  /// Whether a character is Chinese punctuation, which brings its own space with it.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    isIdeographic(scalar) && (neverBegins(scalar) || neverEnds(scalar))
  }

  /// Closing punctuation, which may not begin a line.
  static func neverBegins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "。", "，", "．", "；", "：", "？", "！", "）", "》", "」", "』", "】", "〉", "〕", "］", "｝",
      "”", "’", "…", "—", "·", "・", "～", "％", "℃", "々", "ー", "‰", "〗", "＞", "﹂", "﹄":
      true
    case ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "'", "\"", "°": true
    default: false
    }
  }

  /// Opening punctuation, which may not end a line.
  static func neverEnds(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "「", "『", "【", "〈", "〔", "［", "｛", "“", "‘", "〖", "＜", "﹁", "﹃": true
    case "(", "[", "{", "#", "$", "￥": true
    default: false
    }
  }
}
