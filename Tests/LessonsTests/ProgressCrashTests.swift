import Foundation
import Glibc
import Lessons
import Testing

/// The folder a test and the process it starts both know, without a word between them.
private func sharedFolder(of process: pid_t) -> String { "/tmp/nabla-crash-\(process)" }

/// Moments spread over the writing of the first hundreds of events, the same in every run.
private let moments: [UInt32] = [2_000, 5_000, 12_000, 30_000, 60_000, 120_000]

@Suite(.serialized) struct ProgressCrashTests {
  @Test(arguments: moments)
  func `kill -9 at any moment loses nothing that was acknowledged`(moment: UInt32) async throws {
    let folder = TemporaryFolder(path: sharedFolder(of: getpid()))
    let path = folder.path
    try folder.text("moment", "\(moment)")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      let path = sharedFolder(of: getppid())
      let written = try? String(contentsOfFile: path + "/moment", encoding: .utf8)
      let moment = written.flatMap { UInt32($0) } ?? 0
      Thread.detachNewThread {
        usleep(moment)
        kill(getpid(), SIGKILL)
      }
      let acknowledged = open(path + "/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      var store = ProgressStore(folder: path)
      for step in 0..<1_000_000 {
        store.record(HistoryEvent(time: 0, lesson: "a", step: step, kind: .seen))
        write(acknowledged, ".", 1)
      }
    }
    let acknowledged = (try? folder.bytes("acknowledged"))?.count ?? 0
    var store = ProgressStore(folder: path)
    #expect(store.takeNotice() == nil)
    #expect(store.history().count >= acknowledged)
    #expect(store.progress.lessons["a"]?.seen.count ?? 0 == store.history().count)
    store.record(HistoryEvent(time: 0, lesson: "a", step: 9_999_999, kind: .seen))
    #expect(store.isSaving)
  }

  @Test func `a disk without space is said once and nothing is lost that was there`() async throws {
    let folder = TemporaryFolder(path: sharedFolder(of: getpid()))
    let path = folder.path
    do {
      var store = ProgressStore(folder: path)
      store.record(HistoryEvent(time: 0, lesson: "a", step: 0, kind: .seen))
    }
    await #expect(processExitsWith: .success) {
      let path = sharedFolder(of: getppid())
      signal(SIGXFSZ, SIG_IGN)
      var store = ProgressStore(folder: path)
      var limit = rlimit(rlim_cur: 0, rlim_max: rlim_t.max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      store.record(HistoryEvent(time: 0, lesson: "a", step: 1, kind: .seen))
      guard let notice = store.takeNotice(), notice.english.contains("cannot be saved"),
        !store.isSaving
      else { exit(1) }
      store.record(HistoryEvent(time: 0, lesson: "a", step: 2, kind: .seen))
      guard store.takeNotice() == nil else { exit(2) }
      guard store.progress.lessons["a"]?.seen == [0, 1, 2] else { exit(3) }
      // Space again: what waited is saved with the next event.
      limit.rlim_cur = rlim_t.max
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      store.record(HistoryEvent(time: 0, lesson: "a", step: 3, kind: .seen))
      exit(store.isSaving ? 0 : 4)
    }
    #expect(ProgressStore(folder: path).progress.lessons["a"]?.seen == [0, 1, 2, 3])
  }
}
