import Foundation
import Language
import Testing

@testable import Lessons

@Suite struct TalkFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("nabla-talk-\(UUID().uuidString)").path

  /// What the file of this process is called.
  private static let name = "present-\(getpid()).json"

  private var report: TalkReport {
    var report = TalkReport(
      lesson: "Log-softmax", language: .chinese, step: 2, count: 9, title: "哪一个？", next: nil,
      notes: ["Ask \"first\".\n\u{1B}[2J"], shown: 2, pieces: 3)
    report.isBlank = true
    report.answer = "B"
    report.tally = [.init(letter: "A", count: 12), .init(letter: "B", count: nil)]
    report.isTallyShown = true
    return report
  }

  @Test func `what is told is read, and is gone afterwards`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = TalkFile(folders: [folder])
    #expect(file.look() == .nothing)
    #expect(file.write(report, since: 12.5) == nil)
    #expect(file.look() == .running(report, since: 12.5))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [Self.name])
    file.remove()
    #expect(file.look() == .nothing)
  }

  @Test func `the runtime folder comes before the data folder`() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = TalkFile(runtime: folder + "/run", data: folder + "/data")
    #expect(file.write(report, since: 1) == nil)
    #expect(FileManager.default.fileExists(atPath: folder + "/run/nabla/" + Self.name))
    // A folder that cannot be made is passed over.
    let other = TalkFile(runtime: "/proc/none", data: folder + "/data")
    #expect(other.write(report, since: 1) == nil)
    #expect(FileManager.default.fileExists(atPath: folder + "/data/" + Self.name))
    #expect(TalkFile(runtime: "/proc/none", data: nil).write(report, since: 1) != nil)
  }

  @Test(arguments: [
    "", "{", "[]", "{\"presenter\": \"1\"}", "{\"presenter\": \"999999999:1\", \"talk\": {}}",
    "{\"presenter\": 7, \"since\": 0, \"talk\": null}",
  ])
  func `a file that is stale or broken is nothing`(text: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/" + Self.name, atomically: true, encoding: .utf8)
    #expect(TalkFile(folders: [folder]).look() == .nothing)
  }

  @Test func `a process of the same number that began later is another`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = TalkFile(folders: [folder])
    #expect(file.write(report, since: 1) == nil)
    let path = folder + "/" + Self.name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let own = "\"\(getpid()):"
    #expect(text.contains(own))
    try text.replacingOccurrences(of: own, with: own + "9")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(file.look() == .nothing)
    // What another process told is not taken away.
    file.remove()
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `of two presentations the notes follow the one that began last, while it lives`()
    throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = TalkFile(folders: [folder])
    #expect(file.write(report, since: 10) == nil)
    // Another process that lives: the one that started this one.
    var other = report
    other.lesson = "Softmax"
    let json = { (presenter: String, since: Double) in
      #"{"presenter": "\#(presenter)", "since": \#(since), "talk": \#(other.json.line)}"#
    }
    let path = folder + "/present-\(getppid()).json"
    let alive = TalkFile.mark(of: getppid())
    try json(alive, 20).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(file.look() == .running(other, since: 20))
    try json(alive, 5).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(file.look() == .running(report, since: 10))
    try json("\(getppid()):1", 20).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(file.look() == .running(report, since: 10))
    file.remove()
    #expect(file.look() == .nothing)
    // What was left behind is cleared away by the next presentation.
    #expect(file.write(report, since: 30) == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [Self.name])
  }
}
