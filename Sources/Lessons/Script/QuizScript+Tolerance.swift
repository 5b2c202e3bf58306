extension QuizScript {
  /// How near a number must come, in one of the ways it may be written.
  mutating func tolerance(_ value: YAMLValue) -> Quiz.Tolerance? {
    if case .map(let fields) = value.content, fields.count == 1, let field = fields.first,
      case .scalar(let text) = field.value.content
    {
      return toleranceField(field, text)
    }
    if case .scalar(let text) = value.content {
      if text.hasSuffix("%"), let number = Double(text.dropLast().trimmed), number > 0 {
        return .relative(number / 100)
      }
      if let number = Double(text), number >= 0, number.isFinite { return .absolute(number) }
    }
    reader.note(
      .tolerance, value, "This is no tolerance.",
      "Write `0.005`, `2%`, `{relative: 0.02}` or `{digits: 3}`.")
    return nil
  }

  private mutating func toleranceField(
    _ field: YAMLValue.Entry, _ text: String
  ) -> Quiz.Tolerance? {
    let number = Double(text)
    switch field.key {
    case "absolute": if let number, number >= 0, number.isFinite { return .absolute(number) }
    case "relative": if let number, number > 0, number < 1 { return .relative(number) }
    case "digits": if let digits = Int(text), (1...15).contains(digits) { return .digits(digits) }
    default:
      reader.note(
        reader.source.finding(
          .unknownKey, line: field.line, column: field.column, length: field.key.count,
          "A tolerance has no key `\(field.key)`.",
          NearestName.advice(field.key, among: Self.toleranceKeys)))
      return nil
    }
    reader.note(
      .tolerance, field.value, "`\(text)` is no \(field.key) tolerance.",
      "`absolute` is 0 or more, `relative` is between 0 and 1, `digits` is from 1 to 15.")
    return nil
  }
}
