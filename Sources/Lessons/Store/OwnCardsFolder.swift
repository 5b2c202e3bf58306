import Glibc

/// The folder of the learner's own cards, a file for each collection.
public struct OwnCardsFolder: Sendable {
  private let path: String

  /// Names a folder; it is made when something is kept in it.
  public init(_ path: String) { self.path = path }

  /// The one for this process; nil where there is no home folder.
  public static var standard: OwnCardsFolder? {
    DataFolder.path().map { OwnCardsFolder($0 + "/cards") }
  }

  /// Keeps a collection, in the place of one of the same id.
  public func save(_ text: String, id: String) throws(HistoryText.Fault) {
    let file = path + "/" + id + ".json"
    if let failure = DataFolder.make(path) {
      throw HistoryText.Fault(message: "\(path): \(String(cString: strerror(failure)))")
    }
    // Written beside and moved: a collection is there whole, or as it was.
    let beside = file + ".new"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    let bytes = Array(text.utf8)
    let written = descriptor >= 0 ? write(descriptor, bytes, bytes.count) : -1
    let failure = errno
    if descriptor >= 0 { close(descriptor) }
    guard written == bytes.count, rename(beside, file) == 0 else {
      unlink(beside)
      throw HistoryText.Fault(message: "\(file): \(String(cString: strerror(failure)))")
    }
  }

  /// The collections that can be read, in the order of their names.
  func lessons(in language: CourseLanguage) -> [Lesson] {
    LessonFile.names(in: path).filter { $0.hasSuffix(".json") }.compactMap { name in
      let file = path + "/" + name
      guard case .success(let bytes) = LessonFile.bytes(file) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      return (try? OwnCards(text, file: file, language: language))?.lesson
    }
  }
}
