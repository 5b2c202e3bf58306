import Testing

@testable import Language

/// Programs with numpy, held against numpy 2.4.
struct NumpyTests {
  @Test(arguments: programs)
  func `the program prints what Python printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "arrays and their text",
      #"""
      import numpy as np
      a = np.array([1.0, 2.5, 3.0])
      print(a, repr(a), np.array([[1, 20], [3, 4]]), repr(np.arange(5)), np.array([True, False]))
      print(np.array([1e-5, 150.0]), np.array([1/3, 2/3]), np.array([1e10, 1.0]), np.array([np.nan, 1.0, -np.inf]))
      print(repr(np.array([1, 2], dtype=np.float32)), np.array([0.1, 0.2], dtype=np.float32) * 3, repr(np.zeros((2, 2, 2))))
      print(np.arange(30) * 1.5)
      print(repr(np.linspace(0, 1, 20)))
      print(np.arange(2000), repr(np.arange(1100.0).reshape(10, 110)))
      print(a.dtype, a.shape, a.ndim, a.size, type(a), np.array([]), repr(np.array([])), np.array(5), f'{a}')
      """#,
      #"""
      [1.  2.5 3. ] array([1. , 2.5, 3. ]) [[ 1 20]
       [ 3  4]] array([0, 1, 2, 3, 4]) [ True False]
      [1.0e-05 1.5e+02] [0.33333333 0.66666667] [1.e+10 1.e+00] [ nan   1. -inf]
      array([1., 2.], dtype=float32) [0.3 0.6] array([[[0., 0.],
              [0., 0.]],

             [[0., 0.],
              [0., 0.]]])
      [ 0.   1.5  3.   4.5  6.   7.5  9.  10.5 12.  13.5 15.  16.5 18.  19.5
       21.  22.5 24.  25.5 27.  28.5 30.  31.5 33.  34.5 36.  37.5 39.  40.5
       42.  43.5]
      array([0.        , 0.05263158, 0.10526316, 0.15789474, 0.21052632,
             0.26315789, 0.31578947, 0.36842105, 0.42105263, 0.47368421,
             0.52631579, 0.57894737, 0.63157895, 0.68421053, 0.73684211,
             0.78947368, 0.84210526, 0.89473684, 0.94736842, 1.        ])
      [   0    1    2 ... 1997 1998 1999] array([[0.000e+00, 1.000e+00, 2.000e+00, ..., 1.070e+02, 1.080e+02,
              1.090e+02],
             [1.100e+02, 1.110e+02, 1.120e+02, ..., 2.170e+02, 2.180e+02,
              2.190e+02],
             [2.200e+02, 2.210e+02, 2.220e+02, ..., 3.270e+02, 3.280e+02,
              3.290e+02],
             ...,
             [7.700e+02, 7.710e+02, 7.720e+02, ..., 8.770e+02, 8.780e+02,
              8.790e+02],
             [8.800e+02, 8.810e+02, 8.820e+02, ..., 9.870e+02, 9.880e+02,
              9.890e+02],
             [9.900e+02, 9.910e+02, 9.920e+02, ..., 1.097e+03, 1.098e+03,
              1.099e+03]], shape=(10, 110))
      float64 (3,) 1 3 <class 'numpy.ndarray'> [] array([], dtype=float64) 5 [1.  2.5 3. ]
      """#),
    TorchProgram(
      "arithmetic and reductions",
      #"""
      import numpy as np
      x = np.arange(12).reshape(3, 4)
      print(x.T.shape, x[1], x[:, 1], x[1, 2], x[::-1][0], x[x > 5], (x % 2 == 0) & (x > 3))
      print(np.sum(x), x.sum(axis=0), x.mean(axis=1), x.std(), np.max(x, axis=1, keepdims=True), np.argmax(x, axis=0))
      a = np.arange(3.0); a += 1; a[0] = 10
      print(2 - a, 1 / a, a ** 2, -a, a // 2, 0 < a, abs(-a), 3.0 in a, np.where(a > 2, 1, 0), np.clip(a, 1, 2.5))
      print(np.dot([1, 2], [3, 4]), np.array([[1, 2], [3, 4]]) @ np.array([1, 1]), np.outer([1, 2], [3, 4]), np.eye(2))
      print(np.concatenate([a, a]), np.vstack([a, a]).shape, np.stack([a, a], axis=1), np.unique([3, 1, 1], return_counts=True)[1])
      for bad in [lambda: a + np.ones(2), lambda: np.zeros((2, 3)) @ np.zeros((2, 3)), lambda: x.reshape(5, 2), lambda: a[5], lambda: bool(a > 1), lambda: np.dot(np.ones((2, 3)), np.ones(2))]:
          try: bad()
          except Exception as e: print(type(e).__name__, e)
      """#,
      #"""
      (4, 3) [4 5 6 7] [1 5 9] 6 [ 8  9 10 11] [ 6  7  8  9 10 11] [[False False False False]
       [ True False  True False]
       [ True False  True False]]
      66 [12 15 18 21] [1.5 5.5 9.5] 3.452052529534663 [[ 3]
       [ 7]
       [11]] [2 2 2 2]
      [-8.  0. -1.] [0.1        0.5        0.33333333] [100.   4.   9.] [-10.  -2.  -3.] [5. 1. 1.] [ True  True  True] [10.  2.  3.] True [1 0 1] [2.5 2.  2.5]
      11 [3 7] [[3 4]
       [6 8]] [[1. 0.]
       [0. 1.]]
      [10.  2.  3. 10.  2.  3.] (2, 3) [[10. 10.]
       [ 2.  2.]
       [ 3.  3.]] [2 1]
      ValueError operands could not be broadcast together with shapes (3,) (2,) 
      ValueError matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)
      ValueError cannot reshape array of size 12 into shape (5,2)
      IndexError index 5 is out of bounds for axis 0 with size 3
      ValueError The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
      ValueError shapes (2,3) and (2,) not aligned: 3 (dim 1) != 2 (dim 0)
      """#),
    TorchProgram(
      "softmax regression",
      #"""
      import numpy as np
      np.random.seed(0)
      def softmax(z):
          e = np.exp(z - np.max(z, axis=1, keepdims=True))
          return e / np.sum(e, axis=1, keepdims=True)
      X = np.random.randn(20, 2); y = (X[:, 0] + X[:, 1] > 0).astype(int)
      W = 0.01 * np.random.randn(2, 2); b = np.zeros((1, 2))
      for i in range(50):
          probs = softmax(np.dot(X, W) + b)
          loss = -np.log(probs[range(20), y]).mean() + 0.5 * 1e-3 * np.sum(W * W)
          if i % 10 == 0: print("iteration %d: loss %f" % (i, loss))
          dscores = probs.copy(); dscores[range(20), y] -= 1; dscores /= 20
          W -= 1.0 * (np.dot(X.T, dscores) + 1e-3 * W); b -= 1.0 * np.sum(dscores, axis=0, keepdims=True)
      print('training accuracy: %.2f' % np.mean(np.argmax(np.dot(X, W) + b, axis=1) == y), W.round(3), b)
      """#,
      #"""
      iteration 0: loss 0.688610
      iteration 10: loss 0.194507
      iteration 20: loss 0.154523
      iteration 30: loss 0.133666
      iteration 40: loss 0.120410
      training accuracy: 1.00 [[-2.061  2.038]
       [-1.457  1.459]] [[ 0.05650225 -0.05650225]]
      """#),
    TorchProgram(
      "draws",
      #"""
      import numpy as np
      np.random.seed(42)
      print(np.random.randn(2, 3), np.random.rand(), np.random.randint(0, 10, 5), np.random.permutation(6), np.random.choice(5, 3, replace=False))
      print(np.random.normal(2, 3, (2, 2)), np.random.uniform(-1, 1, 3), np.random.choice([10, 20, 30], 4, p=[.2, .3, .5]))
      """#,
      #"""
      [[ 0.49671415 -0.1382643   0.64768854]
       [ 1.52302986 -0.23415337 -0.23413696]] 0.05808361216819946 [7 4 3 7 7] [0 5 3 1 4 2] [4 2 0]
      [[ 2.72588681 -3.73984073]
       [-3.1747535   0.31313741]] [ 0.22370579 -0.72101228 -0.4157107 ] [20 20 30 10]
      """#),
    TorchProgram(
      "beside tensors",
      #"""
      import numpy as np
      import torch
      t = torch.tensor([1.5, 2.0]); a = t.numpy(); a[0] = 9; t[1] = 7
      print(t, a, a.dtype, torch.from_numpy(np.ones(2)), torch.tensor(np.arange(3)))
      z = torch.randn(3, 4); p = np.exp(z.numpy()); p /= p.sum(axis=1, keepdims=True)
      print(np.allclose(p, torch.softmax(z, 1).numpy(), atol=1e-6), isinstance(p, np.ndarray), np.argmax(p, axis=-1) == z.argmax(-1).numpy())
      try: torch.ones(1, requires_grad=True).numpy()
      except RuntimeError as e: print(e)
      """#,
      #"""
      tensor([9., 7.]) [9. 7.] float32 tensor([1., 1.], dtype=torch.float64) tensor([0, 1, 2])
      True True [ True  True  True]
      Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
      """#),
  ]
}
