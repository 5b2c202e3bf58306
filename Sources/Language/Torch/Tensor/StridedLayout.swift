import Math

/// How a view's elements lie in memory, as PyTorch would have them: nabla's own are in row-major order.
///
/// It is kept for what programs see of it: `stride()`, `is_contiguous()`, and which shapes `view` takes.
struct StridedLayout {
  /// How far apart neighbours lie along each dimension.
  var strides: [Int]
  /// Where the first element lies.
  var offset = 0

  /// Whether elements of this shape lie in row-major order.
  func isContiguous(_ shape: [Int]) -> Bool {
    var expected = 1
    for (length, stride) in zip(shape, strides).reversed() where length != 1 {
      if stride != expected { return false }
      expected *= length
    }
    return true
  }

  /// Whether several elements lie in one place.
  func overlaps(_ shape: [Int]) -> Bool {
    zip(shape, strides).contains { $0 > 1 && $1 == 0 }
  }

  /// The layout of a tensor, row-major where none is kept.
  static func of(_ tensor: TensorObject) -> StridedLayout {
    tensor.layout ?? StridedLayout(strides: Shape.strides(tensor.shape))
  }

  /// The layout of what a view operation makes; nil for row-major order.
  static func viewed(
    through operation: any Operator, _ input: TensorObject, _ shape: [Int]
  ) -> StridedLayout? {
    let own = StridedLayout.of(input)
    switch operation {
    case let permute as Permute:
      return StridedLayout(strides: permute.dims.map { own.strides[$0] }, offset: own.offset)
    case is Expand: return own.expanded(from: input.shape, to: shape)
    case is Relabel:
      return input.layout.flatMap { _ in own.relabelled(from: input.shape, to: shape) }
    case let choice as Choose: return own.chosen(choice.places, from: input.shape, shape)
    default: return nil
    }
  }

  private func expanded(from source: [Int], to shape: [Int]) -> StridedLayout {
    let lead = shape.count - source.count
    var result = [Int](repeating: 0, count: shape.count)
    for place in shape.indices.reversed() {
      let next = place + 1
      let outer = next < shape.count ? shape[next] * result[next] : 1
      let length = place < lead ? 1 : source[place - lead]
      let stride = place < lead ? outer : strides[place - lead]
      result[place] = length == shape[place] ? stride : 0
    }
    return StridedLayout(strides: result, offset: offset)
  }

  /// The layout under another shape; nil where elements would have to move.
  func relabelled(from source: [Int], to shape: [Int]) -> StridedLayout? {
    guard let last = strides.last, !source.contains(0) else {
      return StridedLayout(strides: Shape.strides(shape), offset: offset)
    }
    var result = [Int](repeating: 1, count: shape.count)
    var (place, base, held, filled) = (shape.count - 1, last, 1, 1)
    for dim in source.indices.reversed() {
      held *= source[dim]
      let isChunk =
        dim == 0 || source[dim - 1] != 1 && strides[dim - 1] != held * base
      guard isChunk else { continue }
      while place >= 0, filled < held || shape[place] == 1 {
        result[place] = filled * base
        filled *= shape[place]
        place -= 1
      }
      if filled != held { return nil }
      if dim > 0 { (base, held, filled) = (strides[dim - 1], 1, 1) }
    }
    return place == -1 ? StridedLayout(strides: result, offset: offset) : nil
  }

  private func chosen(_ places: [Int], from source: [Int], _ shape: [Int]) -> StridedLayout? {
    guard let first = places.first else { return nil }
    let rows = Shape.strides(source)
    func memory(_ place: Int) -> Int {
      zip(rows, zip(source, strides)).reduce(0) { sum, next in
        sum + place / max(next.0, 1) % max(next.1.0, 1) * next.1.1
      }
    }
    let steps = Shape.strides(shape)
    var result = [Int](repeating: 1, count: shape.count)
    for dim in shape.indices.reversed() {
      if shape[dim] > 1 {
        result[dim] = memory(places[steps[dim]]) - memory(first)
      } else if dim + 1 < shape.count {
        result[dim] = result[dim + 1] * shape[dim + 1]
      }
    }
    let layout = StridedLayout(strides: result, offset: offset + memory(first))
    return layout.offset == 0 && layout.strides == steps ? nil : layout
  }

  /// The layout that an operation on each element leaves its result in; nil for row-major order.
  static func kept(
    by operation: any Operator, _ inputs: [TensorObject], _ shape: [Int]
  ) -> StridedLayout? {
    let isEach =
      operation is any ElementwiseFunction || operation is any BinaryFunction
      || operation is PointOperator || operation is Clone || operation is Cast
    guard isEach, let leading = inputs.first(where: { $0.shape == shape }),
      let own = leading.layout, !own.overlaps(shape)
    else { return nil }
    let order = shape.indices.sorted { own.strides[$0] > own.strides[$1] }
    var (result, step) = ([Int](repeating: 1, count: shape.count), 1)
    for dim in order.reversed() {
      result[dim] = step
      step *= max(shape[dim], 1)
    }
    return result == Shape.strides(shape) ? nil : StridedLayout(strides: result)
  }
}
