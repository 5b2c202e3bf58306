/// Linear algebra on small matrices, put together from other functions.
enum WrittenMatrices {
  static let all: [TorchFunction] = [
    function("det", "A, *, out=None", "The determinant."),
    function("slogdet", "A, *, out=None", "The determinant's sign and logarithm."),
    function("inv", "A, *, out=None", "The inverse."),
    function("solve", "A, B, *, left=True, out=None", "The X with A X = B."),
    function("cholesky", "A, *, upper=False, out=None", "The L with L Lᵀ = A."),
    function("matrix_power", "A, n, *, out=None", "A multiplied with itself."),
    function("multi_dot", "tensors, *, out=None", "The product of several matrices."),
    function("vecdot", "x, y, *, dim=-1, out=None", "Sums of products."),
    function("vander", "x, N=None", "Powers of each value."),
    function("diagonal", "A, *, offset=0, dim1=-2, dim2=-1", "A diagonal."),
    function(
      "matrix_norm", "A, ord='fro', dim=(-2, -1), keepdim=False, *, dtype=None, out=None",
      "The size of a matrix."),
    function("qr", "A, mode='reduced', *, out=None", "A as Q R, with Q orthogonal."),
    function("eigvalsh", "A, UPLO='L', *, out=None", "The eigenvalues of a symmetric matrix."),
    function("svdvals", "A, *, driver=None, out=None", "The singular values."),
    function(
      "matrix_rank", "A, tol=None, hermitian=False, *, atol=None, rtol=None, out=None",
      "How many rows are independent."),
    function(
      "eigh", "A, UPLO='L', *, out=None", "Eigenvalues and eigenvectors of a symmetric matrix."),
    function("svd", "A, full_matrices=True, *, driver=None, out=None", "A as U S Vᵀ."),
    function(
      "pinv", "A, rcond=None, hermitian=False, *, atol=None, rtol=None, out=None",
      "The pseudo-inverse."),
    function("lstsq", "A, B, rcond=None, *, driver=None", "The X for which A X is nearest to B."),
    function("cond", "A, p=None, *, out=None", "How much an inverse enlarges errors."),
    function("matrix_exp", "A", "I + A + A²/2 + …"),
    TorchFunction("matrix_exp", "input", "I + A + A²/2 + …", written: source),
    TorchFunction("pinverse", "input, rcond=1e-15", "The pseudo-inverse.", written: source),
    TorchFunction(
      "kron", "input, other, *, out=None", "Every element times a matrix.", written: source),
    TorchFunction(
      "vander", "x, N=None, increasing=False", "Powers of each value.", in: .torch,
      written: source, as: "vander_down"),
    TorchFunction(
      "svd", "input, some=True, compute_uv=True, *, out=None", "A as U S Vᵀ, V not transposed.",
      written: source, as: "svd_old"),
    TorchFunction(
      "cross", "input, other, *, dim=-1, out=None", "The cross product.", in: .linalg,
      written: source),
    TorchFunction("det", "input", "The determinant.", written: source, as: "det_method"),
    TorchFunction("inverse", "input, *, out=None", "The inverse.", written: source, as: "inv"),
    TorchFunction(
      "slogdet", "input", "The determinant's sign and logarithm.", written: source,
      as: "slogdet_method"),
    TorchFunction("logdet", "input", "The logarithm of the determinant.", written: source),
    TorchFunction(
      "matrix_power", "input, n, *, out=None", "A matrix multiplied with itself.",
      written: source),
    TorchFunction(
      "cholesky", "input, upper=False, *, out=None", "The L with L Lᵀ = A.",
      written: source),
  ]

  private static func function(
    _ name: String, _ signature: String, _ summary: String
  ) -> TorchFunction {
    TorchFunction(name, signature, summary, in: .linalg, written: source)
  }

  static let source = WrittenModule(
    "matrices",
    #"""
    def _square(A, name):
        if A.dim() < 2:
            raise RuntimeError(f"{name}: The input tensor A must have at least 2 dimensions.")
        if A.shape[-1] != A.shape[-2]:
            raise RuntimeError(f"{name}: A must be batches of square matrices, but they are {A.shape[-2]} by {A.shape[-1]} matrices")
        if not A.dtype.is_floating_point:
            raise RuntimeError(f"{name}: Expected a floating point or complex tensor as input. Got {_scalar(A)}")

    def _scalar(A):
        return {torch.int64: 'Long', torch.int32: 'Int', torch.bool: 'Bool'}.get(A.dtype, 'Byte')

    def _each(A, function, *more):
        if A.dim() == 2:
            return function(A, *more)
        lead = tuple(A.shape[:-2])
        if math.prod(lead) == 0:
            return A.sum((-2, -1))
        parts = [function(a, *more) for a in A.reshape((math.prod(lead),) + tuple(A.shape[-2:]))]
        if isinstance(parts[0], tuple):
            return tuple(torch.stack(p).reshape(lead + tuple(p[0].shape)) for p in zip(*parts))
        return torch.stack(parts).reshape(lead + tuple(parts[0].shape))

    def _eliminated(A):
        n, rows, sign = A.shape[0], list(A.unbind(0)), 1.0
        for c in range(n):
            best = max(range(c, n), key=lambda r: abs(float(rows[r][c])))
            if best != c:
                rows[c], rows[best] = rows[best], rows[c]
                sign = -sign
            if float(rows[c][c]) == 0.0:
                return rows, 0.0
            for r in range(c + 1, n):
                rows[r] = rows[r] - rows[c] * (rows[r][c] / rows[c][c])
        return rows, sign

    def _pair(A, found):
        return found if isinstance(found, tuple) else (found, found)

    def _det(A):
        if A.shape[0] == 0:
            return A.sum() + 1
        if A.shape[0] == 2:
            return A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
        rows, sign = _eliminated(A)
        if sign == 0.0:
            return A.sum() * 0
        total = rows[0][0] * sign
        for i in range(1, len(rows)):
            total = total * rows[i][i]
        return total

    def det(A, out):
        _square(A, 'linalg.det')
        return _name(_each(A, _det), 'LinalgDetBackward0')

    def det_method(input):
        return det(input, None)

    def _name(x, name):
        return _grad_fn(x * 1 if x.grad_fn is None else x, name)

    def _slogdet(A):
        rows, sign = _eliminated(A)
        if sign == 0.0:
            return A.sum().detach() * 0, A.sum() * 0 - math.inf
        total = rows[0][0].abs().log() if rows else A.sum()
        for i, row in enumerate(rows):
            sign = sign if float(row[i]) > 0 else -sign
            total = total if i == 0 else total + row[i].abs().log()
        return torch.tensor(sign, dtype=A.dtype), total

    def slogdet(A, out):
        _square(A, 'linalg.slogdet')
        return _results('linalg_slogdet', ['sign', 'logabsdet'], _pair(A, _each(A, _slogdet)))

    def slogdet_method(input):
        return slogdet(input, None)

    def logdet(input):
        _square(input, 'logdet')
        sign, total = _pair(input, _each(input, _slogdet))
        return torch.where(sign < 0, math.nan, total)

    def _solved(A, B, name):
        n, rows, right = A.shape[0], list(A.unbind(0)), list(B.unbind(0))
        for c in range(n):
            best = max(range(c, n), key=lambda r: abs(float(rows[r][c])))
            if float(rows[best][c]) == 0.0:
                raise torch.linalg.LinAlgError(f"{name}: The diagonal element {c + 1} is zero, the inversion could not be completed because the input matrix is singular." if name == 'linalg.inv' else f"torch.{name}: The solver failed because the input matrix is singular.")
            rows[c], rows[best] = rows[best], rows[c]
            right[c], right[best] = right[best], right[c]
            for r in range(c + 1, n):
                factor = rows[r][c] / rows[c][c]
                rows[r] = rows[r] - rows[c] * factor
                right[r] = right[r] - right[c] * factor
        for c in reversed(range(n)):
            total = right[c]
            for k in range(c + 1, n):
                total = total - rows[c][k] * right[k]
            right[c] = total / rows[c][c]
        return torch.stack(right) if right else B

    def inv(A, out):
        _square(A, 'linalg.inv')
        if A.numel() == 0:
            return A * 1
        eye = torch.eye(A.shape[-1], dtype=A.dtype)
        return _name(_each(A, lambda a: _solved(a, eye, 'linalg.inv')), 'LinalgInvExBackward0')

    def solve(A, B, left, out):
        _square(A, 'linalg.solve')
        if not left:
            return solve(A.mT, B.mT, True, None).mT
        vector = B.dim() == 1 or (A.dim() - 1 == B.dim() and A.shape[:-1] == B.shape)
        b = B.unsqueeze(-1) if vector else B
        if b.shape[-2] != A.shape[-1]:
            raise RuntimeError(f"linalg.solve: Incompatible shapes of A and B for the equation AX = B ({A.shape[-2]}x{A.shape[-1]} and {b.shape[-2]}x{b.shape[-1]})")
        lead = torch.broadcast_shapes(A.shape[:-2], b.shape[:-2])
        a, b = A.expand(lead + tuple(A.shape[-2:])), b.expand(lead + tuple(b.shape[-2:]))
        if not lead:
            x = _solved(a, b, 'linalg.solve')
        else:
            pairs = zip(a.reshape((-1,) + tuple(a.shape[-2:])), b.reshape((-1,) + tuple(b.shape[-2:])))
            x = torch.stack([_solved(p, q, 'linalg.solve') for p, q in pairs]).reshape(b.shape)
        return _name(x.squeeze(-1) if vector else x, 'LinalgSolveExBackward0')

    def _cholesky(A):
        n = A.shape[0]
        L = [[None] * n for _ in range(n)]
        for i in range(n):
            for j in range(i + 1):
                total = A[i, j]
                for k in range(j):
                    total = total - L[i][k] * L[j][k]
                if i == j:
                    if not float(total) > 0:
                        raise torch.linalg.LinAlgError(f"linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order {i + 1} is not positive-definite).")
                    L[i][j] = total.sqrt()
                else:
                    L[i][j] = total / L[j][j]
        zero = torch.zeros((), dtype=A.dtype)
        return torch.stack([torch.stack([zero if v is None else v for v in row]) for row in L]) if n else A * 1

    def cholesky(A, upper, out):
        _square(A, 'linalg.cholesky')
        L = _each(A, _cholesky)
        return _name(L.mT if upper else L, 'LinalgCholeskyExBackward0')
    """#
      + values + vectors)
}
