import Math
import Testing

@testable import Language

/// What PyTorch 2.13 printed for these tensors, to the character.
struct TorchTensorTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var tensor: Tensor
    var isLeaf: Bool
    var gradientName: String?
    var text: String

    init(
      _ name: String, _ shape: [Int], _ storage: Tensor.Storage, isLeaf: Bool = false,
      gradientName: String? = nil, _ text: String
    ) {
      self.name = name
      self.tensor = Tensor(shape: shape, storage: storage)
      self.isLeaf = isLeaf
      self.gradientName = gradientName
      self.text = text
    }

    var testDescription: String { name }
  }

  @Test(arguments: cases)
  func `a tensor's text is PyTorch's`(_ item: Case) {
    #expect(
      TensorText.text(
        of: item.tensor, requiresGradient: item.isLeaf, gradientName: item.gradientName)
        == item.text)
  }

  static let cases = [
    Case(
      "a scalar", [], .float32([0.41703000664711]),
      """
      tensor(0.4170)
      """),
    Case(
      "a whole scalar", [], .float32([3.0]),
      """
      tensor(3.)
      """),
    Case(
      "minus zero", [], .float32([-0.0]),
      """
      tensor(-0.)
      """),
    Case(
      "an int", [], .int64([7]),
      """
      tensor(7)
      """),
    Case(
      "a bool", [], .bool([true]),
      """
      tensor(True)
      """),
    Case(
      "whole numbers", [3], .float32([1.0, 2.0, 30.0]),
      """
      tensor([ 1.,  2., 30.])
      """),
    Case(
      "whole numbers and nan", [3], .float32([1.0, .nan, -.infinity]),
      """
      tensor([1., nan, -inf])
      """),
    Case(
      "only nan", [2], .float32([.nan, .nan]),
      """
      tensor([nan, nan])
      """),
    Case(
      "one width", [3], .float32([0.5, -100.25, 3.0]),
      """
      tensor([   0.5000, -100.2500,    3.0000])
      """),
    Case(
      "far apart", [2], .float32([9.99999993922529e-09, 1.0]),
      """
      tensor([1.0000e-08, 1.0000e+00])
      """),
    Case(
      "a thousand apart", [2], .float32([1000.0, 1.5]),
      """
      tensor([1000.0000,    1.5000])
      """),
    Case(
      "more than a thousand apart", [2], .float32([1001.0, 0.5]),
      """
      tensor([1.0010e+03, 5.0000e-01])
      """),
    Case(
      "a hundred million", [2], .float32([100000000.0, 500000000.0]),
      """
      tensor([1.0000e+08, 5.0000e+08])
      """),
    Case(
      "beyond a hundred million", [1], .float32([150000000.0]),
      """
      tensor([1.5000e+08])
      """),
    Case(
      "small", [2], .float32([9.999999747378752e-05, 0.00019999999494757503]),
      """
      tensor([1.0000e-04, 2.0000e-04])
      """),
    Case(
      "below a ten-thousandth", [1], .float32([9.000000136438757e-05]),
      """
      tensor([9.0000e-05])
      """),
    Case(
      "a half at the last place", [3], .float64([0.00015, 0.00025, 0.12345]),
      """
      tensor([0.0001, 0.0003, 0.1235], dtype=torch.float64)
      """),
    Case(
      "float64", [1], .float64([0.3333333333333333]),
      """
      tensor([0.3333], dtype=torch.float64)
      """),
    Case(
      "float16", [2], .float16([0.0999755859375, 2.0]),
      """
      tensor([0.1000, 2.0000], dtype=torch.float16)
      """),
    Case(
      "the smallest double", [1], .float64([5e-324]),
      """
      tensor([4.9407e-324], dtype=torch.float64)
      """),
    Case(
      "the largest double", [1], .float64([1.7976931348623157e+308]),
      """
      tensor([1.7977e+308], dtype=torch.float64)
      """),
    Case(
      "a leaf", [1, 2], .float32([1.5, 2.5]), isLeaf: true,
      """
      tensor([[1.5000, 2.5000]], requires_grad=True)
      """),
    Case(
      "a result", [2], .float32([1.5, 2.5]), gradientName: "MulBackward0",
      """
      tensor([1.5000, 2.5000], grad_fn=<MulBackward0>)
      """),
    Case(
      "float64 and a result", [1, 2], .float64([1.0, 2.0]), gradientName: "MulBackward0",
      """
      tensor([[1., 2.]], dtype=torch.float64, grad_fn=<MulBackward0>)
      """),
    Case(
      "empty", [0], .float32([]),
      """
      tensor([])
      """),
    Case(
      "empty rows", [0, 3], .float32([]),
      """
      tensor([], size=(0, 3))
      """),
    Case(
      "empty float64", [2, 0], .float64([]),
      """
      tensor([], size=(2, 0), dtype=torch.float64)
      """),
    Case(
      "empty int", [0], .int64([]),
      """
      tensor([], dtype=torch.int64)
      """),
    Case(
      "bools", [2], .bool([true, false]),
      """
      tensor([ True, False])
      """),
    Case(
      "ints of two widths", [2, 2], .int64([1, -20, 300, 4]),
      """
      tensor([[  1, -20],
              [300,   4]])
      """),
    Case(
      "three dimensions", [2, 3, 2], .int64((0..<12).map { Int64($0) }),
      """
      tensor([[[ 0,  1],
               [ 2,  3],
               [ 4,  5]],

              [[ 6,  7],
               [ 8,  9],
               [10, 11]]])
      """),
    Case(
      "four dimensions", [2, 2, 1, 2],
      .float32([0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875]),
      """
      tensor([[[[0.0000, 0.1250]],

               [[0.2500, 0.3750]]],


              [[[0.5000, 0.6250]],

               [[0.7500, 0.8750]]]])
      """),
    Case(
      "a line break", [23], .float32((0..<23).map { Float($0) / 7 }),
      """
      tensor([0.0000, 0.1429, 0.2857, 0.4286, 0.5714, 0.7143, 0.8571, 1.0000, 1.1429,
              1.2857, 1.4286, 1.5714, 1.7143, 1.8571, 2.0000, 2.1429, 2.2857, 2.4286,
              2.5714, 2.7143, 2.8571, 3.0000, 3.1429])
      """),
    Case(
      "a suffix on a line of its own", [9], .float32((0..<9).map { Float($0) / 7 }),
      gradientName: "MulBackward0",
      """
      tensor([0.0000, 0.1429, 0.2857, 0.4286, 0.5714, 0.7143, 0.8571, 1.0000, 1.1429],
             grad_fn=<MulBackward0>)
      """),
    Case(
      "a long row", [40], .int64((0..<40).map { Int64($0) }),
      """
      tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16, 17,
              18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
              36, 37, 38, 39])
      """),
    Case(
      "a summary", [1001], .int64((0..<1001).map { Int64($0) }),
      """
      tensor([   0,    1,    2,  ...,  998,  999, 1000])
      """),
    Case(
      "a summary of rows", [500, 4], .float32((0..<2000).map { Float($0) / 10 }),
      """
      tensor([[0.0000e+00, 1.0000e-01, 2.0000e-01, 3.0000e-01],
              [4.0000e-01, 5.0000e-01, 6.0000e-01, 7.0000e-01],
              [8.0000e-01, 9.0000e-01, 1.0000e+00, 1.1000e+00],
              ...,
              [1.9880e+02, 1.9890e+02, 1.9900e+02, 1.9910e+02],
              [1.9920e+02, 1.9930e+02, 1.9940e+02, 1.9950e+02],
              [1.9960e+02, 1.9970e+02, 1.9980e+02, 1.9990e+02]])
      """),
    Case(
      "a summary of rows and columns", [60, 60], .int64((0..<3600).map { Int64($0) }),
      """
      tensor([[   0,    1,    2,  ...,   57,   58,   59],
              [  60,   61,   62,  ...,  117,  118,  119],
              [ 120,  121,  122,  ...,  177,  178,  179],
              ...,
              [3420, 3421, 3422,  ..., 3477, 3478, 3479],
              [3480, 3481, 3482,  ..., 3537, 3538, 3539],
              [3540, 3541, 3542,  ..., 3597, 3598, 3599]])
      """),
    Case(
      "a summary of blocks", [2, 2, 300], .float32((0..<1200).map { Float($0) }),
      """
      tensor([[[0.0000e+00, 1.0000e+00, 2.0000e+00,  ..., 2.9700e+02,
                2.9800e+02, 2.9900e+02],
               [3.0000e+02, 3.0100e+02, 3.0200e+02,  ..., 5.9700e+02,
                5.9800e+02, 5.9900e+02]],

              [[6.0000e+02, 6.0100e+02, 6.0200e+02,  ..., 8.9700e+02,
                8.9800e+02, 8.9900e+02],
               [9.0000e+02, 9.0100e+02, 9.0200e+02,  ..., 1.1970e+03,
                1.1980e+03, 1.1990e+03]]])
      """),
  ]
}
