import CNCurses

/// What carrying out an effect came to.
public enum Performed<Message> {
  /// It is for the terminal.
  case request(Request)
  /// It is done, and this is what the program is told of it.
  case messages([Message])
}

/// How a run ended.
public enum Ending: Sendable, Hashable {
  case quit(status: Int32)
  /// By this signal: whoever started the program must see that (`end()`).
  case signal(Int32)
  case terminalGone

  /// Ends the process as the run ended.
  public func end() -> Never {
    switch self {
    case .quit(let status): ProcessEdge.exit(status)
    case .signal(let number): ProcessEdge.die(number)
    case .terminalGone: ProcessEdge.exit(1)
    }
  }
}

/// Runs a pure program on the terminal: messages to `update`, its effects to `perform`, its state to
/// `render`, and the frame to the screen.
///
/// It waits in one place for keys, signals and time, and sleeps when there is none. All keys that have
/// come are taken before one frame is drawn.
public final class Runner<State, Message, Effect> {
  /// The pure program, and the closures with which the outermost layer lets it act.
  public struct Program {
    var update: (inout State, Message) -> [Effect]
    var render: (State, Size) -> Frame
    var message: (Event) -> Message?
    var perform: (Effect, _ isInterrupted: @escaping () -> Bool) -> Performed<Message>

    /// Makes a program.
    ///
    /// - Parameters:
    ///   - update: changes the state and returns what is to be done.
    ///   - render: shows a state.
    ///   - message: wraps what the terminal reports; nil leaves it out.
    ///   - perform: carries out an effect. A long one calls `isInterrupted` every few milliseconds
    ///     and stops when it says so; meanwhile that keeps the screen alive.
    public init(
      update: @escaping (inout State, Message) -> [Effect],
      render: @escaping (State, Size) -> Frame,
      message: @escaping (Event) -> Message?,
      perform: @escaping (Effect, _ isInterrupted: @escaping () -> Bool) -> Performed<Message>
    ) {
      self.update = update
      self.render = render
      self.message = message
      self.perform = perform
    }
  }

  private let program: Program
  private let opening: [Effect]
  private var state: State
  private var terminal: Terminal
  private var decoder = KeyDecoder()
  private var size: Size
  private var wakeTime: Int?
  private var ending: Ending?
  private var computingSince: Int?
  /// What a computation noticed and the loop has yet to act on.
  private var noticed: Found = []

  /// Takes the terminal over, which is given back when `run` returns.
  ///
  /// What is to be done at the opening is done before the first frame, or beside it where it takes
  /// long.
  public init(
    _ program: Program, state: State, opening: [Effect] = [], theme: Theme = .ofSurroundings,
    usesColour: Bool = true,
    isASCII: Bool = false
  ) throws(TerminalError) {
    self.program = program
    self.state = state
    self.opening = opening
    terminal = try Terminal(.init(theme: theme, usesColour: usesColour, isASCII: isASCII))
    size = terminal.size
  }

  /// Runs until the program quits or is ended, and gives the terminal back.
  public func run() -> Ending {
    Characters.$areASCII.withValue(terminal.isASCII) { loop() }
  }

  private func loop() -> Ending {
    dispatch(.resized(size))
    for message in opening.flatMap(carryOut) { dispatch(message) }
    while ending == nil {
      show()
      // What was put off until the screen stands.
      if !wakeIfDue() { wait() }
    }
    terminal.restore()
    return ending ?? .terminalGone
  }

  private func show() { terminal.show(program.render(state, size)) }

  private func dispatch(_ event: Event) { program.message(event).map(dispatch) }

  private func dispatch(_ message: Message) {
    var messages = [message]
    var next = 0
    while next < messages.count, ending == nil || next > 0 {
      for effect in program.update(&state, messages[next]) {
        messages += carryOut(effect)
      }
      next += 1
    }
  }

  private func carryOut(_ effect: Effect) -> [Message] {
    let start = Int(nabla_milliseconds())
    computingSince = start
    defer { endComputation(begunAt: start) }
    switch program.perform(effect, { [unowned self] in isInterrupted() }) {
    case .messages(let messages): return messages
    case .request(let request):
      carryOut(request)
      return []
    }
  }

  /// Ctrl-C typed during a long computation was for it, even where it came too late to stop it.
  private func endComputation(begunAt start: Int) {
    let wasShown = computingSince == nil
    computingSince = nil
    if wasShown || Int(nabla_milliseconds()) - start > Self.patience { _ = isInterrupted() }
  }

  /// How long a computation may take before the screen says that it runs, in milliseconds.
  private static var patience: Int { 100 }

  private func carryOut(_ request: Request) {
    switch request {
    case .quit(let status): ending = .quit(status: status)
    case .suspend: suspend()
    case .repaint: size = terminal.resize()
    case .bell: nabla_bell()
    case .wake(let milliseconds):
      wakeTime = milliseconds.map { Int(nabla_milliseconds()) + max(0, $0) }
    }
  }

  private func suspend() {
    terminal.suspend()
    size = terminal.resize()
    dispatch(.resumed)
    dispatch(.resized(size))
  }

  private func wait() {
    let now = Int(nabla_milliseconds())
    let waits = [wakeTime.map { max(0, $0 - now) }, decoder.patience].compactMap { $0 }
    let time = noticed.isEmpty ? waits.min() ?? -1 : 0
    let found = Found(rawValue: nabla_wait(Int32(clamping: time))).union(noticed)
    noticed = []
    act(on: found)
    if found.contains(.input) {
      read()
    } else if decoder.patience != nil, found.isEmpty {
      take(decoder.giveUp())
    }
  }

  private func wakeIfDue() -> Bool {
    guard let time = wakeTime, Int(nabla_milliseconds()) >= time else { return false }
    wakeTime = nil
    dispatch(.woken(at: time))
    return true
  }

  private func act(on found: Found) {
    if found.contains(.continued) { terminal.resume() }
    if found.contains(.resized) || found.contains(.continued) {
      size = terminal.resize()
      dispatch(.resized(size))
    }
    if found.contains(.continued) { dispatch(.resumed) }
    if found.contains(.suspended) { suspend() }
    if found.contains(.interrupted) { dispatch(.interrupted) }
    if found.contains(.ended) { end(.signal(nabla_ending())) }
    if found.contains(.hungUp) { end(.terminalGone) }
  }

  private func end(_ ending: Ending) {
    guard self.ending == nil else { return }
    dispatch(.ending)
    self.ending = ending
  }

  private var isOver: Bool {
    ending != nil || !noticed.isDisjoint(with: [.ended, .hungUp])
  }

  private func read() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<16 where !isOver {
      let count = Int(nabla_read(&bytes, Int32(bytes.count)))
      if count < 0 { return end(.terminalGone) }
      if count == 0 { return }
      take(decoder.decode(bytes[..<count]))
    }
  }

  private func take(_ keys: [Key]) {
    for key in keys where !isOver {
      // The way out that works whatever a program does with its keys.
      if key == .control("\\") { ProcessEdge.raiseQuit() }
      dispatch(.key(key))
    }
  }

  /// Tells a long computation whether it should stop, and keeps the screen alive meanwhile.
  private func isInterrupted() -> Bool {
    let found = Found(rawValue: nabla_look())
    if found.contains(.continued) { terminal.resume() }
    if found.contains(.suspended) { terminal.suspend() }
    if !found.isDisjoint(with: [.resized, .continued, .suspended]) {
      noticed.insert(.resized)
      size = terminal.resize()
      showComputing()
    }
    if let start = computingSince, Int(nabla_milliseconds()) - start > Self.patience {
      computingSince = nil
      showComputing()
    }
    noticed.formUnion(found.intersection([.ended, .hungUp]))
    return !found.isDisjoint(with: [.interrupted, .ended, .hungUp])
  }

  /// Shows the state at the size of now and as one that waits for a computation; it takes the size
  /// when that is done.
  private func showComputing() {
    var shown = state
    for event in [Event.resized(size), .computing] {
      if let message = program.message(event) { _ = program.update(&shown, message) }
    }
    terminal.show(program.render(shown, size))
  }
}

/// The shim's bits as a set.
private struct Found: OptionSet {
  let rawValue: Int32

  init(rawValue: Int32) { self.rawValue = rawValue }

  private init(_ bit: some BinaryInteger) { rawValue = Int32(bit) }

  static let input = Found(NABLA_INPUT)
  static let resized = Found(NABLA_RESIZED)
  static let interrupted = Found(NABLA_INTERRUPTED)
  static let suspended = Found(NABLA_SUSPENDED)
  static let continued = Found(NABLA_CONTINUED)
  static let ended = Found(NABLA_ENDED)
  static let hungUp = Found(NABLA_HUNG_UP)
}
