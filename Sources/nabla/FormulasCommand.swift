import ArgumentParser
import Glibc
import Lessons
import TutorUI

/// `nabla formulas`: the formula sheet, one screen a topic.
struct FormulasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formulas", abstract: "Show the formula sheet, one screen a topic.")

  @Argument(help: "The topic to open, as softmax or cross-entropy; or the beginning of its name.")
  var topic: String?

  @OptionGroup var opening: OpeningOptions

  func run() throws {
    try opening.opening().showFormulas(topic)
  }
}

extension Opening {
  /// Shows the formulas, from a topic on.
  func showFormulas(_ topic: String?) throws {
    let desk = try desk()
    let language = language ?? desk.language
    let sheet = desk.lesson(FormulaSheet.name, in: language)
    guard !sheet.id.isEmpty, !sheet.steps.isEmpty else {
      ProcessEdge.complain("nabla: This course has no formula sheet: \(sheet.file).")
      throw ExitCode(2)
    }
    let sheets = [sheet, desk.lesson(FormulaSheet.name, in: language.other)]
    let place = topic.flatMap { FormulaSheet.place(of: $0, in: sheets) }
    if let topic, place == nil {
      ProcessEdge.complain(
        "nabla: There is no topic `\(topic)` on the formula sheet. There are: "
          + FormulaSheet.topics(of: sheet).joined(separator: ", ") + ".")
      throw ExitCode(64)
    }
    if plain || PlainSitting.isNeeded {
      let chosen = place.map { [sheet.steps[min($0, sheet.steps.count - 1)]] } ?? sheet.steps
      return plainly { PlainSitting.write(chosen, of: sheet) }
    }
    let begin = AppEffect.openLesson(FormulaSheet.name, language, step: place ?? 0)
    try sit(Sitting(desk: desk, language: language, begin: [begin], keeps: false))
  }
}
