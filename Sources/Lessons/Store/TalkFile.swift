import Glibc
import Language

/// The small file by which a presentation tells the notes in another terminal where it stands.
///
/// Each presentation has its own, named by its process; the notes follow the one that began last. It is
/// put in its place whole, so that a reader never sees half of it, and says which process
/// wrote it: what a presenter left behind that was killed is known to be stale.
public struct TalkFile: Sendable {
  /// What a reader finds.
  public enum Sighting: Sendable, Hashable {
    /// No presentation runs.
    case nothing
    /// A presentation, and when it began, in seconds since 1970.
    case running(TalkReport, since: Double)
  }

  private let folders: [String]
  private static let (start, ending) = ("present-", ".json")
  private static var own: String { "/\(start)\(getpid())\(ending)" }

  /// The file in the first of some folders that can be written.
  public init(folders: [String]) { self.folders = folders }

  /// The file of these surroundings: in `$XDG_RUNTIME_DIR/nabla`, or else beside the progress.
  public static func ofSurroundings() -> TalkFile {
    let runtime = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) }
    return TalkFile(runtime: runtime, data: DataFolder.path())
  }

  /// The file, where these are the folders for what lasts a session and for what lasts.
  public init(runtime: String?, data: String?) {
    let first = runtime.flatMap { $0.hasPrefix("/") ? $0 + "/nabla" : nil }
    self.init(folders: [first, data].compactMap { $0 })
  }

  /// Tells where the presentation stands; an errno where no folder takes it.
  @discardableResult
  public func write(_ report: TalkReport, since start: Double) -> Int32? {
    let json = JSON.object([
      .init("presenter", .string(Self.mark(of: getpid()))), .init("since", .float(start)),
      .init("talk", report.json),
    ])
    let bytes = Array((json.line + "\n").utf8)
    var failure: Int32? = ENOENT
    for folder in folders {
      if access(folder + Self.own, F_OK) != 0 { Self.clear(folder) }
      failure = Self.put(bytes, in: folder)
      if failure == nil { return nil }
    }
    return failure
  }

  /// Takes away what presentations left behind that were killed.
  private static func clear(_ folder: String) {
    for path in paths(in: folder) where !isAlive(read(path)?["presenter"]?.text) { unlink(path) }
  }

  /// The files of presentations in a folder.
  private static func paths(in folder: String) -> [String] {
    LessonFile.names(in: folder).filter { $0.hasPrefix(start) && $0.hasSuffix(ending) }
      .map { folder + "/" + $0 }
  }

  /// Takes away what this process has told.
  public func remove() {
    let own = Self.mark(of: getpid())
    for folder in folders where Self.read(folder + Self.own)?["presenter"]?.text == own {
      unlink(folder + Self.own)
    }
  }

  /// What there is now: of several presentations the one that began last.
  public func look() -> Sighting {
    var newest: (talk: TalkReport, since: Double)?
    for path in folders.flatMap(Self.paths) {
      guard let json = Self.read(path), Self.isAlive(json["presenter"]?.text),
        let talk = json["talk"].flatMap(TalkReport.init)
      else { continue }
      let since = json["since"]?.number ?? 0
      if newest.map({ $0.since < since }) ?? true { newest = (talk, since) }
    }
    return newest.map { .running($0.talk, since: $0.since) } ?? .nothing
  }

  private static func put(_ bytes: [UInt8], in folder: String) -> Int32? {
    DataFolder.make(folder) ?? WholeFile.write(bytes, to: folder + own)
  }

  private static func read(_ path: String) -> JSON? {
    guard case .success(let bytes) = LessonFile.bytes(path) else { return nil }
    return try? JSON(reading: String(decoding: bytes, as: UTF8.self))
  }

  /// A process by its number and the time it began: a number alone is given out again.
  static func mark(of process: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 1024)
    let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "\(process)" }
    defer { close(file) }
    let count = Glibc.read(file, &buffer, buffer.count)
    // The second field is the program's name, which may hold anything, in parentheses.
    let text = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 19 ? "\(process):\(fields[19])" : "\(process)"
  }

  private static func isAlive(_ presenter: String?) -> Bool {
    guard let presenter, let number = presenter.split(separator: ":").first.flatMap({ Int32($0) }),
      number > 0, kill(number, 0) == 0 || errno == EPERM
    else { return false }
    return mark(of: number) == presenter
  }
}
