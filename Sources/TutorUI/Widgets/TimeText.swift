import Lessons

/// Lengths of time in the words of a screen.
enum TimeText {
  /// A length of time in its largest unit that fits: `10 min`, `3 d`, `2.5 mo`.
  static func interval(_ seconds: Double, in language: CourseLanguage) -> String {
    let isEnglish = language == .english
    let minutes = seconds / 60
    let days = seconds / 86400
    if minutes < 1 { return isEnglish ? "<1 min" : "不到 1 分钟" }
    if minutes < 60 { return "\(whole(minutes)) " + (isEnglish ? "min" : "分钟") }
    if days < 1 { return "\(whole(minutes / 60)) " + (isEnglish ? "h" : "小时") }
    if days < 60 { return "\(whole(days)) " + (isEnglish ? "d" : "天") }
    if days < 720 { return "\(tenths(days / 30.44)) " + (isEnglish ? "mo" : "个月") }
    return "\(tenths(days / 365.25)) " + (isEnglish ? "y" : "年")
  }

  /// The same in as few columns as it takes: `10m`, `3d`, `2.5mo`.
  static func short(_ seconds: Double, in language: CourseLanguage) -> String {
    let isEnglish = language == .english
    let minutes = seconds / 60
    let days = seconds / 86400
    if minutes < 60 { return "\(max(1, whole(minutes)))" + (isEnglish ? "m" : "分") }
    if days < 1 { return "\(whole(minutes / 60))" + (isEnglish ? "h" : "时") }
    if days < 60 { return "\(whole(days))" + (isEnglish ? "d" : "天") }
    if days < 720 { return tenths(days / 30.44) + (isEnglish ? "mo" : "月") }
    return tenths(days / 365.25) + (isEnglish ? "y" : "年")
  }

  /// How long something took: `34 s`, `2 min 5 s`.
  static func duration(_ seconds: Double, in language: CourseLanguage) -> String {
    let total = whole(seconds)
    let (minute, second) = language == .english ? ("min", "s") : ("分", "秒")
    if total < 60 { return "\(total) \(second)" }
    if total < 3600 {
      let rest = total % 60 == 0 ? "" : " \(total % 60) \(second)"
      return "\(total / 60) \(minute)\(rest)"
    }
    return "\(total / 3600) " + (language == .english ? "h" : "小时")
      + " \(total / 60 % 60) \(minute)"
  }

  /// What is left on a clock: `19:05`.
  static func clock(_ seconds: Double) -> String {
    let total = whole(seconds.rounded(.up))
    let rest = total % 60
    return "\(total / 60):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  private static func whole(_ number: Double) -> Int { Int(exactly: max(0, number).rounded()) ?? 0 }

  private static func tenths(_ number: Double) -> String {
    let tenths = whole(number * 10)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
