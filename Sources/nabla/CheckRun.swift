import Glibc
import Lessons
import Synchronization

/// Runs the lessons of a check side by side, and shows how far it has come on a terminal.
struct CheckRun {
  let check: CourseCheck
  let plan: CourseCheck.Plan

  /// Where the tasks leave what they found.
  private final class Board: Sendable {
    let reports = Mutex<[CourseCheck.Report]>([])
  }

  /// The whole report.
  func report() -> CourseCheck.Report {
    var ends: [Int32] = [-1, -1]
    guard plan.jobs.count > 1, pipe(&ends) == 0 else { return inTurn() }
    let (input, output) = (ends[0], ends[1])
    defer {
      close(input)
      close(output)
    }
    let board = Board()
    // The largest first, so that none is left alone at the end.
    let jobs = plan.jobs.sorted { $0.weight > $1.weight }
    Task.detached { [check] in
      await withTaskGroup(of: Void.self) { group in
        for job in jobs {
          group.addTask {
            let report = check.run(job)
            board.reports.withLock { $0.append(report) }
            var weight = Int32(clamping: job.weight)
            _ = write(output, &weight, MemoryLayout<Int32>.size)
          }
        }
      }
    }
    wait(for: jobs, from: input)
    return board.reports.withLock { reports in
      reports.reduce(into: plan.report) { $0.add($1) }
    }.ordered
  }

  private func inTurn() -> CourseCheck.Report {
    plan.jobs.reduce(into: plan.report) { $0.add(check.run($1)) }.ordered
  }

  /// Waits for a word from each task; a bar on standard error grows with each.
  private func wait(for jobs: [CourseCheck.Job], from input: Int32) {
    let total = jobs.reduce(0) { $0 + $1.weight }
    let isShown = isatty(STDERR_FILENO) != 0
    var done = 0
    if isShown { draw(done, of: total) }
    for _ in jobs {
      var weight: Int32 = 0
      while read(input, &weight, MemoryLayout<Int32>.size) < 0, errno == EINTR {}
      done += Int(weight)
      if isShown { draw(done, of: total) }
    }
    if isShown { Output.send("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  private func draw(_ done: Int, of total: Int) {
    let columns = 40
    let filled = total > 0 ? columns * done / total : columns
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: columns - filled)
    Output.send(
      "\r[\(bar)] \(total > 0 ? 100 * done / total : 100)%", to: STDERR_FILENO)
  }
}
