import Foundation
import Glibc
import Lessons
import Testing

/// Exports to a path of the learner's.
@Suite struct WholeFileTests {
  private func write(_ text: String, _ path: String) -> Int32? {
    WholeFile.write(Array(text.utf8), leadingTo: path)
  }

  @Test func `a disk that fills up leaves what was there before`() async throws {
    let folder = TemporaryFolder(path: "/tmp/nabla-whole-\(getpid())")
    try folder.text("backup", "yesterday's")
    await #expect(processExitsWith: .success) {
      let path = "/tmp/nabla-whole-\(getppid())/backup"
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1000, rlim_max: rlim_t.max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let failure = WholeFile.write([UInt8](repeating: 0x41, count: 5000), leadingTo: path)
      exit(failure == EFBIG ? 0 : 1)
    }
    #expect(try folder.bytes("backup") == Array("yesterday's".utf8))
    #expect(try folder.names() == ["backup"])
  }

  @Test func `a link stays one, and a file keeps its rights`() throws {
    let folder = TemporaryFolder()
    try folder.text("real/backup", "yesterday's")
    let (real, link) = (folder.path + "/real/backup", folder.path + "/link")
    #expect(chmod(real, 0o600) == 0)
    #expect(symlink(real, link) == 0)
    #expect(write("today's", link) == nil)
    #expect(try folder.bytes("real/backup") == Array("today's".utf8))
    #expect(try folder.names() == ["link", "real", "real/backup"])
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(real, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `a device takes the bytes, and what takes none says why`() throws {
    let folder = TemporaryFolder()
    #expect(write("x", "/dev/null") == nil)
    #expect(write("x", "/dev/full") == ENOSPC)
    #expect(write("x", folder.path) == EISDIR)
    #expect(write("x", folder.path + "/none/file") == ENOENT)
    #expect(write("x", folder.path + "/new") == nil)
    #expect(try folder.names() == ["new"])
  }
}
