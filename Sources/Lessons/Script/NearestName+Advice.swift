import Language

/// The word that was meant, also where no program is looked at.
typealias NearestName = Language.NearestName

extension NearestName {
  /// The known word nearest to the one written: up to half the letters of the shorter differ.
  static func of(_ word: String, among known: [String]) -> String? {
    of(word, among: known) { written, known in max(1, min(written, known) / 2) }
  }

  /// A sentence that names the nearest word, or lists all there are.
  static func advice(_ word: String, among known: [String]) -> String {
    if let nearest = of(word, among: known) { return "Did you mean `\(nearest)`?" }
    return "It can be " + known.map { "`\($0)`" }.joined(separator: ", ") + "."
  }
}
