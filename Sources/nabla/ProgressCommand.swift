import ArgumentParser
import Glibc
import Lessons
import TutorUI

/// `nabla progress`: carries what was learned from one machine to another.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Export, merge or reset what you have learned.",
    subcommands: [Export.self, Import.self, Reset.self])

  /// What was learned; a file that cannot be used is told, and ends the command.
  private static func store() throws -> ProgressStore {
    ProcessEdge.prepare()
    let store = ProgressStore(folder: DataFolder.path())
    if let reason = store.failure {
      throw ExitCode.saying("Your progress cannot be read: \(reason).")
    }
    return store
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the whole history, one event a line.")

    @Argument(help: "The file to write; '-' is standard output.")
    var file = "-"

    func run() throws {
      var store = try store()
      let events = store.history()
      if let reason = store.failure {
        throw ExitCode.saying("Your progress cannot be read: \(reason).", code: 1)
      }
      // A part in the place of yesterday's whole would be taken for one.
      if let notice = store.takeNotice() {
        throw ExitCode.saying(
          notice.english + " Nothing was exported; export again to write those.", code: 1)
      }
      try Output.write(Array(HistoryText.text(events).utf8), toFile: file)
      if file != "-" { Output.write("\(events.count) events in \(file)\n", to: STDERR_FILENO) }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Merge histories into this one; what is there already is not added again.")

    @Argument(help: "Files that 'nabla progress export' wrote; '-' reads standard input.")
    var files: [String]

    func run() throws {
      var store = try store()
      defer {
        if let notice = store.takeNotice() { ProcessEdge.complain("nabla: " + notice.english) }
      }
      for file in files {
        do {
          let events = try HistoryText.events(try Input.text(of: file))
          let added = try merge(events, into: &store)
          Output.write(
            "\(file): \(added) events added, \(events.count - added) were there\n",
            to: STDOUT_FILENO)
        } catch let failure as Input.Failure {
          ProcessEdge.complain("nabla: \(file) cannot be read: \(failure.reason).")
          throw ExitCode(64)
        } catch let fault as StoreFault {
          ProcessEdge.complain("nabla: \(file): \(fault.message).")
          throw ExitCode(1)
        }
      }
    }

    private func merge(_ events: [HistoryEvent], into store: inout ProgressStore) throws -> Int {
      do throws(StoreFault) {
        return try store.merge(events)
      } catch {
        throw ExitCode.saying("Your progress cannot be saved: \(error.message).")
      }
    }
  }

  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin anew; what was learned is set aside in a file that stays.")

    @Flag(help: "Do not ask.")
    var yes = false

    func run() throws {
      ProcessEdge.prepare()
      guard let folder = DataFolder.path() else {
        throw ExitCode.saying("There is no home folder, and so nothing to set aside.")
      }
      if !yes {
        Output.write("Begin anew? Type `reset` to do it: ", to: STDOUT_FILENO)
        var input = LineInput()
        guard input.next() == "reset" else {
          Output.write("Nothing was changed.\n", to: STDOUT_FILENO)
          return
        }
      }
      Output.write(try setAside(folder) + "\n", to: STDOUT_FILENO)
    }

    private func setAside(_ folder: String) throws -> String {
      do throws(StoreFault) {
        let aside = try ProgressStore.setAside(folder: folder)
        return aside.map { "What you had learned is kept as \($0)." }
          ?? "There was nothing to set aside."
      } catch {
        throw ExitCode.saying("What you had learned stays as it is: \(error.message).")
      }
    }
  }
}
