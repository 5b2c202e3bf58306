/// The array itself: a tensor that goes by numpy's rules and names.
extension Numpy {
  static let array = #"""
    class ndarray:
        __module__ = 'numpy'
        def __init__(self, t):
            self._t = t
        shape = property(lambda self: tuple(self._t.shape))
        ndim = property(lambda self: self._t.dim())
        size = property(lambda self: self._t.numel())
        dtype = property(lambda self: _named(self._t.dtype))
        T = property(lambda self: _made(self._t.permute(*reversed(range(self._t.dim()))) if self._t.dim() > 1 else self._t))
        __add__, __radd__ = _over('add', lambda x, y: x | y if x.dtype == torch.bool else x + y)
        __mul__, __rmul__ = _over('multiply', lambda x, y: x & y if x.dtype == torch.bool else x * y)
        __sub__, __rsub__ = _over('subtract', lambda x, y: x - y)
        __truediv__, __rtruediv__ = _over('divide', _divide)
        __floordiv__, __rfloordiv__ = _over('floor_divide', lambda x, y: x // y)
        __mod__, __rmod__ = _over('remainder', lambda x, y: x % y)
        __pow__, __rpow__ = _over('power', _power)
        __and__, __rand__ = _over('bitwise_and', lambda x, y: x & y)
        __or__, __ror__ = _over('bitwise_or', lambda x, y: x | y)
        __xor__, __rxor__ = _over('bitwise_xor', lambda x, y: x ^ y)
        __eq__, _ = _over('equal', lambda x, y: x == y)
        __ne__, _ = _over('not_equal', lambda x, y: x != y)
        __lt__, _ = _over('less', lambda x, y: x < y)
        __le__, _ = _over('less_equal', lambda x, y: x <= y)
        __gt__, _ = _over('greater', lambda x, y: x > y)
        __ge__, _ = _over('greater_equal', lambda x, y: x >= y)
        def __matmul__(self, other):
            return _result(_product(self, other))
        def __rmatmul__(self, other):
            return _result(_product(other, self))
        def __neg__(self):
            return _made(-self._t)
        def __invert__(self):
            return _made(~self._t)
        def __abs__(self):
            return _made(self._t.abs())
        def _change(self, result, name):
            t = result._t
            if t.dtype.is_floating_point and not self._t.dtype.is_floating_point:
                raise TypeError(f"Cannot cast ufunc '{name}' output from dtype('float64') to dtype('{self.dtype.name}') with casting rule 'same_kind'")
            if t.shape != self._t.shape:
                raise ValueError(f"non-broadcastable output operand with shape {_shape_text(self._t)} doesn't match the broadcast shape {_shape_text(t)}")
            self._t[...] = t.to(self._t.dtype)
            return self
        def __iadd__(self, other):
            return self._change(self + other, 'add')
        def __isub__(self, other):
            return self._change(self - other, 'subtract')
        def __imul__(self, other):
            return self._change(self * other, 'multiply')
        def __itruediv__(self, other):
            return self._change(self / other, 'divide')
        def __len__(self):
            if self._t.dim() == 0:
                raise TypeError('len() of unsized object')
            return self._t.shape[0]
        def __iter__(self):
            if self._t.dim() == 0:
                raise TypeError('iteration over a 0-d array')
            return iter([_result(row) for row in self._t])
        def __contains__(self, x):
            return bool((self._t == x).any())
        def __bool__(self):
            if self._t.numel() != 1:
                raise ValueError('The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()')
            return bool(self._t)
        def __float__(self):
            return float(self._t)
        def __int__(self):
            return int(self._t)
        def __format__(self, spec):
            if spec and self._t.dim():
                raise TypeError('unsupported format string passed to numpy.ndarray.__format__')
            return format(self._t.item(), spec) if spec else str(self)
        def _index(self, key):
            def plain(k):
                return k._t if isinstance(k, ndarray) else k
            return tuple(plain(k) for k in key) if isinstance(key, tuple) else plain(key)
        def __getitem__(self, key):
            try:
                if isinstance(key, slice) and key.step is not None and key.step < 0:
                    return _made(self._t[torch.tensor(list(range(len(self)))[key], dtype=torch.int64)])
                if isinstance(key, tuple) and any(isinstance(k, slice) and k.step is not None and k.step < 0 for k in key):
                    t = self._t
                    fixed = []
                    for dim, k in enumerate(key):
                        if isinstance(k, slice) and k.step is not None and k.step < 0:
                            t = t.flip(dim)
                            n = t.shape[dim]
                            start = None if k.start is None else n - 1 - (k.start + n if k.start < 0 else k.start)
                            stop = None if k.stop is None else n - 1 - (k.stop + n if k.stop < 0 else k.stop)
                            k = slice(start, stop, -k.step)
                        fixed.append(k)
                    return _result(t[self._index(tuple(fixed))])
                return _result(self._t[self._index(key)])
            except IndexError as e:
                text = str(e).replace('dimension', 'axis')
                raise IndexError(text) from None
        def __setitem__(self, key, value):
            self._t[self._index(key)] = _tensor(value).to(self._t.dtype)
        def __repr__(self):
            t = self._t
            plain = t.dtype in (torch.float64, torch.int64, torch.bool) and t.numel() > 0
            body = '[]' if t.numel() == 0 else _text(self, ', ', 'array(', 74)
            ends = []
            if t.numel() > 1000 or t.numel() == 0 and self.shape != (0,):
                ends.append(f'shape={self.shape}')
            if not plain:
                ends.append('dtype=' + self.dtype.name)
            if not ends:
                return 'array(' + body + ')'
            end = ', '.join(ends) + ')'
            last = len(body) - (body.rfind('\n') + 1) + (6 if '\n' not in body else 0)
            return 'array(' + body + ',' + ('\n' + ' ' * 6 if last + len(end) + 2 > 75 else ' ') + end
        def __str__(self):
            return '[]' if self._t.numel() == 0 else _text(self, ' ', '', 75)
        def item(self, *place):
            return self._t.item() if not place else self._t.reshape(-1)[place[0]].item() if len(place) == 1 else self._t[place].item()
        def tolist(self):
            return self._t.tolist()
        def copy(self):
            return _made(self._t.clone())
        def astype(self, kind):
            return _made(self._t.to(_kind(kind)).clone())
        def reshape(self, *shape):
            shape = shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
            try:
                return _made(self._t.reshape(*shape))
            except RuntimeError:
                raise ValueError(f"cannot reshape array of size {self._t.numel()} into shape {'(' + ','.join(str(n) for n in shape) + (',)' if len(shape) == 1 else ')')}") from None
        def flatten(self):
            return _made(self._t.reshape(-1).clone())
        def ravel(self):
            return _made(self._t.reshape(-1))
        def transpose(self, *axes):
            axes = axes[0] if len(axes) == 1 and isinstance(axes[0], (tuple, list)) else axes
            return _made(self._t.permute(*axes)) if axes else self.T
        def squeeze(self, axis=None):
            return _made(self._t.squeeze() if axis is None else self._t.squeeze(axis))
        def fill(self, value):
            self._t.fill_(value)
        def sort(self, axis=-1):
            self._t[...] = self._t.sort(dim=axis).values
        def dot(self, other):
            return dot(self, other)
        def sum(self, axis=None, keepdims=False):
            return np_sum(self, axis, keepdims=keepdims)
        def mean(self, axis=None, keepdims=False):
            return mean(self, axis, keepdims=keepdims)
        def prod(self, axis=None, keepdims=False):
            return prod(self, axis, keepdims=keepdims)
        def std(self, axis=None, ddof=0, keepdims=False):
            return std(self, axis, ddof=ddof, keepdims=keepdims)
        def var(self, axis=None, ddof=0, keepdims=False):
            return var(self, axis, ddof=ddof, keepdims=keepdims)
        def max(self, axis=None, keepdims=False):
            return np_max(self, axis, keepdims=keepdims)
        def min(self, axis=None, keepdims=False):
            return np_min(self, axis, keepdims=keepdims)
        def argmax(self, axis=None):
            return argmax(self, axis)
        def argmin(self, axis=None):
            return argmin(self, axis)
        def argsort(self, axis=-1):
            return argsort(self, axis)
        def any(self, axis=None, keepdims=False):
            return np_any(self, axis, keepdims=keepdims)
        def all(self, axis=None, keepdims=False):
            return np_all(self, axis, keepdims=keepdims)
        def cumsum(self, axis=None):
            return cumsum(self, axis)
        def clip(self, a_min=None, a_max=None):
            return clip(self, a_min, a_max)
        def round(self, decimals=0):
            return np_round(self, decimals)
        def nonzero(self):
            return nonzero(self)

    """#
}
