/// The words after `nabla` on a fence.
enum ProgramFence {
  /// Makes a program of a fence's words and its source.
  static func read(
    _ words: [String], source code: String, line: Int, in source: SourceText
  ) -> (program: Program, findings: [Finding]) {
    var program = Program(source: code, presentations: [], edits: [], line: line + 1)
    var findings: [Finding] = []
    for word in words {
      if let presentation = Program.Presentation(rawValue: word) {
        if !program.presentations.contains(presentation) {
          program.presentations.append(presentation)
        }
      } else if word.hasPrefix("edit=") {
        let names = word.dropFirst(5).split(separator: ",").map(String.init)
        if names.isEmpty {
          findings.append(
            source.finding(
              .program, line: line, at: word, "`edit=` names no input.",
              "Write the variable after it, as in `edit=z`."))
        }
        program.edits += names
      } else {
        let known = Program.Presentation.allCases.map(\.rawValue) + ["edit=NAME"]
        findings.append(
          source.finding(
            .program, line: line, at: word, "A program has no presentation `\(word)`.",
            NearestName.advice(word, among: known)))
      }
    }
    if code.allSatisfy(\.isWhitespace) {
      findings.append(
        source.finding(.program, line: line, "This program is empty.", "Write one, or take it out.")
      )
    }
    return (program, findings)
  }
}
