import Lessons
import Math

extension App {
  /// Does what a command asks of the input with the cursor.
  mutating func performInputs(_ command: Command) -> [AppEffect] {
    guard case .inputs(let id, let element)? = lesson?.focus else { return [] }
    switch command {
    case .increase: return nudge(id, element, by: 0.1)
    case .decrease: return nudge(id, element, by: -0.1)
    case .increaseMuch: return nudge(id, element, by: 1)
    case .decreaseMuch: return nudge(id, element, by: -1)
    case .left: moveInput(by: -1)
    case .right, .confirm: moveInput(by: 1)
    case .reset:
      let step = lesson?.step
      lesson?.previous = step
      return [.reset([id], step: step?.index ?? 0)]
    case .leave:
      lesson?.focus = .reading
      lesson?.previous = nil
    default: break
    }
    layOut()
    return []
  }

  /// Gives the keys to the first input of the page.
  mutating func editFirstInput() -> [AppEffect] {
    guard case .input(let id, let element)? = lesson?.firstInput?.spot else { return [] }
    lesson?.focus = .inputs(id, element: element)
    layOut()
    if var lesson {
      showFocus(in: &lesson)
      self.lesson = lesson
    }
    return []
  }

  /// Gives all inputs of the page the lesson's own numbers.
  mutating func resetAll() -> [AppEffect] {
    guard let lesson else { return [] }
    let edited = lesson.step.inputs.filter(\.isEdited).map(\.id)
    guard !edited.isEmpty else { return [] }
    self.lesson?.previous = lesson.step
    return [.reset(edited, step: lesson.index)]
  }

  /// Moves to the next number, and from an input's last number to the next input.
  mutating func moveInput(by step: Int) {
    guard let lesson, case .inputs(let id, let element) = lesson.focus else { return }
    let places = lesson.step.inputs.flatMap { input in
      (0..<input.value.count).map { Focus.inputs(input.id, element: $0) }
    }
    guard let index = places.firstIndex(of: .inputs(id, element: element)) else { return }
    self.lesson?.focus = places[(index + step + places.count) % places.count]
  }

  private mutating func nudge(_ id: InputID, _ element: Int, by change: Double) -> [AppEffect] {
    guard let input = lesson?.step.input(id), element < input.value.count else { return [] }
    let value = input.value[flat: element].double
    guard value.isFinite, value.magnitude < 1e12 else { return [] }
    // Ten decimals are kept, so that many small steps end where one counts them to end.
    let next = ((value + change) * 1e10).rounded() / 1e10
    return assign(id, element, next)
  }

  /// Asks for everything to be computed again with one number of an input changed.
  mutating func assign(_ id: InputID, _ element: Int, _ value: Double) -> [AppEffect] {
    guard let lesson, let input = lesson.step.input(id), element < input.value.count else {
      return []
    }
    let isWhole = input.value.dtype == .int64
    let change = value - input.value[flat: element].double
    let rounded = isWhole && change.magnitude < 1 ? change.sign == .minus ? -1.0 : 1.0 : change
    let old = input.value[flat: element].double
    let next = input.value.replacing(element, with: isWhole ? (old + rounded).rounded() : value)
    guard next != input.value else { return [] }
    self.lesson?.previous = lesson.step
    return [.assign(id, next, step: lesson.index)]
  }
}

extension ComputedStep {
  /// The inputs that can be changed in place, in order.
  var inputs: [ComputedProgram.Input] { programs.flatMap(\.inputs) }

  /// An input by its name.
  func input(_ id: InputID) -> ComputedProgram.Input? { inputs.first { $0.id == id } }
}

extension Tensor {
  /// The same tensor with one number changed.
  fileprivate func replacing(_ element: Int, with value: Double) -> Tensor {
    switch storage {
    case .float64(var values):
      values[element] = value
      return Tensor(shape: shape, storage: .float64(values))
    case .float32(var values):
      values[element] = Float(value)
      return Tensor(shape: shape, storage: .float32(values))
    case .float16(var values):
      values[element] = Float16(value)
      return Tensor(shape: shape, storage: .float16(values))
    case .int64(var values):
      values[element] = Int64(exactly: value.rounded()) ?? values[element]
      return Tensor(shape: shape, storage: .int64(values))
    case .bool(var values):
      values[element] = value > 0.5
      return Tensor(shape: shape, storage: .bool(values))
    }
  }
}
