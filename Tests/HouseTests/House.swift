import Foundation
import Testing

/// The repository's own source, read as text.
struct House {
  /// A Swift file: where it stands below the root, and its lines.
  struct File {
    let path: String
    let lines: [String]

    /// The modules it imports, with the line each stands on.
    var imports: [(module: String, line: Int)] {
      lines.enumerated().compactMap { index, line in
        let words = line.split(separator: " ").map(String.init)
        guard let keyword = words.firstIndex(of: "import"), keyword <= 2,
          words.prefix(keyword).allSatisfy({
            $0.hasPrefix("@") || $0 == "public" || $0 == "internal"
          })
        else { return nil }
        // `import struct Foundation.Data` names a module after the kind of thing imported.
        let kinds: Set = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
        let name = words.dropFirst(keyword + 1).first { !kinds.contains($0) } ?? ""
        return (String(name.prefix { $0 != "." && $0 != ";" }), index + 1)
      }
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files below a folder of the repository.
  static func files(below folder: String) throws -> [File] {
    let start = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: start.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: start.appending(path: name), encoding: .utf8)
      return File(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
    }
  }
}
