extension WrittenStatistics {
  /// The second half of the text: slopes, distances, products and cuts.
  static let parts = #"""


    def _slopes(x, dim, step, edge_order):
        n = x.shape[dim]
        if n < edge_order + 1:
            raise RuntimeError(f"torch.gradient expected each dimension size to be at least edge_order+1")
        h = torch.full((n - 1,), step) if not isinstance(step, torch.Tensor) else step.diff()
        y = x.movedim(dim, -1)
        h = h.to(y.dtype)
        a, b = h[:-1], h[1:]
        middle = (y[..., 2:] * a / b - y[..., :-2] * b / a) / (a + b) + y[..., 1:-1] * (b - a) / (a * b)
        if edge_order == 1:
            first = (y[..., 1:2] - y[..., :1]) / h[0]
            last = (y[..., -1:] - y[..., -2:-1]) / h[-1]
        else:
            p, q = h[0], h[1]
            first = -(2 * p + q) / (p * (p + q)) * y[..., 0:1] + (p + q) / (p * q) * y[..., 1:2] - p / (q * (p + q)) * y[..., 2:3]
            p, q = h[-2], h[-1]
            last = q / (p * (p + q)) * y[..., -3:-2] - (q + p) / (p * q) * y[..., -2:-1] + (2 * q + p) / (q * (p + q)) * y[..., -1:]
        return torch.cat([first, middle, last], -1).movedim(-1, dim)

    def gradient(input, spacing, dim, edge_order):
        if edge_order not in (1, 2):
            raise RuntimeError(f"torch.gradient only supports edge_order=1 and edge_order=2.")
        dims = list(range(input.dim())) if dim is None else [dim] if isinstance(dim, int) else list(dim)
        spacing = 1 if spacing is None else spacing
        steps = list(spacing) if isinstance(spacing, (list, tuple)) else [spacing] * len(dims)
        if len(steps) != len(dims):
            raise RuntimeError(f"torch.gradient expected spacing to be unspecified, a scalar or a list of length equal to 'self.dim() = {input.dim()}', since dim argument was not given, but got a list of length {len(steps)}")
        x = input if input.dtype.is_floating_point else input.float()
        return tuple(_slopes(x, d, s, edge_order) for d, s in zip(dims, steps))

    def cdist(x1, x2, p, compute_mode):
        if x1.dim() < 2 or x2.dim() < 2:
            which, x = ('X1', x1) if x1.dim() < 2 else ('X2', x2)
            raise RuntimeError(f"cdist only supports at least 2D tensors, {which} got: {x.dim()}D")
        if x1.shape[-1] != x2.shape[-1]:
            raise RuntimeError(f"X1 and X2 must have the same number of columns. X1: {x1.shape[-1]} X2: {x2.shape[-1]}")
        if p < 0:
            raise RuntimeError("cdist only supports non-negative p values")
        gaps = x1.unsqueeze(-2) - x2.unsqueeze(-3)
        return _grad_fn(gaps.norm(p, -1), 'CdistBackward0')

    def pdist(input, p):
        if input.dim() != 2:
            raise RuntimeError(f"pdist only supports 2D tensors, got: {input.dim()}D")
        if p < 0:
            raise RuntimeError("pdist only supports non-negative p values")
        n = input.shape[0]
        pairs = [(i, j) for i in range(n) for j in range(i + 1, n)]
        if not pairs:
            return input.reshape(-1)[:0] * 1 if n == 0 else input.sum(1)[:0] * 1
        gaps = input[[i for i, j in pairs]] - input[[j for i, j in pairs]]
        return _grad_fn(gaps.norm(p, -1), 'PdistBackward0')

    def cross(input, other, dim, out):
        if dim is None:
            found = [d for d in range(input.dim()) if input.shape[d] == 3]
            if not found:
                raise RuntimeError("no dimension of size 3 in input")
            dim = found[0]
        return _cross(input, other, dim)

    def _cross(input, other, dim):
        if input.dim() != other.dim():
            raise RuntimeError("linalg.cross: inputs must have the same number of dimensions.")
        if input.shape[dim] != 3 or other.shape[dim] != 3:
            raise RuntimeError(f"linalg.cross: inputs dimension {dim} must have length 3. Got {input.shape[dim]} and {other.shape[dim]}")
        a, b = input.unbind(dim), other.unbind(dim)
        parts = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
        return _grad_fn(torch.stack(parts, dim), 'LinalgCrossBackward0')

    def addr(input, vec1, vec2, beta, alpha, out):
        if vec1.dim() != 1 or vec2.dim() != 1:
            n, v = (1, vec1) if vec1.dim() != 1 else (2, vec2)
            raise RuntimeError(f"addr: Expected 1-D argument vec{n}, but got {v.dim()}-D")
        product = torch.outer(vec1, vec2)
        shape = list(product.shape)
        product = product if alpha == 1 else product * alpha
        if beta == 0:
            return _grad_fn(product * 1, 'AddrBackward0')
        if input.dtype == torch.bool:
            return input.expand(shape) | product
        return _grad_fn((input if beta == 1 else input * beta).expand(shape) + product, 'AddrBackward0')

    def hsplit(input, indices_or_sections):
        if input.dim() < 1:
            raise RuntimeError("torch.hsplit requires a tensor with at least 1 dimension, but got a tensor with 0 dimensions!")
        return _split(input, indices_or_sections, 0 if input.dim() == 1 else 1, 'hsplit')

    def vsplit(input, indices_or_sections):
        if input.dim() < 2:
            raise RuntimeError(f"torch.vsplit requires a tensor with at least 2 dimension, but got a tensor with {input.dim()} dimensions!")
        return _split(input, indices_or_sections, 0, 'vsplit')

    def dsplit(input, indices_or_sections):
        if input.dim() < 3:
            raise RuntimeError(f"torch.dsplit requires a tensor with at least 3 dimension, but got a tensor with {input.dim()} dimensions!")
        return _split(input, indices_or_sections, 2, 'dsplit')

    def _split(x, parts, dim, name):
        if isinstance(parts, int) and (parts <= 0 or x.shape[dim] % parts):
            raise RuntimeError(f"torch.{name} attempted to split along dimension {dim}, but the size of the dimension {x.shape[dim]} is not divisible by the split_size {parts}!")
        return torch.tensor_split(x, parts, dim)

    def as_strided(input, size, stride, storage_offset):
        if len(size) != len(stride):
            raise RuntimeError("mismatch in length of strides and shape")
        places = torch.tensor(storage_offset or 0)
        for n, s in zip(size, stride):
            places = places.unsqueeze(-1) + torch.arange(n) * s
        if places.numel() and places.max() >= input.numel():
            raise RuntimeError(f"setStorage: sizes {list(size)}, strides {list(stride)}, storage offset {storage_offset or 0}, and itemsize {input.element_size()} requiring a storage size of {(int(places.max()) + 1) * input.element_size()} are out of bounds for storage of size {input.numel() * input.element_size()}")
        return _grad_fn(input.reshape(-1)[places.reshape(-1)].reshape(tuple(size)), 'AsStridedBackward0')

    def frexp(input, out):
        if not input.dtype.is_floating_point:
            raise RuntimeError("torch.frexp() only supports floating-point dtypes")
        safe = torch.where(input == 0, 1.0, input.abs())
        e = torch.where(input == 0, 0.0, safe.double().log2().floor() + 1)
        m = input.double() / torch.pow(torch.tensor(2.0, dtype=torch.float64), e)
        over = m.abs() >= 1
        m, e = torch.where(over, m / 2, m), torch.where(over, e + 1, e)
        return _results('frexp', ['mantissa', 'exponent'], [m.to(input.dtype), e.int()])

    def nonzero_static(input, size, fill_value):
        found = input.nonzero()[:size]
        rest = torch.full((size - found.shape[0], input.dim()), fill_value)
        return torch.cat([found, rest])
    """#
}
