extension Session {
  /// Programs that took more steps than this are not run again in order to find a fix.
  private static let longestTried = 2_000_000

  /// The error with a fix that was tried: the program runs with it.
  ///
  /// What cannot be tried, or does not run, is not proposed; advice in words stays.
  func mended(_ error: PythonError, of source: String) -> Diagnostic {
    let diagnostic = Diagnostic(error)
    guard triesFixes, !error.isFatal, interpreter.steps < Self.longestTried,
      let repair = Repair(error, in: source)
    else { return diagnostic }
    for edit in repair.edits where runs(repair.text(with: edit)) {
      var mended = diagnostic
      if let advice = diagnostic.fix, advice.hasSuffix("?") || advice.hasSuffix(".") {
        mended.notes.append(advice)
      }
      mended.fix = repair.description(of: edit)
      return mended
    }
    return diagnostic
  }

  /// Whether a program runs to its end in a copy of this session, within small bounds.
  private func runs(_ source: String) -> Bool {
    // Reading costs less than a copy.
    guard Program.isReadable(source) else { return false }
    var bounds = limits
    bounds.steps = min(bounds.steps, 2 * interpreter.steps + 200_000)
    bounds.elements = min(bounds.elements, 5_000_000)
    let copy = fork(limits: bounds)
    copy.triesFixes = false
    copy.givesNotes = false
    copy.shouldStop = shouldStop
    return copy.run(source).diagnostic == nil
  }
}
