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

  /// Keeps a collection, in the place of one of the same id; why not, where it can not.
  public func save(_ text: String, id: String) -> StoreFault? {
    let file = path + "/" + id + ".json"
    let failure = DataFolder.make(path) ?? WholeFile.write(Array(text.utf8), to: file)
    return failure.map { StoreFault("\(file): \(String(cString: strerror($0)))") }
  }

  /// The collections that can be read, in the order of their names, and what is wrong with others.
  func read(in language: CourseLanguage) -> (lessons: [Lesson], problems: [Finding]) {
    var lessons: [Lesson] = []
    var problems: [Finding] = []
    for name in LessonFile.names(in: path) where name.hasSuffix(".json") {
      let file = path + "/" + name
      switch LessonFile.bytes(file) {
      case .failure(let finding): problems.append(finding)
      case .success(let bytes):
        do throws(StoreFault) {
          let cards = try OwnCards(
            String(decoding: bytes, as: UTF8.self), file: file, language: language)
          lessons.append(cards.lesson)
          problems += cards.problems.map {
            Finding(rule: .quiz, file: file, line: 0, message: $0)
          }
        } catch {
          problems.append(
            Finding(rule: .unreadable, file: file, line: 0, message: error.message + "."))
        }
      }
    }
    return (lessons, problems)
  }
}
