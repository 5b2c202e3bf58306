import CPseudoTerminal
import Glibc
import Testing

/// The real program in a pseudo-terminal, as a person and a shell see it.
final class Program {
  private var terminal = pseudo_terminal()
  private(set) var output: [UInt8] = []
  private(set) var status: Int32?
  private(set) var stops = 0
  private var masterIsOpen = true

  /// The program beside the test bundle.
  static var path: String {
    var path = String(cString: pseudo_library())
    while let last = path.popLast(), last != "/" {}
    return path + "/nabla"
  }

  static let standardEnvironment = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
    "NABLA_HISTORY": "",
  ]

  init(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:],
    streams: (input: String?, output: String?, error: String?) = (nil, nil, nil),
    ignoresHangup: Bool = false, after command: String? = nil
  ) throws {
    var variables = Self.standardEnvironment
    for (name, value) in environment { variables[name] = value }
    let shell = command.map { ["/bin/sh", "-c", $0 + #"; exec "$0" "$@""#] } ?? []
    let words = CStrings(shell + [Self.path] + arguments)
    let pairs = CStrings(variables.map { "\($0)=\($1)" })
    let files = CStrings([streams.input, streams.output, streams.error])
    try #require(pseudo_open(&terminal, Int32(columns), Int32(rows)) == 0)
    modesBefore = Self.modes(terminal.slave)
    let result = pseudo_start(
      &terminal, shell.first ?? Self.path, words.pointers, pairs.pointers,
      pseudo_streams(
        input: files.pointers[0], output: files.pointers[1], error: files.pointers[2],
        ignores_hangup: ignoresHangup ? 1 : 0))
    try #require(result == 0)
  }

  private var modesBefore: [UInt32] = []

  deinit { if masterIsOpen { pseudo_close(&terminal) } else { finish() } }

  private func finish() {
    terminal.master = -1
    pseudo_close(&terminal)
  }

  private static func modes(_ descriptor: Int32) -> [UInt32] {
    var modes = [UInt32](repeating: 0, count: 64)
    let count = pseudo_modes(descriptor, &modes, 64)
    return Array(modes[..<Int(count)])
  }

  /// Whether the terminal's modes are those from before the program.
  var modesAreRestored: Bool { Self.modes(terminal.slave) == modesBefore }

  var text: String { String(decoding: output, as: UTF8.self) }

  func type(_ keys: String) { type(Array(keys.utf8)) }

  func type(_ keys: [UInt8]) {
    var rest = keys[...]
    let end = Self.now + 5
    while !rest.isEmpty, Self.now < end {
      let count = rest.withUnsafeBytes { write(terminal.master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { pump(0.01) }
    }
  }

  func resize(_ columns: Int, _ rows: Int) {
    pseudo_resize(terminal.master, Int32(columns), Int32(rows))
  }

  func send(_ signal: Int32) { kill(terminal.program, signal) }

  /// How long it has computed.
  var processorSeconds: Double {
    var (clock, time) = (clockid_t(), timespec())
    guard clock_getcpuclockid(terminal.program, &clock) == 0, clock_gettime(clock, &time) == 0
    else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Puts a stopped program back into the foreground, with or without the shell's own modes.
  func foreground(cooked: Bool = true) {
    var order = UInt8(ascii: cooked ? "c" : "r")
    _ = write(terminal.orders, &order, 1)
  }

  func cook() { pseudo_cook(terminal.slave) }

  /// Closes the window: every descriptor of the terminal but the program's own.
  func hangUp() {
    close(terminal.master)
    close(terminal.slave)
    terminal.slave = -1
    masterIsOpen = false
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Takes what comes until something is so, or the time is over; whether it is so.
  @discardableResult
  func wait(_ seconds: Double = 5, until isSo: (Program) -> Bool) -> Bool {
    let end = Self.now + seconds
    while !isSo(self) {
      if Self.now > end { return false }
      pump(0.01)
    }
    return true
  }

  /// Waits until nothing has come for a while.
  func settle(_ quiet: Double = 0.08, limit: Double = 5) {
    let end = Self.now + limit
    var last = Self.now
    while Self.now - last < quiet, Self.now < end {
      if pump(0.01) { last = Self.now }
    }
  }

  /// Waits for the end, and returns the exit status, or the signal as a negative number.
  func end(within seconds: Double = 5) -> Int32? {
    wait(seconds) { $0.status != nil }
    settle(0.02)
    return status
  }

  func clearOutput() { output = [] }

  @discardableResult
  private func pump(_ seconds: Double) -> Bool {
    var watched = [
      pollfd(fd: masterIsOpen ? terminal.master : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: status == nil ? terminal.reports : -1, events: Int16(POLLIN), revents: 0),
    ]
    poll(&watched, 2, Int32(seconds * 1000))
    if watched[1].revents & Int16(POLLIN) != 0 { takeReport() }
    guard watched[0].revents & Int16(POLLIN) != 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(terminal.master, &bytes, bytes.count)
    if count > 0 { output += bytes[..<count] }
    return count > 0
  }

  private func takeReport() {
    var report: Int32 = 0
    guard read(terminal.reports, &report, 4) == 4 else { return }
    if report & 0xFF == 0x7F {
      stops += 1
    } else {
      status = report & 0x7F == 0 ? (report >> 8) & 0xFF : -(report & 0x7F)
    }
  }
}

/// Strings as C wants them, for as long as this lives.
private final class CStrings {
  var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String?]) { pointers = strings.map { $0.map { strdup($0) } ?? nil } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}
