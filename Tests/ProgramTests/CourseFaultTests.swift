import Foundation
import Testing

/// A course in a folder of its own, with a place for the learner's data beside it.
private struct Room {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nabla-room-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("content"), to: folder.appendingPathComponent("content"))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func start(
    _ arguments: [String] = [], columns: Int = 100, rows: Int = 30, expects bytes: Int = 500
  ) throws -> Program {
    let program = try Program(
      arguments, columns: columns, rows: rows,
      environment: [
        "NABLA_CONTENT": folder.appendingPathComponent("content").path,
        "XDG_DATA_HOME": folder.appendingPathComponent("data").path,
      ])
    #expect(program.wait(10) { $0.output.count > bytes })
    program.settle()
    return program
  }

  func lesson(_ name: String) -> URL {
    folder.appendingPathComponent("content/en/\(name).md")
  }
}

private func expectRestored(_ program: Program, sourceLocation: SourceLocation = #_sourceLocation) {
  let stream = TerminalStream(program.output)
  #expect(program.modesAreRestored, sourceLocation: sourceLocation)
  #expect(stream.isRestored, sourceLocation: sourceLocation)
  #expect(stream.strange == [], sourceLocation: sourceLocation)
}

@Suite(.serialized) struct `The course in a terminal` {
  @Test(arguments: [[], ["learn", "softmax"]])
  func `quits and gives the terminal back`(arguments: [String]) throws {
    let room = try Room()
    defer { room.remove() }
    let program = try room.start(arguments)
    for _ in 0..<3 where program.status == nil {
      program.type("q")
      program.settle()
    }
    #expect(program.end() == 0)
    expectRestored(program)
  }

  @Test(arguments: [
    (["play", "zh/softmax.md"], true), (["learn", "--plain", "zh/softmax.md"], true),
    (["play", "zh/interview/softmax.md"], true), (["learn", "zh/interview/softmax.md"], true),
    (["learn", "--plain", "zh/interview/softmax.md"], true),
    (["learn", "--plain", "--language", "en", "zh/interview/softmax.md"], false),
    (["play", "en/interview/softmax.md"], false),
  ])
  func `opens a lesson in the language of its folder`(
    arguments: [String], isChinese: Bool
  ) throws {
    let room = try Room()
    defer { room.remove() }
    let path = room.folder.appendingPathComponent("content").path + "/" + (arguments.last ?? "")
    let program = try room.start(arguments.dropLast() + [path], expects: 100)
    // The footer's word for the other language is Chinese on an English screen.
    let text = program.text.filter { !"中文".contains($0) }
    #expect(text.unicodeScalars.contains { $0.value >= 0x4E00 } == isChinese)
    if program.status == nil { program.send(SIGTERM) }
    _ = program.end()
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGSEGV])
  func `gives the terminal back when a signal ends it`(signal: Int32) throws {
    let room = try Room()
    defer { room.remove() }
    let program = try room.start(["learn", "softmax"])
    program.type(" ")
    program.send(signal)
    #expect(program.end() == -signal)
    expectRestored(program)
  }

  @Test(arguments: ["key", "signal"])
  func `stops a lesson's program and stays`(way: String) throws {
    let room = try Room()
    defer { room.remove() }
    let text = """
      ---
      id: softmax
      title: Slow
      summary: Slow.
      minutes: 1
      ---

      ## One

      Nothing is computed here.

      ---

      ## Two

      ```nabla
      x = torch.zeros(1000000)
      for i in range(100000): x = x + 1
      ```
      """
    try Data(text.utf8).write(to: room.lesson("softmax"))
    let program = try room.start(["learn", "softmax"])
    program.clearOutput()
    program.type(" ")
    #expect(program.wait { $0.text.contains("computing") && $0.text.contains("^C") })
    if way == "key" { program.type("\u{3}") } else { program.send(SIGINT) }
    #expect(program.wait { $0.text.contains("Stopped.") })
    #expect(program.status == nil)
    program.type("q")
    #expect(program.wait { $0.text.contains("quit") })
    program.type("q")
    #expect(program.end() == 0)
    expectRestored(program)
  }

  @Test func `is resized in the middle of everything`() throws {
    let room = try Room()
    defer { room.remove() }
    let program = try room.start(["learn", "softmax"])
    let sizes = [(1, 1), (40, 12), (39, 11), (200, 60), (80, 24), (10, 100), (1000, 3), (100, 30)]
    for keys in ["", " ", "?", "\u{1B}", "r", "z", "\u{4}", "g", "\u{1B}", "/", "soft", "\u{1B}"] {
      program.type(keys)
      for (columns, rows) in sizes {
        program.resize(columns, rows)
        usleep(4000)
      }
      program.settle(0.04)
      #expect(program.status == nil)
    }
    program.send(SIGTERM)
    #expect(program.end() == -SIGTERM)
    expectRestored(program)
  }

  @Test func `survives any keys`() throws {
    let room = try Room()
    defer { room.remove() }
    let program = try room.start(["learn", "softmax"])
    let keys = Array(" \r\t\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D?glerhs123/.-+\u{7F}数\u{1B}[6~\u{1B}[Z")
    var random = Dice(state: 7)
    for _ in 0..<60 {
      let text = (0..<20).map { _ in keys.randomElement(using: &random) ?? " " }
      program.type(String(text))
      program.settle(0.02)
    }
    #expect(program.status == nil)
    program.send(SIGTERM)
    #expect(program.end(within: 10) == -SIGTERM)
    expectRestored(program)
  }

  @Test func `shows a hostile lesson as text`() throws {
    let room = try Room()
    defer { room.remove() }
    var bytes = Array(try Data(contentsOf: room.lesson("softmax")))
    let attacks =
      "\u{1B}[2J\u{1B}[?1049l\u{1B}]0;title\u{7}\u{1B}]52;c;aGk=\u{7}\u{1B}P$qm\u{1B}\\\u{9B}31m\u{202E}"
      + "\u{2066}\u{FEFF}a" + String(repeating: "\u{301}", count: 10_000) + "\u{1B}]8;;x\u{1B}\\\r"
    guard let place = String(decoding: bytes, as: UTF8.self).range(of: "\n## ") else { return }
    let offset = String(decoding: bytes, as: UTF8.self)[..<place.upperBound].utf8.count
    bytes.insert(
      contentsOf: Array(attacks.utf8) + [0xFF, 0xC0, 0xAF, 0xED, 0xA0, 0x80], at: offset)
    try Data(bytes).write(to: room.lesson("softmax"))
    let program = try room.start(["learn", "softmax"])
    program.type(" ")
    program.settle()
    program.send(SIGTERM)
    #expect(program.end() == -SIGTERM)
    expectRestored(program)
    // The reader of lessons has already put a mark in the place of each control.
    #expect(program.text.contains("\u{FFFD}[2J"))
  }

  @Test(arguments: ["empty", "folder", "nul", "zero", "line"])
  func `opens in spite of a lesson that is none`(kind: String) throws {
    let room = try Room()
    defer { room.remove() }
    let file = room.lesson("softmax")
    try FileManager.default.removeItem(at: file)
    switch kind {
    case "empty": try Data().write(to: file)
    case "folder":
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    case "nul": try Data(repeating: 0, count: 100_000).write(to: file)
    case "zero":
      try FileManager.default.createSymbolicLink(
        atPath: file.path, withDestinationPath: "/dev/zero")
    default: try Data(repeating: 0x61, count: 20_000_000).write(to: file)
    }
    let program = try room.start()
    program.type("jjkk")
    program.settle()
    #expect(program.status == nil)
    program.type("q")
    #expect(program.end() == 0)
    expectRestored(program)
  }
}
