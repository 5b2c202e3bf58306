extension Course {
  /// Reads the course in a folder; what is broken is told at its place, and the rest is there.
  public static func load(_ folder: ContentFolder) -> Course {
    var course = outline(folder)
    for language in CourseLanguage.allCases { course.readHeads(folder, in: language) }
    return course
  }

  /// Reads only what there is and in which order; heads are read when a list of them is wanted.
  public static func outline(_ folder: ContentFolder) -> Course {
    let file = folder.file("course.yaml")
    var outline: CourseOutline
    switch LessonFile.bytes(file) {
    case .success(let bytes): outline = CourseOutline(bytes, file: file)
    case .failure(let finding): outline = CourseOutline(finding: finding)
    }
    if outline.parts.allSatisfy(\.lessons.isEmpty) {
      // Without an order of its own the course is whatever lessons there are.
      var names: [String] = []
      for language in CourseLanguage.allCases {
        for name in folder.lessons(in: language) where !names.contains(name) { names.append(name) }
      }
      outline.parts = [CourseOutline.Part(title: [:], lessons: names, lines: [])]
    }
    let parts = outline.parts.map { part in
      Part(
        title: part.title, lessons: part.lessons.map { Entry(name: $0, heads: [:], problems: [:]) })
    }
    return Course(title: outline.title, parts: parts, findings: outline.findings)
  }

  /// Reads the heads in a language, and in the other where a lesson has none.
  public mutating func readHeads(_ folder: ContentFolder, in language: CourseLanguage) {
    for part in parts.indices {
      for lesson in parts[part].lessons.indices {
        parts[part].lessons[lesson].read(folder, in: language)
        if parts[part].lessons[lesson].heads.isEmpty {
          parts[part].lessons[lesson].read(folder, in: language.other)
        }
      }
    }
  }
}

extension Course.Entry {
  fileprivate mutating func read(_ folder: ContentFolder, in language: CourseLanguage) {
    guard heads[language] == nil, problems[language] == nil else { return }
    let file = folder.file(of: name, in: language)
    switch LessonFile.bytes(file) {
    case .success(let bytes):
      let head = LessonHead(bytes, file: file)
      heads[language] = head
      problems[language] = head.findings.first
    case .failure(let finding): problems[language] = finding
    }
  }
}
