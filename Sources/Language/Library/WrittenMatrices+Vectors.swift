extension WrittenMatrices {
  /// Decompositions with their vectors, and what follows from them.
  static let vectors = #"""

    def _turned(A):
        u, v = A.double(), torch.eye(A.shape[1], dtype=torch.float64)
        n = A.shape[1]
        for _ in range(60):
            turned = False
            for p in range(n):
                for q in range(p + 1, n):
                    a, b, g = float(u[:, p] @ u[:, p]), float(u[:, q] @ u[:, q]), float(u[:, p] @ u[:, q])
                    if abs(g) <= 1e-16 * math.sqrt(a * b):
                        continue
                    turned = True
                    zeta = (b - a) / (2 * g)
                    t = (1 if zeta >= 0 else -1) / (abs(zeta) + math.sqrt(1 + zeta * zeta))
                    c = 1 / math.sqrt(1 + t * t)
                    turn = torch.eye(n, dtype=torch.float64)
                    turn[p, p], turn[q, q], turn[p, q], turn[q, p] = c, c, c * t, -c * t
                    u, v = u @ turn, v @ turn
            if not turned:
                break
        return u, v

    def _basis(Q, k):
        columns = list(Q.unbind(1))
        for i in range(Q.shape[0]):
            if len(columns) == k:
                break
            e = torch.zeros(Q.shape[0], dtype=Q.dtype)
            e[i] = 1
            for c in columns + columns:
                e = e - (c @ e) * c
            if float(e.norm()) > 1e-6:
                columns.append(e / e.norm())
        return torch.stack(columns, 1) if columns else Q

    def _svd(A, full):
        with torch.no_grad():
            wide = A.shape[0] < A.shape[1]
            u, v = _turned(A.t() if wide else A)
            s = u.norm(dim=0)
            order = torch.argsort(s, descending=True, stable=True)
            s, u, v = s[order], u[:, order], v[:, order]
            kept = [i for i in range(len(s)) if float(s[i]) > 1e-14 * max(float(s[0]), 1e-300)]
            u = _basis(u[:, kept] / s[kept] if kept else u[:, :0], u.shape[0] if full else len(s))
            U, V = (v, u) if wide else (u, v)
            return U.to(A.dtype), s.to(A.dtype), V.t().to(A.dtype)

    def svd(A, full_matrices, driver, out):
        if A.dim() < 2:
            raise RuntimeError("linalg.svd: The input tensor A must have at least 2 dimensions.")
        return _results('linalg_svd', ['U', 'S', 'Vh'], list(_each(A, _svd, full_matrices)))

    def svd_old(input, some, compute_uv, out):
        U, S, V = _each(input, _svd, not some)
        return _results('svd', ['U', 'S', 'V'], [U, S, V.mT])

    def _eigh(A):
        with torch.no_grad():
            shift = float(A.abs().sum()) + 1.0
            eye = torch.eye(A.shape[0], dtype=torch.float64)
            u, v = _turned(A.double() + shift * eye)
            values = (v * (A.double() @ v)).sum(0)
            order = torch.argsort(values, stable=True)
            return values[order].to(A.dtype), v[:, order].to(A.dtype)

    def eigh(A, UPLO, out):
        _square(A, 'linalg.eigh')
        return _results('linalg_eigh', ['eigenvalues', 'eigenvectors'], list(_each(_whole(A, UPLO), _eigh)))

    def _pinv(A, least):
        with torch.no_grad():
            U, S, Vh = _svd(A.double(), False)
            kept = S > least * (float(S[0]) if len(S) else 0.0)
            inverse = torch.where(kept, 1 / torch.where(kept, S, torch.ones_like(S)), torch.zeros_like(S))
            X = ((Vh.t() * inverse) @ U.t()).to(A.dtype)
        if not A.requires_grad:
            return X
        # Newton's step leaves the value as it is, and brings the gradient.
        m, n = A.shape
        return X @ (2 * torch.eye(m, dtype=A.dtype) - A @ X) if m == n else (A.t() @ A).inverse() @ A.t() if m > n else A.t() @ (A @ A.t()).inverse()

    def pinv(A, rcond, hermitian, atol, rtol, out):
        if A.dim() < 2:
            raise RuntimeError("linalg.pinv: The input tensor A must have at least 2 dimensions.")
        given = rcond if rcond is not None else rtol
        return _each(A, _pinv, torch.finfo(A.dtype).eps * max(A.shape[-2:]) if given is None else float(given))

    def pinverse(input, rcond):
        return _each(input, _pinv, rcond)

    def lstsq(A, B, rcond, driver):
        vector = B.dim() == A.dim() - 1
        right = B.unsqueeze(-1) if vector else B
        if A.shape[-2] != right.shape[-2]:
            raise RuntimeError("torch.linalg.lstsq: input.size(-2) should match other.size(-2)")
        X = pinv(A, rcond, False, None, None, None) @ right
        empty = torch.zeros(0, dtype=A.dtype)
        return _results('linalg_lstsq', ['solution', 'residuals', 'rank', 'singular_values'], [X.squeeze(-1) if vector else X, empty, torch.zeros(0, dtype=torch.long), empty])

    def cond(A, p, out):
        if p is None or p in (2, -2):
            s = svdvals(A, None, None)
            return s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
        return matrix_norm(A, p, (-2, -1), False, None, None) * matrix_norm(inv(A, None), p, (-2, -1), False, None, None)

    def matrix_exp(A, *rest):
        _square(A, 'linalg.matrix_exp')
        size = float(A.detach().abs().sum(-1).max()) if A.numel() else 0.0
        halvings = max(0, math.ceil(math.log2(size)) + 1) if size > 0 else 0
        A = A / 2.0 ** halvings
        whole = torch.eye(A.shape[-1], dtype=A.dtype).expand(A.shape)
        term = whole
        for k in range(1, 20):
            term = term @ A / k
            whole = whole + term
        for _ in range(halvings):
            whole = whole @ whole
        return whole

    def kron(input, other, out):
        n = max(input.dim(), other.dim())
        a = input.reshape([1] * (n - input.dim()) + list(input.shape))
        b = other.reshape([1] * (n - other.dim()) + list(other.shape))
        shape = [x * y for x, y in zip(a.shape, b.shape)]
        for d in range(n):
            a, b = a.unsqueeze(2 * d + 1), b.unsqueeze(2 * d)
        return (a * b).reshape(shape)

    def vander_down(x, N, increasing):
        if x.dim() != 1:
            raise RuntimeError("x must be a one-dimensional tensor.")
        powers = range(x.numel() if N is None else N)
        return torch.stack([x ** k for k in (powers if increasing else reversed(powers))], 1)
    """#
}
