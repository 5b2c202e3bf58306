import Glibc

/// The folder the course is in; the only place its files are read.
public struct ContentFolder: Sendable, Hashable {
  /// The folder's path.
  public let path: String

  /// Names a folder; nothing is read yet.
  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The content folder to use: the one the environment names, the one installed beside the program,
  /// the one in the folder the program was started in or above it.
  ///
  /// - Parameters:
  ///   - environment: what NABLA_CONTENT says.
  ///   - executable: the program's own path.
  /// - Returns: The first that holds a course; nil where none does.
  public static func find(environment: String?, executable: String?) -> ContentFolder? {
    if let environment, !environment.isEmpty { return ContentFolder(environment) }
    var candidates: [String] = []
    if let executable, let slash = executable.lastIndex(of: "/") {
      candidates.append(String(executable[..<slash]) + "/../share/nabla/content")
    }
    candidates += (0..<8).map { String(repeating: "../", count: $0) + "content" }
    return candidates.first { access($0 + "/course.yaml", R_OK) == 0 }.map(ContentFolder.init)
  }

  /// The path of this program's file.
  public static func executable() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The folder a lesson's file is in, two or three levels up; nil where it holds no course.
  public static func around(_ path: String) -> ContentFolder? {
    let folder = above(path)
    return access(folder.file("course.yaml"), R_OK) == 0 ? folder : nil
  }

  /// The folder that would hold the course of a lesson's file, whether or not it does.
  public static func above(_ path: String) -> ContentFolder {
    let up = LessonFile.isBank(path) ? "/../.." : "/.."
    let slash = path.lastIndex(of: "/")
    return ContentFolder((slash.map { String(path[..<$0]) } ?? ".") + up)
  }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { path + "/" + name }

  /// The path of a lesson's file.
  public func file(of lesson: String, in language: CourseLanguage) -> String {
    "\(path)/\(language.rawValue)/\(lesson).md"
  }

  /// The names of the lessons there are in a language, in the order of the alphabet.
  public func lessons(in language: CourseLanguage) -> [String] {
    LessonFile.names(in: "\(path)/\(language.rawValue)").filter { $0.hasSuffix(".md") }
      .map { String($0.dropLast(3)) }.filter { $0 != FormulaSheet.name }
  }

  /// The path of a file of the interview bank.
  public func file(ofBank topic: String, in language: CourseLanguage) -> String {
    "\(path)/\(language.rawValue)/\(Self.bank)/\(topic).md"
  }

  /// The names of the files of the interview bank in a language, without their ending.
  public func banks(in language: CourseLanguage) -> [String] {
    LessonFile.names(in: "\(path)/\(language.rawValue)/\(Self.bank)")
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
  }

  /// The folder of the interview bank, within a language's.
  static let bank = "interview"
}
