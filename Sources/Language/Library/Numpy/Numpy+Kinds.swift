/// Kinds of number, and what becomes of operands that differ in kind or shape.
extension Numpy {
  static let kinds = #"""
    class dtype:
        def __init__(self, name, kind):
            self.name = name
            self.kind = kind
        def __call__(self, x=0):
            return array(x, dtype=self) if isinstance(x, (list, tuple, ndarray)) else _made(torch.tensor(x, dtype=self.kind)).item()
        def __eq__(self, other):
            return _kind(other) == self.kind
        def __hash__(self):
            return hash(self.name)
        def __repr__(self):
            return f"dtype('{self.name}')"
        def __str__(self):
            return self.name

    float64 = dtype('float64', torch.float64)
    float32 = dtype('float32', torch.float32)
    float16 = dtype('float16', torch.float16)
    int64 = dtype('int64', torch.int64)
    int32 = dtype('int32', torch.int32)
    int16 = dtype('int16', torch.int16)
    int8 = dtype('int8', torch.int8)
    uint8 = dtype('uint8', torch.uint8)
    bool_ = dtype('bool', torch.bool)
    int_ = int64
    double = float64
    _dtypes = [float64, float32, float16, int64, int32, int16, int8, uint8, bool_]

    def _kind(d):
        if d is None or isinstance(d, torch.dtype):
            return d
        if isinstance(d, dtype):
            return d.kind
        if d is float or d == 'float':
            return torch.float64
        if d is int or d == 'int':
            return torch.int64
        if d is bool or d == 'bool':
            return torch.bool
        for known in _dtypes:
            if known.name == d:
                return known.kind
        raise TypeError(f"data type {d!r} not understood")

    def _named(kind):
        for known in _dtypes:
            if known.kind == kind:
                return known
        raise TypeError(f"numpy has no kind {kind}")

    def _made(t):
        return ndarray(t)

    def _result(t):
        # A result without dimensions is a number.
        return t.item() if t.dim() == 0 else _made(t)

    def _tensor(x, kind=None):
        if isinstance(x, ndarray):
            t = x._t
        elif isinstance(x, torch.Tensor):
            t = x.detach()
        elif isinstance(x, (bool, int, float)):
            t = torch.tensor(x, dtype=torch.bool if isinstance(x, bool) else torch.int64 if isinstance(x, int) else torch.float64)
        else:
            t = _stacked(x)
        return t if kind is None or t.dtype == kind else t.to(kind)

    def _stacked(x):
        items = list(x)
        if not items:
            return torch.zeros(0, dtype=torch.float64)
        if all(isinstance(v, (bool, int, float)) for v in items):
            if all(isinstance(v, bool) for v in items):
                return torch.tensor(items)
            if any(isinstance(v, float) for v in items):
                return torch.tensor([float(v) for v in items], dtype=torch.float64)
            return torch.tensor([int(v) for v in items], dtype=torch.int64)
        parts = [_tensor(v) for v in items]
        if any(p.shape != parts[0].shape for p in parts):
            raise ValueError(f"setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was ({len(items)},) + inhomogeneous part.")
        kind = parts[0].dtype
        for p in parts:
            kind = torch.promote_types(kind, p.dtype)
        return torch.stack([p.to(kind) for p in parts])

    def _pair(a, b):
        # Plain numbers take the array's kind where they fit it.
        if isinstance(a, (bool, int, float)) and not isinstance(b, (bool, int, float)):
            y, x = _pair(b, a)
            return x, y
        x = _tensor(a)
        if isinstance(b, (bool, int, float)):
            if isinstance(b, float) and not x.dtype.is_floating_point:
                return x.to(torch.float64), torch.tensor(b, dtype=torch.float64)
            if isinstance(b, int) and not isinstance(b, bool) and x.dtype == torch.bool:
                return x.to(torch.int64), torch.tensor(b)
            return x, torch.tensor(b, dtype=x.dtype) if not isinstance(b, bool) or x.dtype == torch.bool else torch.tensor(int(b), dtype=x.dtype)
        y = _tensor(b)
        if x.dtype != y.dtype:
            kind = torch.promote_types(x.dtype, y.dtype)
            if kind == torch.float32 and torch.int64 in (x.dtype, y.dtype):
                kind = torch.float64
            x, y = x.to(kind), y.to(kind)
        try:
            torch.broadcast_shapes(x.shape, y.shape)
        except RuntimeError:
            raise ValueError(f"operands could not be broadcast together with shapes {_shape_text(x)} {_shape_text(y)} ") from None
        return x, y

    def _shape_text(t):
        return '(' + ','.join(str(n) for n in t.shape) + (',)' if t.dim() == 1 else ')')

    def _floating(x):
        t = _tensor(x)
        return t if t.dtype.is_floating_point else t.to(torch.float64)

    def _over(name, function):
        def method(self, other):
            if not isinstance(other, (ndarray, bool, int, float, list, tuple, torch.Tensor)):
                return NotImplemented
            return _result(function(*_pair(self, other)))
        def reflected(self, other):
            if not isinstance(other, (ndarray, bool, int, float, list, tuple, torch.Tensor)):
                return NotImplemented
            return _result(function(*_pair(other, self)))
        return method, reflected

    def _divide(x, y):
        if not x.dtype.is_floating_point:
            x, y = x.to(torch.float64), y.to(torch.float64)
        return x / y

    def _power(x, y):
        if not x.dtype.is_floating_point and (y < 0).any():
            raise ValueError('Integers to negative integer powers are not allowed.')
        return x ** y

    def _product(a, b):
        x, y = _tensor(a), _tensor(b)
        if x.dim() == 0 or y.dim() == 0:
            raise ValueError('matmul: Input operand 0 does not have enough dimensions')
        kind = torch.promote_types(x.dtype, y.dtype)
        if kind == torch.float32 and torch.int64 in (x.dtype, y.dtype):
            kind = torch.float64
        inner = y.shape[-2] if y.dim() > 1 else y.shape[0]
        if x.shape[-1] != inner:
            raise ValueError(f"matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size {inner} is different from {x.shape[-1]})")
        return torch.matmul(x.to(kind), y.to(kind))

    def _axes(x, axis):
        return tuple(range(x.dim())) if axis is None else axis

    """#
}
