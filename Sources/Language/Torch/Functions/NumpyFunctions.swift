/// The ways between tensors and numpy's arrays.
enum NumpyFunctions {
  static let all: [TorchFunction] = [
    TorchFunction(
      "numpy", "input, *, force=False", "The numpy array that shares the tensor's memory.",
      in: .method
    ) { call in
      if try call.tensor(0).requiresGradient, try !call.bool(1) {
        throw PythonError.runtime(
          "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
      }
      return try Numpy.array(of: .tensor(call.tensor(0).detached()), call.interpreter)
    },
    TorchFunction(
      "from_numpy", "ndarray, /", "The tensor that shares an array's memory.", in: .torch
    ) { call in
      guard let tensor = Numpy.tensor(of: call[0]) else {
        throw PythonError.type(
          "expected np.ndarray (got \(call.interpreter.typeName(of: call[0])))")
      }
      return .tensor(tensor)
    },
  ]
}
