import Testing
import TutorUI

extension Frame {
  /// The frame as lines of text, without the blanks at their ends.
  var picture: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for cell in self.row(row) where cell.scalar != 0 {
        line.unicodeScalars.append(Unicode.Scalar(cell.scalar) ?? "?")
        if let mark = Unicode.Scalar(cell.mark), cell.mark != 0 { line.unicodeScalars.append(mark) }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Expects a frame to show these lines; empty lines at the end need not be written.
func expect(
  _ frame: Frame, shows expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let seen = frame.picture
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    var line = String(line)
    while line.last == " " { line.removeLast() }
    return line
  }
  var report = ""
  for row in 0..<max(seen.count, wanted.count) {
    let (left, right) = (
      row < wanted.count ? wanted[row] : "", row < seen.count ? seen[row] : ""
    )
    if left != right { report += "\nrow \(row + 1)\n- │\(left)│\n+ │\(right)│" }
  }
  if !report.isEmpty {
    Issue.record("The frame shows something else:\(report)", sourceLocation: sourceLocation)
  }
}
