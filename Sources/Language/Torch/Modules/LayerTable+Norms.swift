import Math

/// The layers that normalise.
extension LayerTable {
  static let layerNorm = type(
    "LayerNorm", module: "normalization", "Makes mean 0 and variance 1 along the last dimensions.",
    "normalized_shape, eps=1e-05, elementwise_affine=True, bias=True, device=None, dtype=None"
  ) { call, layer in
    let shape = try call.ints(1) ?? []
    try call.interpreter.checkShape(shape)
    layer.attributes["normalized_shape"] = .tuple(of: shape.map { .int($0) })
    let hasBias = try call.bool(4)
    layer.attributes["bias"] = nil
    layer.attributes["weight"] =
      try call.bool(3) ? parameter(.ones(shape, dtype: dtype(call, 6))) : .null
    layer.attributes["bias"] =
      try call.bool(3) && hasBias ? parameter(.zeros(shape, dtype: dtype(call, 6))) : .null
  } forward: { call, layer in
    try .tensor(
      Normalizing.layer(
        call.tensor(1), shape: numbers(layer.attributes["normalized_shape"]),
        layer.attributes["weight"],
        layer.attributes["bias"], number(layer.attributes["eps"]), call))
  } text: { layer, interpreter in
    let shape = try interpreter.representation(of: layer.attributes["normalized_shape"] ?? .null)
    let hasBias = layer.attributes["bias"]?.isNone == false
    return shape + ", " + (try settings(layer, ["eps", "elementwise_affine"], interpreter))
      + ", bias=\(hasBias ? "True" : "False")"
  }

  static let rmsNorm = type(
    "RMSNorm", module: "normalization", "Makes the mean square 1 along the last dimensions.",
    "normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None"
  ) { call, layer in
    let shape = try call.ints(1) ?? []
    try call.interpreter.checkShape(shape)
    layer.attributes["normalized_shape"] = .tuple(of: shape.map { .int($0) })
    layer.attributes["weight"] =
      try call.bool(3) ? parameter(.ones(shape, dtype: dtype(call, 5))) : .null
  } forward: { call, layer in
    try .tensor(
      Normalizing.rootMeanSquare(
        call.tensor(1), shape: numbers(layer.attributes["normalized_shape"]),
        layer.attributes["weight"],
        layer.attributes["eps"]?.plainNumber?.double, call))
  } text: { layer, interpreter in
    let shape = try interpreter.representation(of: layer.attributes["normalized_shape"] ?? .null)
    return shape + ", " + (try settings(layer, ["eps", "elementwise_affine"], interpreter))
  }

  static let batchNorms = [("BatchNorm1d", 2, 3), ("BatchNorm2d", 4, 4), ("BatchNorm3d", 5, 5)].map
  {
    batchNorm($0.0, ranks: $0.1...$0.2)
  }

  private static func batchNorm(_ name: String, ranks: ClosedRange<Int>) -> NativeClass {
    type(
      name, module: "batchnorm", "Makes mean 0 and variance 1 over the batch.",
      "num_features, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None"
    ) { call, layer in
      let count = try call.int(1)
      try call.interpreter.checkShape([count])
      let kind = try dtype(call, 7)
      layer.attributes["weight"] = try call.bool(4) ? parameter(.ones([count], dtype: kind)) : .null
      layer.attributes["bias"] = try call.bool(4) ? parameter(.zeros([count], dtype: kind)) : .null
      guard try call.bool(5) else { return }
      let state = layer.payload as? ModuleState
      for (name, value) in [
        ("running_mean", Tensor.zeros([count], dtype: kind)),
        ("running_var", .ones([count], dtype: kind)),
        ("num_batches_tracked", Tensor(0, dtype: .int64)),
      ] {
        state?.buffers.insert(name)
        layer.attributes[name] = .tensor(TensorObject(value))
      }
    } forward: { call, layer in
      let rank = try call.tensor(1).value.rank
      guard ranks.contains(rank) else {
        let wanted = ranks.lowerBound == ranks.upperBound ? "\(ranks.lowerBound)D" : "2D or 3D"
        throw PythonError.value("expected \(wanted) input (got \(rank)D input)")
      }
      return .tensor(try Normalizing.batch(call.tensor(1), layer, call))
    } text: { layer, interpreter in
      let count = try interpreter.representation(of: layer.attributes["num_features"] ?? .null)
      let hasBias = layer.attributes["bias"]?.isNone == false
      return count + ", " + (try settings(layer, ["eps", "momentum", "affine"], interpreter))
        + ", bias=\(hasBias ? "True" : "False"), "
        + (try settings(layer, ["track_running_stats"], interpreter))
    }
  }
}
