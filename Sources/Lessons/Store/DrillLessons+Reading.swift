extension DrillLessons {
  /// Reads all that cards are drawn from; a file that is not there in a language is taken from the
  /// other.
  public static func read(
    _ course: Course, _ folder: ContentFolder, own: OwnCardsFolder? = nil,
    in language: CourseLanguage
  ) -> DrillLessons {
    var course = course
    course.readHeads(folder, in: language)
    let lessons = course.lessons.map { entry in
      let own = entry.problems[language] == nil ? language : language.other
      return LessonFile.lesson(folder.file(of: entry.name, in: own), language: own).lesson
    }
    var banks: [Lesson] = []
    let names = CourseLanguage.allCases.map { Set(folder.banks(in: $0)) }
    for name in (names.first ?? []).union(names.last ?? []).sorted() {
      let own = folder.banks(in: language).contains(name) ? language : language.other
      banks.append(LessonFile.lesson(folder.file(ofBank: name, in: own), language: own).lesson)
    }
    let (cards, problems) = own?.read(in: language) ?? ([], [])
    return DrillLessons(lessons: lessons, banks: banks, own: cards, problems: problems)
  }
}
