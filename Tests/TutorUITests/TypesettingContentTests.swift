import Foundation
import Testing

@testable import TutorUI

/// The formulas between dollars in a lesson's file, outside of code.
private func formulas(in text: String) -> [String] {
  var found: [String] = []
  var isCode = false
  var prose = ""
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("```") {
      isCode.toggle()
    } else if !isCode {
      prose += line + "\n"
    }
  }
  for (index, part) in prose.components(separatedBy: "$$").enumerated() {
    if index % 2 == 1 {
      found.append(part)
    } else {
      let pieces = part.components(separatedBy: "$")
      found += pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
  }
  return found
}

@Test func `every formula of the course can be set in 76 columns`() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("content")
  let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
  var count = 0
  while let file = files?.nextObject() as? URL {
    guard file.pathExtension == "md" else { continue }
    for latex in formulas(in: try String(contentsOf: file, encoding: .utf8)) {
      count += 1
      let error = Formula.error(in: latex)
      #expect(error == nil, "\(file.lastPathComponent): \(latex): \(String(describing: error))")
      let lines = (try? Formula(latex).displayed(width: 76)) ?? []
      #expect(lines.allSatisfy { $0.columns <= 76 }, "\(file.lastPathComponent): \(latex)")
    }
  }
  #expect(count > 10)
}
