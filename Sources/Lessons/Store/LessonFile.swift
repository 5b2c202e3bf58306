import Glibc

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
