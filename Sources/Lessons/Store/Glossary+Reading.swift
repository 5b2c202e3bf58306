extension Glossary {
  /// Reads the glossary of a folder.
  public static func load(_ folder: ContentFolder) -> Glossary {
    let file = folder.file("glossary.yaml")
    switch LessonFile.bytes(file) {
    case .success(let bytes): return Glossary(bytes, file: file)
    case .failure(let finding): return Glossary(finding: finding)
    }
  }
}
