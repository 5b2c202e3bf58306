import Testing

/// The words of a text that could be names in Swift.
private func names(in text: String) -> [Substring] {
  text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
}

@Test func `every phrase is shown somewhere`() throws {
  let files = try House.files(below: "Sources/TutorUI")
  let phrases = try #require(files.first { $0.path.hasSuffix("/Phrase.swift") })
  let declared = phrases.lines.drop { !$0.contains("enum Phrase") }.dropFirst()
    .prefix { $0 != "}" }.filter { !$0.contains("//") }
    .flatMap { names(in: $0) }.filter { $0 != "case" }
  #expect(declared.count > 100)
  let places =
    try files.filter { !$0.path.hasSuffix("/Phrase.swift") }
    + House.files(below: "Sources/nabla")
  let used = places.flatMap { file in
    // What Wording gives words to is not shown by that.
    let isWording = file.path.contains("/Wording")
    return file.lines.flatMap { line in
      let names = names(in: line)
      return isWording && names.first == "case" ? names.dropFirst(2) : names[...]
    }
  }
  let known = Set(used)
  for phrase in declared {
    let isShown = known.contains("." + phrase) || known.contains("Phrase." + phrase)
    #expect(isShown, "\(phrase)")
  }
}
