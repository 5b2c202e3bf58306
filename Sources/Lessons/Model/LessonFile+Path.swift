/// What the path of a lesson's file tells of it, without a look at the file.
extension LessonFile {
  /// Whether a lesson is named by its file's path, and not by its own name.
  public static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".md") }

  /// The language of a file, by the folder it is in; nil where that names none.
  public static func language(of path: String) -> CourseLanguage? {
    let folders = folders(of: path)
    let place = place(ofLanguageIn: folders, path)
    return folders.indices.contains(place) ? CourseLanguage(rawValue: String(folders[place])) : nil
  }

  /// The path of the same file in a language; the path itself where no folder names one.
  public static func path(_ path: String, in language: CourseLanguage) -> String {
    guard self.language(of: path) != nil else { return path }
    var folders = folders(of: path)
    folders[place(ofLanguageIn: folders, path)] = language.rawValue[...]
    return folders.joined(separator: "/")
  }

  private static func folders(of path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false)
  }

  private static func place(ofLanguageIn folders: [Substring], _ path: String) -> Int {
    folders.count - (isBank(path) ? 3 : 2)
  }

  /// Whether a file is one of the interview bank, by the folder it is in.
  public static func isBank(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().last.map(String.init) == ContentFolder.bank
  }

  /// Whether a file is the course's formula sheet, by its name.
  static func isSheet(_ path: String) -> Bool {
    path.split(separator: "/").last.map(String.init) == FormulaSheet.name + ".md"
  }

  /// The path of the same file in the other language; nil where no folder names a language.
  static func translation(of path: String) -> String? {
    language(of: path).map { self.path(path, in: $0.other) }
  }
}
