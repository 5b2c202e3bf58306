/// Functions that make arrays, and those of each element.
extension Numpy {
  static let making = #"""
    pi = math.pi
    e = math.e
    inf = math.inf
    nan = math.nan
    newaxis = None

    def array(object, dtype=None, copy=True, ndmin=0):
        t = _tensor(object, _kind(dtype)).clone()
        while t.dim() < ndmin:
            t = t.unsqueeze(0)
        return _made(t)

    def asarray(a, dtype=None):
        return a if isinstance(a, ndarray) and dtype is None else array(a, dtype)

    def _sizes(shape):
        return (shape,) if isinstance(shape, int) else tuple(shape)

    def zeros(shape, dtype=None):
        return _made(torch.zeros(_sizes(shape), dtype=_kind(dtype) or torch.float64))

    def ones(shape, dtype=None):
        return _made(torch.ones(_sizes(shape), dtype=_kind(dtype) or torch.float64))

    def empty(shape, dtype=None):
        return zeros(shape, dtype)

    def full(shape, fill_value, dtype=None):
        t = _tensor(fill_value, _kind(dtype))
        return _made(t.expand(_sizes(shape)).clone())

    def zeros_like(a, dtype=None):
        return _made(torch.zeros_like(_tensor(a), dtype=_kind(dtype)))

    def ones_like(a, dtype=None):
        return _made(torch.ones_like(_tensor(a), dtype=_kind(dtype)))

    def full_like(a, fill_value, dtype=None):
        return _made(torch.full_like(_tensor(a), fill_value, dtype=_kind(dtype)))

    def eye(N, M=None, dtype=None):
        return _made(torch.eye(N, N if M is None else M, dtype=_kind(dtype) or torch.float64))

    identity = eye

    def diag(v, k=0):
        return _made(torch.diag(_tensor(v), k))

    def arange(*args, dtype=None):
        start, stop, step = (0, args[0], 1) if len(args) == 1 else (args[0], args[1], args[2] if len(args) > 2 else 1)
        kind = torch.float64 if any(isinstance(x, float) for x in (start, stop, step)) else torch.int64
        n = math.ceil((stop - start) / step)
        return _made((torch.arange(n if n > 0 else 0, dtype=kind) * step + start).to(_kind(dtype) or kind))

    def linspace(start, stop, num=50, endpoint=True, dtype=None):
        parts = num - 1 if endpoint else num
        step = (stop - start) / parts if parts > 0 else 0.0
        values = [start + i * step for i in range(num)]
        if endpoint and num > 1:
            values[-1] = float(stop)
        return array([float(v) for v in values], dtype)

    def _each(function, whole=False):
        def apply(x):
            t = _tensor(x)
            return _result(function(t if whole or t.dtype.is_floating_point else t.to(torch.float64)))
        return apply

    exp = _each(torch.exp)
    exp2 = _each(torch.exp2)
    expm1 = _each(torch.expm1)
    log = _each(torch.log)
    log2 = _each(torch.log2)
    log10 = _each(torch.log10)
    log1p = _each(torch.log1p)
    sqrt = _each(torch.sqrt)
    sin = _each(torch.sin)
    cos = _each(torch.cos)
    tan = _each(torch.tan)
    tanh = _each(torch.tanh)
    sinh = _each(torch.sinh)
    cosh = _each(torch.cosh)
    arctan = _each(torch.atan)
    np_abs = _each(torch.abs, True)
    absolute = np_abs
    square = _each(lambda t: t * t, True)
    sign = _each(torch.sign, True)
    negative = _each(torch.neg, True)
    reciprocal = _each(lambda t: 1 / t)
    floor = _each(torch.floor)
    ceil = _each(torch.ceil)
    isnan = _each(torch.isnan)
    isinf = _each(torch.isinf)
    isfinite = _each(torch.isfinite)
    logical_not = _each(lambda t: ~t.to(torch.bool), True)

    def np_round(a, decimals=0):
        return _result(torch.round(_tensor(a), decimals=decimals))

    def _pairwise(function):
        return lambda x1, x2: _result(function(*_pair(x1, x2)))

    add = _pairwise(lambda x, y: x + y)
    subtract = _pairwise(lambda x, y: x - y)
    multiply = _pairwise(lambda x, y: x * y)
    divide = _pairwise(_divide)
    power = _pairwise(_power)
    mod = _pairwise(lambda x, y: x % y)
    maximum = _pairwise(torch.maximum)
    minimum = _pairwise(torch.minimum)
    equal = _pairwise(lambda x, y: x == y)
    greater = _pairwise(lambda x, y: x > y)
    less = _pairwise(lambda x, y: x < y)
    logical_and = _pairwise(lambda x, y: x.to(torch.bool) & y.to(torch.bool))
    logical_or = _pairwise(lambda x, y: x.to(torch.bool) | y.to(torch.bool))

    """#
}
