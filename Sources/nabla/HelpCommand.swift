import ArgumentParser
import Glibc
import Language

/// `nabla help`: how to use nabla, one of its commands, its language, or one name of it.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Tell of a command, the language, or a name of it.",
    discussion: """
      `nabla help manual` is the manual of the language, as docs/language.md has it; \
      `nabla help torch.nn` one module of it; `nabla help softmax` one name.
      """)

  @Argument(help: "A command, `manual`, a module or a name.")
  var topic: String?

  func run() throws {
    guard let text = text else {
      let topic = topic ?? ""
      let near = Session().completions(of: topic, at: topic.utf8.count).prefix(5).map(\.text)
      let hint = near.isEmpty ? "" : " There are: \(near.joined(separator: ", "))."
      Output.write(
        "nabla: There is no command, module or name `\(topic)`.\(hint) "
          + "`nabla help manual` lists all names.\n", to: STDERR_FILENO)
      throw ExitCode(64)
    }
    let whole = text.last == "\n" ? text : text + "\n"
    // A file of it is the same in every locale.
    if isatty(STDOUT_FILENO) != 0 {
      Output.tell(whole, to: STDOUT_FILENO)
    } else {
      Output.write(whole, to: STDOUT_FILENO)
    }
  }

  private var text: String? {
    guard let topic else { return Nabla.helpMessage() + "\n\n" + Self.topics }
    if let command = Nabla.configuration.subcommands.first(where: { name(of: $0) == topic }) {
      return Nabla.helpMessage(for: command)
    }
    if topic == "manual" { return Manual.text }
    return Manual.part(topic) ?? Session().help(on: topic)
  }

  private func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? command._commandName
  }

  private static var topics: String {
    "nabla help manual    the manual of the language\n"
      + "nabla help NAME      a name of it: softmax, nn.Linear\n"
      + "nabla help MODULE    its names: " + Manual.modules.joined(separator: ", ")
  }
}
