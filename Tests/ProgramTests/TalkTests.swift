import Foundation
import Testing

/// A presentation and its notes in two terminals.
@Suite(.serialized) struct `A lesson in front of a class` {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("nabla-class-\(UUID().uuidString)")

  private func start(_ arguments: [String]) throws -> Program {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try Program(
      ["present"] + arguments,
      environment: [
        "NABLA_CONTENT": root.appendingPathComponent("content").path,
        "XDG_DATA_HOME": folder.appendingPathComponent("data").path,
        "XDG_RUNTIME_DIR": folder.appendingPathComponent("run").path,
      ])
  }

  @Test func `is followed by its notes, through an end and a new beginning`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let notes = try start(["--notes"])
    #expect(notes.wait(10) { $0.text.contains("Waiting for a presentation") })

    let talk = try start(["softmax"])
    #expect(talk.wait(10) { $0.text.contains("Three wishes") })
    #expect(notes.wait { $0.text.contains("Let the room propose") })
    talk.type("n")
    #expect(notes.wait { $0.text.contains("2/") })
    talk.type("q")
    #expect(talk.end() == 0)
    #expect(talk.modesAreRestored)
    #expect(TerminalStream(talk.output).isRestored)
    #expect(notes.wait { $0.text.contains("has ended") })

    // A presenter that is killed leaves its file behind, and is not taken for one that runs.
    let killed = try start(["softmax", "--step", "4"])
    #expect(notes.wait(10) { $0.text.contains("4/") })
    notes.clearOutput()
    killed.send(SIGKILL)
    #expect(killed.end() == -SIGKILL)
    #expect(notes.wait { $0.text.contains("has ended") })
    notes.type("q")
    #expect(notes.end() == 0)
    #expect(notes.modesAreRestored)
    // Nothing of it is kept as the learner's, and where it is kept it has this name.
    #expect(presentations(in: "run") == 1)
    #expect(presentations(in: "data") == 0)
  }

  /// How many presentations tell of themselves in a folder.
  private func presentations(in name: String) -> Int {
    let path = folder.appendingPathComponent(name + "/nabla").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.count { $0.hasPrefix("present-") && $0.hasSuffix(".json") }
  }

  @Test func `has notes of its own where another is in front of another class`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try start(["softmax"])
    #expect(first.wait(10) { $0.text.contains("Three wishes") })
    let second = try start(["nll", "--step", "2"])
    #expect(second.wait(10) { !$0.text.isEmpty })
    let notes = try start(["--notes"])
    #expect(notes.wait(10) { $0.text.contains("2/") })
    // What the older one does is not told over the younger one.
    first.type("n")
    first.type("n")
    notes.clearOutput()
    second.type("q")
    #expect(second.end() == 0)
    #expect(notes.wait { $0.text.contains("3/") })
    first.type("q")
    #expect(first.end() == 0)
    notes.type("q")
    #expect(notes.end() == 0)
  }

  @Test(arguments: [
    ([], "Name a lesson"), (["softmax", "--notes"], "takes no lesson"),
    (["nothing"], "There is no"),
    (["softmax", "--step", "99"], "There is no step 99"),
  ])
  func `is not begun with what makes no sense`(arguments: [String], words: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = try start(arguments)
    #expect(program.end() == 64)
    #expect(program.text.contains(words))
  }
}
