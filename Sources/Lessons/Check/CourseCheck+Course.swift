extension CourseCheck {
  /// A whole course: its outline, its glossary, every lesson in both languages.
  func read(_ folder: ContentFolder, _ plan: inout Plan) {
    let course = Course.load(folder)
    let glossary = Glossary.load(folder)
    plan.report.findings += course.findings + glossary.findings
    var ids: [String: String] = [:]
    var before: Set<String> = []
    var read: [LessonScript] = []
    for entry in course.lessons {
      var scripts: [CourseLanguage: LessonScript] = [:]
      for language in CourseLanguage.allCases {
        let file = folder.file(of: entry.name, in: language)
        guard case .success(let script) = LessonFile.script(file, language: language) else {
          plan.report.findings.append(missing(entry.name, language, folder))
          continue
        }
        scripts[language] = script
        read.append(script)
        self.read(script, &plan)
        plan.report.findings += names(script, entry.name, before, course, &ids)
      }
      if let original = scripts[.english], let translation = scripts[.chinese] {
        compare(original, translation, &plan)
        plan.report.findings += TermPair(original, translation).findings(glossary)
      }
      before.insert(entry.name)
    }
    plan.report.findings += strays(course, folder)
    read += readBanks(folder, &plan)
    readSheets(folder, &plan)
    let quizzes = read.filter { !$0.lesson.isBank }.map { script in
      (script.lesson.id, script.lesson.steps.flatMap(\.quizzes).map(\.id))
    }
    plan.report.findings += sources(folder, of: read)
    let see = SeeCheck(lessons: Dictionary(quizzes, uniquingKeysWith: { first, _ in first }))
    let terms = TermCheck(glossary: glossary)
    for script in read {
      plan.report.findings += terms.findings(script)
      plan.report.findings += see.findings(script.lesson, script.source)
    }
  }

  /// What names steps beside the course, where it is there.
  private func sources(_ folder: ContentFolder, of scripts: [LessonScript]) -> [Finding] {
    let file = folder.file("SOURCES.md")
    guard case .success(let bytes) = LessonFile.bytes(file) else { return [] }
    let titles = scripts.map(\.lesson).filter { $0.language == .english && !$0.isBank }
      .map { ($0.id, $0.steps.map(\.title)) }
    return SourcesCheck(
      source: SourceText(LessonText(bytes, file: file).text, file: file),
      titles: Dictionary(titles, uniquingKeysWith: { $0 + $1 })
    ).findings()
  }

  /// The formula sheet, where there is one: in both languages, a screen for each topic.
  private func readSheets(_ folder: ContentFolder, _ plan: inout Plan) {
    let files = CourseLanguage.allCases.map { folder.file(of: FormulaSheet.name, in: $0) }
    let scripts = files.compactMap { try? LessonFile.script($0).get() }
    for script in scripts { self.read(script, &plan) }
    guard scripts.count == 2 else {
      if scripts.count == 1 {
        plan.report.findings += zip(files, CourseLanguage.allCases).filter { file, _ in
          file != scripts[0].lesson.file
        }.map { _, language in missing(FormulaSheet.name, language, folder) }
      }
      return
    }
    compare(scripts[0], scripts[1], &plan)
  }

  /// The files of the interview bank, each in both languages.
  private func readBanks(_ folder: ContentFolder, _ plan: inout Plan) -> [LessonScript] {
    var read: [LessonScript] = []
    let names = Set(CourseLanguage.allCases.flatMap { folder.banks(in: $0) }).sorted()
    for name in names {
      var pair: [LessonScript] = []
      for language in CourseLanguage.allCases {
        let file = folder.file(ofBank: name, in: language)
        guard case .success(let script) = LessonFile.script(file) else {
          plan.report.findings.append(
            Finding(
              rule: .translation, file: file, line: 0,
              message:
                "The bank's file `\(name)` is there in \(language.other.rawValue), and not here.",
              advice: "Write it in \(language.rawValue) too."))
          continue
        }
        self.read(script, &plan)
        pair.append(script)
      }
      if pair.count == 2 { compare(pair[0], pair[1], &plan) }
      read += pair
    }
    return read
  }

  private func missing(
    _ name: String, _ language: CourseLanguage, _ folder: ContentFolder
  ) -> Finding {
    Finding(
      rule: .translation, file: folder.file(of: name, in: language), line: 0,
      message: "The course names the lesson `\(name)`, and there is no such file.",
      advice: "Write it, or take `\(name)` out of course.yaml.")
  }

  /// Lessons that are there and not in the course.
  private func strays(_ course: Course, _ folder: ContentFolder) -> [Finding] {
    let known = Set(course.lessons.map(\.name))
    return CourseLanguage.allCases.flatMap { language in
      folder.lessons(in: language).filter { !known.contains($0) }.map { name in
        Finding(
          rule: .course, file: folder.file(of: name, in: language), line: 0,
          message: "The lesson `\(name)` is not in course.yaml.",
          advice: "Put its name where it belongs in the course.")
      }
    }
  }

  /// A lesson's id is its file's name, nobody else's, and what it needs comes before it.
  private func names(
    _ script: LessonScript, _ name: String, _ before: Set<String>, _ course: Course,
    _ ids: inout [String: String]
  ) -> [Finding] {
    let (lesson, source) = (script.lesson, script.source)
    var findings: [Finding] = []
    let idLine = Self.line(of: "id:", in: source)
    if !lesson.id.isEmpty, let other = ids[lesson.id], other != name {
      findings.append(
        source.finding(
          .duplicate, line: idLine, at: lesson.id, "The lesson `\(other)` has the same `id`.",
          "Give this one the name of its file, `\(name)`."))
    }
    ids[lesson.id] = ids[lesson.id] ?? name
    let all = course.lessons.map(\.name)
    for need in lesson.needs where !before.contains(need) {
      let message =
        all.contains(need)
        ? "The lesson `\(need)`, which this one needs, does not come before it."
        : "The lesson `\(need)`, which this one needs, does not exist."
      let advice =
        all.contains(need)
        ? "Change the order in course.yaml, or `needs`." : NearestName.advice(need, among: all)
      findings.append(
        source.finding(
          .needs, line: Self.line(of: "needs:", in: source), at: need, message, advice))
    }
    return findings
  }
}
