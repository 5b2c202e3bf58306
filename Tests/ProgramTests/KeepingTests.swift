import Glibc
import Testing

@Suite struct `What cannot be kept` {
  private static let cards =
    #"{"id": "a", "cards": [{"id": "x", "kind": "text", "ask": "?", "accept": ["y"]}]}"#

  @Test(arguments: [["progress", "export"], ["progress", "import"], ["cards", "import"]])
  func `ends the program with a reason`(command: [String]) throws {
    let path = "/tmp/nabla-keeping-\(command[0])-\(command[1])-\(getpid())"
    let text =
      command[0] == "cards" ? Self.cards : #"{"format": "nabla-progress", "version": 1}"# + "\n"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { unlink(path) }
    _ = write(file, text, text.utf8.count)
    close(file)
    let rest = command[1] == "import" ? [path] : []
    let program = try Program(command + rest, environment: ["XDG_DATA_HOME": "/dev/null"])
    #expect(program.end() == 2)
    #expect(program.text.contains("cannot be"))
    #expect(program.text.contains("Not a directory"))
  }

  @Test(arguments: [["--plain"], ["drill", "--plain"]])
  func `is told before a list that would be empty`(command: [String]) throws {
    let program = try Program(
      command, environment: ["XDG_DATA_HOME": "/dev/null"], streams: ("/dev/null", nil, nil))
    #expect(program.end(within: 10) == 0)
    #expect(program.text.contains("Not a directory"))
  }

  @Test func `and nothing to set aside is no failure`() throws {
    let program = try Program(
      ["progress", "reset", "--yes"], environment: ["XDG_DATA_HOME": "/dev/null"])
    #expect(program.end() == 0)
    #expect(program.text.contains("There was nothing to set aside."))
  }
}
