/// The formula sheet of a course: a file like a lesson's, each step of it the formulas of a topic.
public enum FormulaSheet {
  /// The name of its file, without the ending; no lesson is called so.
  public static let name = "formulas"

  /// The topics of a sheet as they are named on the command line: `cross-entropy`.
  public static func topics(of sheet: Lesson) -> [String] {
    sheet.steps.map { slug($0.title) }
  }

  /// The place of a topic in a sheet, by its name, by its title, or by the beginning of either.
  public static func place(of topic: String, in sheets: [Lesson]) -> Int? {
    let wanted = slug(topic)
    guard !wanted.isEmpty else { return nil }
    for fits in [{ $0 == wanted }, { $0.hasPrefix(wanted) }] as [(String) -> Bool] {
      for sheet in sheets {
        if let place = topics(of: sheet).firstIndex(where: fits) { return place }
      }
    }
    return nil
  }

  /// A title in small letters, with hyphens for all that is not a letter or a digit.
  static func slug(_ title: String) -> String {
    var slug = ""
    for character in title.lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if slug.last != "-", !slug.isEmpty {
        slug.append("-")
      }
    }
    if slug.last == "-" { slug.removeLast() }
    return slug
  }
}
