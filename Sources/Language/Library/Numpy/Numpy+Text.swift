/// How numpy writes arrays: the fewest digits, one width, lines of 75 columns.
extension Numpy {
  static let text = #"""
    def _digits32(x):
        for n in range(9):
            text = f'{x:.{n}e}'
            if torch.tensor(float(text)).item() == x:
                return text
        return f'{x:.9e}'

    def _scientific(x, is32):
        # The fewest digits that mean this number, as mantissa and exponent.
        if is32:
            text = _digits32(x)
        else:
            for n in range(18):
                text = f'{x:.{n}e}'
                if float(text) == x:
                    break
        mantissa, exponent = text.split('e')
        whole, _, fraction = mantissa.partition('.')
        if len(fraction) > 8:
            mantissa, exponent = f'{x:.8e}'.split('e')
            whole, _, fraction = mantissa.partition('.')
        return whole, fraction.rstrip('0'), exponent

    def _positional(x, is32):
        if is32:
            mantissa, exponent = _digits32(x).split('e')
            digits = max(0, len(mantissa.lstrip('-').replace('.', '')) - 1 - int(exponent))
            text = f'{x:.{min(digits, 8)}f}'
        else:
            text = repr(x)
            if 'e' in text or len(text.partition('.')[2]) > 8:
                text = f'{x:.8f}'
        whole, _, fraction = text.partition('.')
        return whole, fraction.rstrip('0')

    class _Floats:
        def __init__(self, values, is32):
            self.is32 = is32
            finite = [x for x in values if x == x and abs(x) != math.inf]
            sizes = [abs(x) for x in finite if x != 0]
            self.exponential = bool(sizes) and (max(sizes) >= 1e8 or min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000)
            if self.exponential:
                parts = [_scientific(x, is32) for x in finite]
                self.right = max([len(p[1]) for p in parts])
                self.left = max([len(p[0]) for p in parts])
                self.exponent = max([len(p[2]) for p in parts])
                width = self.left + self.right + self.exponent + 2
            else:
                parts = [_positional(x, is32) for x in finite]
                self.right = max([len(p[1]) for p in parts] + [0])
                self.left = max([len(p[0]) for p in parts] + [0])
                width = self.left + self.right + 1
            others = [len(self.special(x)) for x in values if not (x == x and abs(x) != math.inf)]
            if others:
                self.left = max(self.left, max(others) - self.right - 1) if not self.exponential else max(self.left, max(others) - self.right - self.exponent - 2)
            self.width = max([width] + others) if finite else max(others + [0])
        def special(self, x):
            return 'nan' if x != x else 'inf' if x > 0 else '-inf'
        def __call__(self, x):
            if not (x == x and abs(x) != math.inf):
                return self.special(x).rjust(self.width)
            if self.exponential:
                whole, fraction, exponent = _scientific(x, self.is32)
                return whole.rjust(self.left) + '.' + fraction.ljust(self.right, '0') + 'e' + exponent
            whole, fraction = _positional(x, self.is32)
            return whole.rjust(self.left) + '.' + fraction.ljust(self.right)

    def _formatter(a):
        t = a._t
        flat = _shown(t)
        if t.dtype == torch.bool:
            width = 4 if t.dim() == 0 else 5
            return lambda x: str(x).rjust(width)
        if not t.dtype.is_floating_point:
            width = max([len(str(x)) for x in flat] + [0])
            return lambda x: str(x).rjust(width)
        return _Floats(flat, t.dtype != torch.float64)

    def _shown(t):
        # Of a large array, only the elements at its edges are written.
        if t.numel() > 1000:
            for dim, length in enumerate(t.shape):
                if length > 6:
                    t = torch.cat([t.narrow(dim, 0, 3), t.narrow(dim, length - 3, 3)], dim)
        return t.reshape(-1).tolist()

    def _text(a, separator, prefix, width):
        t = a._t
        if t.dim() == 0:
            return _scalar_text(t)
        if t.numel() == 0:
            return '[' + '[' * 0 + ']'
        write = _formatter(a)
        short = t.numel() > 1000

        def extend(s, line, word, limit, lead):
            if len(line) + len(word) > limit and len(line) > len(lead):
                s += line.rstrip() + '\n'
                line = lead
            return s, line + word

        def block(t, lead, width):
            if t.dim() == 0:
                return write(t.item())
            count = t.shape[0]
            places = list(range(count))
            if short and count > 6:
                places = [0, 1, 2, None, count - 3, count - 2, count - 1]
            s = ''
            if t.dim() == 1:
                limit = width - max(len(separator.rstrip()), 1)
                values = t.tolist()
                line = lead
                for i in places:
                    word = '...' if i is None else write(values[i])
                    s, line = extend(s, line, word, limit, lead)
                    if i != places[-1]:
                        line += separator
                s += line
            else:
                end = separator.rstrip() + '\n' * (t.dim() - 1)
                parts = [lead + ('...' if i is None else block(t[i], lead + ' ', width - 1)) for i in places]
                s = end.join(parts)
            return '[' + s[len(lead):] + ']'

        return block(t, ' ' + ' ' * len(prefix), width)

    def _scalar_text(t):
        x = t.item()
        if t.dtype == torch.float32 or t.dtype == torch.float16:
            if x != x or abs(x) == math.inf or x == 0:
                return repr(x)
            mantissa, exponent = _digits32(x).split('e')
            n = int(exponent)
            if -5 < n < 16:
                digits = max(1, len(mantissa.lstrip('-').replace('.', '')) - 1 - n)
                return f'{x:.{digits}f}'
            return mantissa + 'e' + ('-' if n < 0 else '+') + str(abs(n)).rjust(2, '0')
        return str(x)

    """#
}
