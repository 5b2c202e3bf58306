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

/// Reads files of a course, and refuses what is not a file of a lesson's size.
public enum LessonFile {
  /// The largest file read.
  public static let largest = 2_000_000

  /// The bytes of a file, or why they cannot be had; never waits and never reads without bound.
  public static func bytes(_ path: String, largest: Int = largest) -> Result<[UInt8], Finding> {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let (error, reason) = (errno, String(cString: strerror(errno)))
      let finding = Finding(
        rule: .unreadable, file: path, line: 0, message: "This file cannot be read: \(reason).",
        advice: "Check its name and its rights.")
      return .failure(finding.inChinese("无法读取这个文件：\(chinese(error) ?? reason)。请检查文件名和权限。"))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return failure(
        path, "This is \(kind(status.st_mode)), not a file.",
        "Name a lesson's file, as `content/en/softmax.md`.")
    }
    guard status.st_size <= largest else {
      return failure(
        path, "This file is larger than \(largest / 1_000_000) MB.", "Cut the lesson in two.")
    }
    return .success(read(descriptor, size: Int(status.st_size)))
  }

  private static func chinese(_ error: Int32) -> String? {
    switch error {
    case ENOENT: "文件不存在"
    case EACCES: "没有读取权限"
    case ENOTDIR: "路径中有一段不是文件夹"
    default: nil
    }
  }

  private static func failure(
    _ path: String, _ message: String, _ advice: String
  ) -> Result<[UInt8], Finding> {
    .failure(
      Finding(rule: .unreadable, file: path, line: 0, message: message, advice: advice))
  }

  private static func kind(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFCHR, S_IFBLK: "a device"
    default: "something else"
    }
  }

  private static func read(_ descriptor: Int32, size: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { return }
        count += more
      }
    }
  }

  /// Reads a lesson, or a file of the interview bank; a file that cannot be read is a lesson of one
  /// step that says why.
  public static func lesson(_ path: String, language: CourseLanguage? = nil) -> LessonScript {
    let language = language ?? self.language(of: path) ?? .english
    switch script(path, language: language) {
    case .success(let script): return script
    case .failure(let finding):
      return LessonScript(unreadable: [finding], file: path, language: language)
    }
  }

  /// Reads a lesson, or a file of the interview bank, or says why it cannot be read.
  static func script(
    _ path: String, language: CourseLanguage? = nil
  ) -> Result<LessonScript, Finding> {
    let language = language ?? self.language(of: path) ?? .english
    return bytes(path).map {
      LessonScript($0, file: path, language: language, isBank: isBank(path), isSheet: isSheet(path))
    }
  }

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

  /// Whether there is a file of this name that can be read.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, R_OK) == 0
  }

  /// Whether there is a folder of this name.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names of the files in a folder, sorted.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
