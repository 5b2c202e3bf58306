import Glibc
import Language

/// The small file by which the speaker's terminal follows the one the room sees.
public struct SpeakerFile: Sendable {
  private let path: String
  private let folder: String

  /// Names the file in a folder.
  public init(folder: String) {
    self.folder = folder
    path = folder + "/present.json"
  }

  /// The one for this process: in the user's runtime folder, or where progress is kept.
  public static var standard: SpeakerFile? {
    if let runtime = getenv("XDG_RUNTIME_DIR").map({ String(cString: $0) }),
      runtime.hasPrefix("/"), access(runtime, W_OK) == 0
    {
      return SpeakerFile(folder: runtime + "/nabla")
    }
    return DataFolder.path().map(SpeakerFile.init)
  }

  /// Writes a page beside the file and moves it there, so that no reader meets half of one.
  public func write(_ page: SpeakerPage) {
    guard DataFolder.make(folder) == nil else { return }
    let bytes = Array(page.json.line.utf8)
    let beside = path + ".new"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let count = Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
    if count == bytes.count { rename(beside, path) } else { unlink(beside) }
  }

  /// The page that stands; nil where nobody presents.
  public func read() -> SpeakerPage? {
    guard access(path, R_OK) == 0, case .success(let bytes) = LessonFile.bytes(path),
      let json = try? JSON(reading: String(decoding: bytes, as: UTF8.self))
    else { return nil }
    return SpeakerPage(json: json)
  }

  /// Takes the file away: the presentation is over.
  public func remove() { unlink(path) }
}
