import CDigits
import Math

/// The 8×8 images of handwritten digits that scikit-learn's `load_digits` has.
enum Digits {
  static let module = NativeModule(
    "sklearn.datasets", "Data to learn from.", functions: [function])

  static let parent = NativeModule(
    "sklearn", "What nabla has of scikit-learn: its digits.", modules: ["datasets": module])

  static let function = Builtin(
    "load_digits", "*, n_class=10, return_X_y=True, as_frame=False",
    "1797 images of 8×8 pixels from 0 to 16, and the digit of each."
  ) { call in
    let classes = try call.int(0)
    guard (1...10).contains(classes) else {
      throw PythonError.value("n_class is from 1 to 10, but \(classes) was given")
    }
    let kept = labels.indices.filter { labels[$0] < Int64(classes) }
    let pixels = kept.flatMap { images[$0 * width..<($0 + 1) * width] }
    return .named(
      "load_digits", ["data", "target"],
      [
        .tensor(TensorObject(Tensor(pixels, shape: [kept.count, width]))),
        .tensor(TensorObject(Tensor(kept.map { labels[$0] }, shape: [kept.count]))),
      ])
  }

  private static let width = Int(NABLA_DIGIT_LENGTH) - 1

  private static let bytes: [UInt8] = {
    let count = Int(NABLA_DIGITS) * (width + 1)
    guard let first = nabla_digits() else { return [UInt8](repeating: 65, count: count) }
    return UnsafeBufferPointer(start: first, count: count).map { UInt8(bitPattern: $0) }
  }()

  private static let images: [Double] = (0..<Int(NABLA_DIGITS)).flatMap { image in
    (0..<width).map { Double(bytes[image * (width + 1) + $0]) - 65 }
  }

  private static let labels: [Int64] = (0..<Int(NABLA_DIGITS)).map {
    Int64(bytes[$0 * (width + 1) + width]) - 48
  }
}
