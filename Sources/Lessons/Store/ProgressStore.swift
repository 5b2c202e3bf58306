import Glibc

/// What a learner did, kept on disk as it happens.
///
/// A store is always usable: where nothing can be saved it remembers until the program ends, tries
/// again with each event, to open the file too, and says so once. A file that proves damaged,
/// whenever that is, is set aside, and what can be read of it goes into a new one.
public struct ProgressStore: Sendable {
  /// How far the learner has come, everything recorded here included.
  public internal(set) var progress = CourseProgress()
  /// The settings by name.
  public private(set) var settings: [String: String] = [:]
  /// What the learner should be told, once; taking it clears it.
  private var notice: Sentence?

  /// Where the file is or should be; nil where none is ever to be opened.
  private var path: String?
  private var file: ProgressFile?
  /// What is not on disk yet, oldest first.
  private var waiting: [HistoryEvent] = []
  /// What was saved by this store, which a file that proves damaged may have lost.
  private var saved: [HistoryEvent] = []
  /// Why nothing is saved, as a sentence without its full stop; nil where it is.
  public private(set) var failure: String?
  private static let mostWaiting = 10_000

  /// Opens the store in a folder, which is made if need be; nil keeps everything in memory.
  public init(folder: String?, now: Double = WallClock.now()) {
    guard let folder else {
      complain("there is no home folder")
      return
    }
    path = folder + "/progress.sqlite"
    do throws(ProgressFile.Fault) {
      _ = try opened(now: now)
    } catch {
      complain(error)
    }
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
      try withFile { file, waiting throws(ProgressFile.Fault) in try file.append(waiting) }
      guard file != nil else { return }
      saved += waiting
      saved.removeFirst(max(0, saved.count - Self.mostWaiting))
      waiting = []
      failure = nil
    } catch {
      complain(error)
    }
  }

  /// Keeps a setting.
  public mutating func set(_ name: String, to value: String) {
    guard settings[name] != value else { return }
    settings[name] = value
    do throws(ProgressFile.Fault) {
      try withFile { file, _ throws(ProgressFile.Fault) in try file.set(name, to: value) }
    } catch {
      complain(error)
    }
  }

  /// Everything that was recorded, in order.
  ///
  /// Where not all of it can be read there is a notice.
  public mutating func history() -> [HistoryEvent] {
    read { file throws(ProgressFile.Fault) in try file.history() } + waiting
  }

  /// What was done with cards, in the order it was done.
  public mutating func cardEvents() -> [HistoryEvent] {
    read { file throws(ProgressFile.Fault) in try file.cardEvents() }
      + waiting.filter(\.kind.isDrill)
  }

  private mutating func read(
    _ events: (ProgressFile) throws(ProgressFile.Fault) -> [HistoryEvent]
  ) -> [HistoryEvent] {
    do throws(ProgressFile.Fault) {
      return try withFile { file, _ throws(ProgressFile.Fault) in try events(file) } ?? []
    } catch {
      complain(error)
      return []
    }
  }

  // MARK: The file

  /// Works with the file, and what waits to be saved in it; nil where there is none.
  ///
  /// A file that proves damaged is set aside, and the work done with the new one.
  @discardableResult
  mutating func withFile<Result>(
    _ work: (ProgressFile, _ waiting: [HistoryEvent]) throws(ProgressFile.Fault) -> Result
  ) throws(ProgressFile.Fault) -> Result? {
    guard let file = try opened(now: WallClock.now()) else { return nil }
    do throws(ProgressFile.Fault) {
      return try work(file, waiting)
    } catch {
      guard case .damaged = error, let path else { throw error }
      self.file = nil
      file.close()
      return try work(recovered(path, now: WallClock.now()), waiting)
    }
  }

  /// The file, opened now if it could not be before.
  private mutating func opened(now: Double) throws(ProgressFile.Fault) -> ProgressFile? {
    guard file == nil, let path else { return file }
    let folder = String(path.dropLast("/progress.sqlite".count))
    if let failure = DataFolder.make(folder) {
      throw .refused("\(folder): \(String(cString: strerror(failure)))")
    }
    do throws(ProgressFile.Fault) {
      let opened = try ProgressFile(path: path)
      try take(opened)
      return opened
    } catch {
      guard case .damaged = error else { throw error }
      return try recovered(path, now: now)
    }
  }

  /// Goes on with a file; what was done and chosen before it could be opened comes on top.
  private mutating func take(_ opened: ProgressFile) throws(ProgressFile.Fault) {
    let state = try opened.read()
    for (name, value) in settings where state.settings[name] != value {
      try opened.set(name, to: value)
    }
    settings.merge(state.settings) { chosen, _ in chosen }
    progress = state.progress
    for event in waiting { progress.apply(event) }
    file = opened
  }

  /// Sets a damaged file aside and saves into a new one what can still be read of it.
  private mutating func recovered(
    _ path: String, now: Double
  ) throws(ProgressFile.Fault) -> ProgressFile {
    let lock = Glibc.open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer {
      if lock >= 0 {
        unlink(path + ".lock")
        close(lock)
      }
    }
    if lock >= 0 { flock(lock, LOCK_EX) }
    let damaged = try? ProgressFile(path: path)
    // Another nabla may have done it while this one waited.
    if let damaged, (try? damaged.history()) != nil, (try? take(damaged)) != nil { return damaged }
    let (events, settings) = damaged?.remains() ?? ([], [:])
    damaged?.close()
    let aside: String
    do throws(StoreFault) {
      aside = try Self.move(path, aside: "damaged", now: now)
    } catch {
      throw .refused("the file is damaged, and \(error.message)")
    }
    tell(
      Sentence(
        "The file of your progress was damaged. It is kept as \(aside); "
          + "\(events.count) entries of it could be read, and nabla goes on with those.",
        "学习记录文件已损坏，原文件保留为 \(aside)；从中读出了 \(events.count) 条记录，nabla 将据此继续。"))
    self.settings.merge(settings) { chosen, _ in chosen }
    do throws(ProgressFile.Fault) {
      let fresh = try ProgressFile(path: path)
      try fresh.append(events)
      _ = try fresh.merge(saved)
      try take(fresh)
      return fresh
    } catch {
      waiting = events + waiting
      progress = CourseProgress()
      for event in waiting { progress.apply(event) }
      throw error
    }
  }

  private mutating func tell(_ told: Sentence) {
    notice =
      notice.map { Sentence($0.english + " " + told.english, $0.chinese + told.chinese) } ?? told
  }

  // MARK: Complaints

  private mutating func complain(_ fault: ProgressFile.Fault) {
    guard complain(fault.reason) else { return }
    switch fault {
    case .newer:
      // It is not tried again: to wait for the file makes it no older.
      path = nil
      notice = Sentence(
        "Your progress was saved by a newer nabla. It is left as it is, "
          + "and nothing is saved this time; install the newer nabla to go on with it.",
        "学习记录由更新版本的 nabla 保存。本次不做改动也不保存；请安装新版本后继续。")
    case .foreign:
      path = nil
      notice = Sentence(
        "The file progress.sqlite belongs to another program. It is left as it is, "
          + "and nothing is saved this time.",
        "progress.sqlite 属于其他程序。本次不做改动，也不保存学习记录。")
    case .damaged, .refused: break
    }
  }

  /// Says that nothing is saved, once until something was saved again; whether it was said now.
  @discardableResult
  private mutating func complain(_ reason: String) -> Bool {
    guard failure == nil else { return false }
    failure = reason
    tell(
      Sentence(
        "Your progress cannot be saved: \(reason). The lesson goes on.",
        "学习记录无法保存：\(reason)。课程可以继续。"))
    return true
  }
}
