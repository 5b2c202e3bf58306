/// Functions of whole arrays.
extension Numpy {
  static let functions = #"""
    def _reduced(t, axis, keepdims, function):
        return _result(function(t, _axes(t, axis), keepdims) if t.dim() else t)

    def np_sum(a, axis=None, dtype=None, keepdims=False):
        t = _tensor(a, _kind(dtype))
        return _reduced(t, axis, keepdims, lambda t, d, k: t.sum(dim=d, keepdim=k))

    def mean(a, axis=None, dtype=None, keepdims=False):
        return _reduced(_floating(a), axis, keepdims, lambda t, d, k: t.mean(dim=d, keepdim=k))

    def var(a, axis=None, ddof=0, keepdims=False):
        return _reduced(_floating(a), axis, keepdims, lambda t, d, k: t.var(dim=d, correction=ddof, keepdim=k))

    def std(a, axis=None, ddof=0, keepdims=False):
        return _reduced(_floating(a), axis, keepdims, lambda t, d, k: t.std(dim=d, correction=ddof, keepdim=k))

    def median(a, axis=None):
        t = _floating(a)
        t = t.reshape(-1) if axis is None else t
        return _result(t.quantile(0.5, dim=0 if axis is None else axis))

    def prod(a, axis=None, keepdims=False):
        t = _tensor(a)
        return _result(t.prod() if axis is None else t.prod(dim=axis, keepdim=keepdims))

    def np_max(a, axis=None, keepdims=False):
        t = _tensor(a)
        if t.numel() == 0:
            raise ValueError('zero-size array to reduction operation maximum which has no identity')
        return _reduced(t, axis, keepdims, lambda t, d, k: t.amax(dim=d, keepdim=k))

    def np_min(a, axis=None, keepdims=False):
        t = _tensor(a)
        if t.numel() == 0:
            raise ValueError('zero-size array to reduction operation minimum which has no identity')
        return _reduced(t, axis, keepdims, lambda t, d, k: t.amin(dim=d, keepdim=k))

    def _first(name, function):
        def apply(a, axis=None):
            t = _tensor(a)
            if t.numel() == 0:
                raise ValueError(f'attempt to get {name} of an empty sequence')
            t = t.to(torch.int64) if t.dtype == torch.bool else t
            return _result(function(t.reshape(-1), 0) if axis is None else function(t, axis))
        return apply

    argmax = _first('argmax', lambda t, d: t.argmax(dim=d))
    argmin = _first('argmin', lambda t, d: t.argmin(dim=d))

    def np_any(a, axis=None, keepdims=False):
        t = _tensor(a).to(torch.bool)
        return _result(t.any() if axis is None else t.any(dim=axis, keepdim=keepdims))

    def np_all(a, axis=None, keepdims=False):
        t = _tensor(a).to(torch.bool)
        return _result(t.all() if axis is None else t.all(dim=axis, keepdim=keepdims))

    def cumsum(a, axis=None):
        t = _tensor(a)
        return _made(t.reshape(-1).cumsum(0) if axis is None else t.cumsum(axis))

    def sort(a, axis=-1):
        return _made(_tensor(a).sort(dim=axis).values)

    def argsort(a, axis=-1):
        return _made(_tensor(a).argsort(dim=axis, stable=True))

    def unique(ar, return_counts=False):
        values, counts = torch.unique(_tensor(ar), return_counts=True)
        return (_made(values), _made(counts)) if return_counts else _made(values)

    def bincount(x, minlength=0):
        return _made(torch.bincount(_tensor(x), minlength=minlength))

    def nonzero(a):
        return tuple(_made(t) for t in torch.nonzero(_tensor(a), as_tuple=True))

    def where(condition, x=None, y=None):
        if x is None:
            return nonzero(condition)
        a, b = _pair(x, y)
        return _result(torch.where(_tensor(condition).to(torch.bool), a, b))

    def clip(a, a_min=None, a_max=None):
        return _result(torch.clamp(_tensor(a), a_min, a_max))

    def dot(a, b):
        if isinstance(a, (int, float)) or isinstance(b, (int, float)):
            return multiply(a, b)
        x, y = _tensor(a), _tensor(b)
        if x.dim() and y.dim() and x.shape[-1] != (y.shape[-2] if y.dim() > 1 else y.shape[0]):
            raise ValueError(f"shapes {_shape_text(x)} and {_shape_text(y)} not aligned: {x.shape[-1]} (dim {x.dim() - 1}) != {y.shape[-2] if y.dim() > 1 else y.shape[0]} (dim {y.dim() - 2 if y.dim() > 1 else 0})")
        return _result(_product(x, y))

    def matmul(x1, x2):
        return _result(_product(x1, x2))

    def outer(a, b):
        x, y = _pair(_made(_tensor(a)), _made(_tensor(b).reshape(-1)).reshape(1, -1))
        return multiply(_made(_tensor(a).reshape(-1, 1)), _made(_tensor(b).reshape(1, -1)))

    def _joined(arrays):
        parts = [_tensor(a) for a in arrays]
        kind = parts[0].dtype
        for p in parts:
            kind = torch.promote_types(kind, p.dtype)
        return [p.to(kind) for p in parts]

    def concatenate(arrays, axis=0):
        return _made(torch.cat(_joined(arrays), dim=axis))

    def stack(arrays, axis=0):
        return _made(torch.stack(_joined(arrays), dim=axis))

    def vstack(tup):
        return _made(torch.cat([t if t.dim() > 1 else t.reshape(1, -1) for t in _joined(tup)], dim=0))

    def hstack(tup):
        parts = _joined(tup)
        return _made(torch.cat(parts, dim=0 if parts[0].dim() < 2 else 1))

    def column_stack(tup):
        return _made(torch.cat([t if t.dim() > 1 else t.reshape(-1, 1) for t in _joined(tup)], dim=1))

    def reshape(a, shape):
        return _made(_tensor(a)).reshape(shape)

    def transpose(a, axes=None):
        return _made(_tensor(a)).transpose(*([axes] if axes is not None else []))

    def ravel(a):
        return _made(_tensor(a).reshape(-1))

    def squeeze(a, axis=None):
        return _made(_tensor(a)).squeeze(axis)

    def expand_dims(a, axis):
        return _made(_tensor(a).unsqueeze(axis))

    def repeat(a, repeats, axis=None):
        return _made(_tensor(a).repeat_interleave(repeats, dim=axis))

    def tile(A, reps):
        return _made(torch.tile(_tensor(A), _sizes(reps)))

    def flip(m, axis=None):
        t = _tensor(m)
        return _made(t.flip(*(range(t.dim()) if axis is None else _sizes(axis))))

    def triu(m, k=0):
        return _made(torch.triu(_tensor(m), k))

    def tril(m, k=0):
        return _made(torch.tril(_tensor(m), k))

    def copy(a):
        return array(a)

    def shape(a):
        return tuple(_tensor(a).shape)

    def ndim(a):
        return _tensor(a).dim()

    def size(a):
        return _tensor(a).numel()

    def isclose(a, b, rtol=1e-05, atol=1e-08):
        x, y = _pair(a, b)
        return _result(torch.isclose(x.to(torch.float64), y.to(torch.float64), rtol=rtol, atol=atol))

    def allclose(a, b, rtol=1e-05, atol=1e-08):
        return bool(_tensor(isclose(a, b, rtol, atol)).all())

    def array_equal(a1, a2):
        return torch.equal(_tensor(a1, torch.float64), _tensor(a2, torch.float64))

    def isscalar(element):
        return isinstance(element, (int, float, str))

    def norm(x, ord=None, axis=None, keepdims=False):
        t = _floating(x)
        if axis is None and ord is None:
            return math.sqrt(float((t * t).sum()))
        return _result(torch.linalg.norm(t, ord=ord, dim=axis, keepdim=keepdims))

    def inv(a):
        return _made(torch.linalg.inv(_floating(a)))

    def det(a):
        return float(torch.linalg.det(_floating(a)))

    def solve(a, b):
        return _made(torch.linalg.solve(_floating(a), _floating(b)))

    """#
}
