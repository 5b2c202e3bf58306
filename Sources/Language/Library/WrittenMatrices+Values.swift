extension WrittenMatrices {
  /// The second half of the text: powers, norms, orthogonal matrices, eigenvalues.
  static let values = #"""


    def matrix_power(A, n, out):
        _square(A, 'linalg.matrix_power')
        if n == 0:
            return torch.eye(A.shape[-1], dtype=A.dtype).expand(A.shape)
        if n < 0:
            A, n = inv(A, None), -n
        result = None
        while n:
            if n % 2:
                result = A if result is None else result @ A
            n = n // 2
            A = A @ A if n else A
        return result

    def multi_dot(tensors, out):
        if len(tensors) < 2:
            raise RuntimeError("multi_dot(): expected at least 2 tensors but got " + str(len(tensors)))
        result = tensors[0]
        for t in tensors[1:]:
            result = result @ t
        return result

    def vecdot(x, y, dim, out):
        return (x * y).sum(dim)

    def vander(x, N):
        if x.dim() < 1:
            raise RuntimeError("The input tensor must be at least one-dimensional.")
        n = x.shape[-1] if N is None else N
        if n < 1:
            raise RuntimeError("N must be greater than 0.") if n < 0 else RuntimeError(f"N must be greater than 1.")
        parts = [torch.ones_like(x)]
        for _ in range(n - 1):
            parts.append(parts[-1] * x)
        return torch.stack(parts, -1)

    def diagonal(A, offset, dim1, dim2):
        return torch.diagonal(A, offset, dim1, dim2)

    def matrix_norm(A, ord, dim, keepdim, dtype, out):
        if A.dim() < 2:
            raise RuntimeError("linalg.matrix_norm: The input tensor A must have at least 2 dimensions.")
        if dtype is not None:
            A = A.to(dtype)
        a, b = dim
        if ord == 'fro':
            return torch.linalg.vector_norm(A, 2, (a, b), keepdim)
        if ord in (2, -2, 'nuc'):
            s = svdvals(A.movedim((a, b), (-2, -1)), None, None)
            r = s.sum(-1) if ord == 'nuc' else s.amax(-1) if ord == 2 else s.amin(-1)
            if keepdim:
                for d in sorted([x % A.dim() for x in (a, b)]):
                    r = r.unsqueeze(d)
            return r
        if ord not in (1, -1, math.inf, -math.inf):
            raise RuntimeError(f"linalg.matrix_norm: Order {ord} not supported.")
        first, second = (a, b) if abs(ord) == 1 else (b, a)
        sums = A.abs().sum(first, keepdim=True)
        r = sums.amax(second, keepdim=True) if ord > 0 else sums.amin(second, keepdim=True)
        return r if keepdim else r.squeeze((a, b))

    def _qr(A, mode):
        m, n = A.shape
        Q, R = torch.eye(m, dtype=A.dtype), A
        for c in range(min(m - 1, n)):
            x = R[c:, c]
            if float(x[1:].abs().sum()) == 0.0:
                continue
            length = x.norm()
            alpha = -length if float(x[0]) >= 0 else length
            v = torch.cat([(x[0] - alpha).reshape(1), x[1:]])
            v = v / v.norm()
            full = torch.cat([torch.zeros(c, dtype=A.dtype), v])
            R = R - 2 * torch.outer(full, full @ R)
            Q = Q - 2 * torch.outer(Q @ full, full)
        k = min(m, n) if mode == 'reduced' else m
        return Q[:, :k], R[:k].triu()

    def qr(A, mode, out):
        return _results('linalg_qr', ['Q', 'R'], _pair(A, _each(A, _qr, mode)))

    def _jacobi(A):
        n = A.shape[0]
        a = [list(row) for row in A.tolist()]
        for _ in range(60):
            if sum(a[i][j] ** 2 for i in range(n) for j in range(n) if i != j) < 1e-300:
                break
            for p in range(n):
                for q in range(p + 1, n):
                    if a[p][q] == 0.0:
                        continue
                    theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                    t = (1 if theta >= 0 else -1) / (abs(theta) + math.sqrt(theta * theta + 1))
                    c = 1 / math.sqrt(t * t + 1)
                    s = t * c
                    for k in range(n):
                        x, y = a[k][p], a[k][q]
                        a[k][p], a[k][q] = c * x - s * y, s * x + c * y
                    for k in range(n):
                        x, y = a[p][k], a[q][k]
                        a[p][k], a[q][k] = c * x - s * y, s * x + c * y
        return sorted(a[i][i] for i in range(n))

    def _whole(A, UPLO):
        half = A.tril(-1) if UPLO == 'L' else A.triu(1)
        return half + half.mT + torch.diag_embed(torch.diagonal(A, 0, -2, -1))

    def eigvalsh(A, UPLO, out):
        _square(A, 'linalg.eigvalsh')
        return _each(_whole(A, UPLO), lambda a: torch.tensor(_jacobi(a), dtype=A.dtype))

    def _singular(A):
        columns = [c.tolist() for c in (A if A.shape[0] <= A.shape[1] else A.t())]
        n = len(columns)
        for _ in range(60):
            turned = False
            for p in range(n):
                for q in range(p + 1, n):
                    x, y = columns[p], columns[q]
                    alpha = sum(v * v for v in x)
                    beta = sum(v * v for v in y)
                    gamma = sum(u * v for u, v in zip(x, y))
                    if abs(gamma) <= 1e-16 * math.sqrt(alpha * beta):
                        continue
                    turned = True
                    zeta = (beta - alpha) / (2 * gamma)
                    t = (1 if zeta >= 0 else -1) / (abs(zeta) + math.sqrt(1 + zeta * zeta))
                    c = 1 / math.sqrt(1 + t * t)
                    s = c * t
                    columns[p] = [c * u - s * v for u, v in zip(x, y)]
                    columns[q] = [s * u + c * v for u, v in zip(x, y)]
            if not turned:
                break
        return sorted([math.sqrt(sum(v * v for v in c)) for c in columns], reverse=True)

    def svdvals(A, driver, out):
        return _each(A.detach(), lambda a: torch.tensor(_singular(a), dtype=A.dtype))

    def matrix_rank(A, tol, hermitian, atol, rtol, out):
        s = svdvals(A, None, None)
        if tol is not None:
            return (s > tol).sum(-1)
        eps = torch.finfo(A.dtype).eps * max(A.shape[-2:])
        least = s.amax(-1, keepdim=True) * (eps if rtol is None and not atol else rtol or 0.0)
        return (s > torch.clamp(least, min=atol or 0.0)).sum(-1)

    def cross(input, other, dim, out):
        n = max(input.dim(), other.dim())
        if input.dim() != other.dim():
            raise RuntimeError("linalg.cross: inputs must have the same number of dimensions.")
        if input.shape[dim] != 3 or other.shape[dim] != 3:
            raise RuntimeError(f"linalg.cross: inputs dimension {dim} must have length 3. Got {input.shape[dim]} and {other.shape[dim]}")
        return torch.cross(*torch.broadcast_tensors(input, other), dim)
    """#
}
