import Glibc

/// What a learner did, kept on disk as it happens.
///
/// A store is always usable: where nothing can be saved it remembers until the program ends, tries
/// again with each event, and says so once.
public struct ProgressStore: Sendable {
  /// How far the learner has come, everything recorded here included.
  public internal(set) var progress = CourseProgress()
  /// The settings by name.
  public private(set) var settings: [String: String] = [:]
  /// What the learner should be told, once; taking it clears it.
  private var notice: Sentence?

  var file: ProgressFile?
  /// What is not on disk yet, oldest first.
  private var waiting: [HistoryEvent] = []
  /// Why nothing is saved, as a sentence without its full stop; nil where it is.
  public private(set) var failure: String?
  private static let mostWaiting = 10_000

  /// Opens the store in a folder, which is made if need be; nil keeps everything in memory.
  public init(folder: String?, now: Double = WallClock.now()) {
    guard let folder else {
      complain("there is no home folder")
      return
    }
    if let failure = DataFolder.make(folder) {
      complain("\(folder): \(String(cString: strerror(failure)))")
      return
    }
    open(folder + "/progress.sqlite", now: now)
  }

  /// Whether what is recorded reaches the disk.
  public var isSaving: Bool { file != nil && waiting.isEmpty }

  /// What the learner should be told; nil after it was taken.
  public mutating func takeNotice() -> Sentence? {
    defer { notice = nil }
    return notice
  }

  /// Records something the learner did; when this returns it is on disk, or waits to be.
  public mutating func record(_ event: HistoryEvent) {
    progress.apply(event)
    waiting.append(event)
    if waiting.count > Self.mostWaiting { waiting.removeFirst() }
    do throws(ProgressFile.Fault) {
      try save()
    } catch {
      complain(error)
    }
  }

  private mutating func save() throws(ProgressFile.Fault) {
    guard let file else { return }
    try file.append(waiting)
    waiting = []
    failure = nil
  }

  /// Keeps a setting.
  public mutating func set(_ name: String, to value: String) {
    guard settings[name] != value else { return }
    settings[name] = value
    guard let file else { return }
    do throws(ProgressFile.Fault) {
      try file.set(name, to: value)
    } catch {
      complain(error)
    }
  }

  /// Everything that was recorded, in order.
  public func history() -> [HistoryEvent] { (file?.history() ?? []) + waiting }

  /// What was done with cards, in the order it was done.
  public func cardEvents() -> [HistoryEvent] {
    (file?.cardEvents() ?? []) + waiting.filter(\.kind.isDrill)
  }

  // MARK: Opening

  private mutating func open(_ path: String, now: Double) {
    do throws(ProgressFile.Fault) {
      let opened = try ProgressFile(path: path)
      let state = try opened.read()
      file = opened
      progress = state.progress
      settings = state.settings
    } catch {
      guard case .damaged = error else { return complain(error) }
      recover(path, now: now)
    }
  }

  /// Sets a damaged file aside and saves into a new one what can still be read of it.
  private mutating func recover(_ path: String, now: Double) {
    let lock = Glibc.open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer {
      if lock >= 0 {
        unlink(path + ".lock")
        close(lock)
      }
    }
    if lock >= 0 { flock(lock, LOCK_EX) }
    // Another nabla may have done it while this one waited.
    if let opened = try? ProgressFile(path: path), let state = try? opened.read() {
      file = opened
      progress = state.progress
      settings = state.settings
      return
    }
    let events = (try? ProgressFile(path: path))?.history() ?? []
    let aside: String
    do throws(StoreFault) {
      aside = try Self.move(path, aside: "damaged", now: now)
    } catch {
      return complain("the file is damaged, and \(error.message)")
    }
    let told = Sentence(
      "The file of your progress was damaged. It is kept as \(aside); "
        + "\(events.count) entries of it could be read, and nabla goes on with those.",
      "学习记录文件已损坏，原文件保留为 \(aside)；从中读出了 \(events.count) 条记录，nabla 将据此继续。")
    for event in events { progress.apply(event) }
    waiting = events
    do throws(ProgressFile.Fault) {
      file = try ProgressFile(path: path)
      try save()
    } catch {
      complain(error)
    }
    notice =
      notice.map {
        Sentence(told.english + " " + $0.english, told.chinese + $0.chinese)
      } ?? told
  }

  // MARK: Complaints

  private mutating func complain(_ fault: ProgressFile.Fault) {
    complain(fault.reason)
    switch fault {
    case .newer:
      notice = Sentence(
        "Your progress was saved by a newer nabla. It is left as it is, "
          + "and nothing is saved this time; install the newer nabla to go on with it.",
        "学习记录由更新版本的 nabla 保存。本次不做改动也不保存；请安装新版本后继续。")
    case .foreign:
      notice = Sentence(
        "The file progress.sqlite belongs to another program. It is left as it is, "
          + "and nothing is saved this time.",
        "progress.sqlite 属于其他程序。本次不做改动，也不保存学习记录。")
    case .damaged, .refused: break
    }
  }

  private mutating func complain(_ reason: String) {
    // It is said once, until something was saved again.
    guard failure == nil else { return }
    failure = reason
    notice = Sentence(
      "Your progress cannot be saved: \(reason). The lesson goes on.",
      "学习记录无法保存：\(reason)。课程可以继续。")
  }
}
