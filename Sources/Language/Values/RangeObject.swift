/// `range(start, stop, step)`.
final class RangeObject {
  let start: Int
  let stop: Int
  let step: Int

  init(start: Int, stop: Int, step: Int) {
    self.start = start
    self.stop = stop
    self.step = step
  }

  /// How many numbers it runs through.
  var count: Int {
    if step > 0 {
      return start < stop ? Int((UInt(bitPattern: stop &- start) - 1) / UInt(step)) + 1 : 0
    }
    let down = step.magnitude
    return start > stop ? Int((UInt(bitPattern: start &- stop) - 1) / down) + 1 : 0
  }
}
