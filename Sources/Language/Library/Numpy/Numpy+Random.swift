/// `numpy.random`, as its RandomState draws: the same numbers for the same seed.
extension Numpy {
  static let random = #"""
    class _Random:
        def __init__(self):
            self.seed(0)

        def seed(self, seed=None):
            mt = [(0 if seed is None else int(seed)) & 0xffffffff]
            for i in range(1, 624):
                mt.append((1812433253 * (mt[-1] ^ (mt[-1] >> 30)) + i) & 0xffffffff)
            self._mt, self._next, self._spare = mt, 624, None

        def _word(self):
            if self._next == 624:
                mt = self._mt
                for k in range(624):
                    y = (mt[k] & 0x80000000) | (mt[(k + 1) % 624] & 0x7fffffff)
                    mt[k] = mt[(k + 397) % 624] ^ (y >> 1) ^ (0x9908b0df if y & 1 else 0)
                self._next = 0
            y = self._mt[self._next]
            self._next = self._next + 1
            y = y ^ (y >> 11)
            y = y ^ ((y << 7) & 0x9d2c5680)
            y = y ^ ((y << 15) & 0xefc60000)
            return y ^ (y >> 18)

        def _double(self):
            a, b = self._word() >> 5, self._word() >> 6
            return (a * 67108864.0 + b) / 9007199254740992.0

        def _gauss(self):
            if self._spare is not None:
                x, self._spare = self._spare, None
                return x
            while True:
                a = 2.0 * self._double() - 1.0
                b = 2.0 * self._double() - 1.0
                r = a * a + b * b
                if 0.0 < r < 1.0:
                    break
            f = math.sqrt(-2.0 * math.log(r) / r)
            self._spare = f * a
            return f * b

        def _upto(self, largest):
            mask = (1 << largest.bit_length()) - 1
            value = self._word() & mask
            while value > largest:
                value = self._word() & mask
            return value

        def _many(self, draw, size, kind=torch.float64):
            if size is None:
                return draw()
            sizes = _sizes(size)
            return _made(torch.tensor([draw() for _ in range(math.prod(sizes))], dtype=kind).reshape(sizes))

        def random(self, size=None):
            return self._many(self._double, size)

        random_sample = random

        def rand(self, *shape):
            return self._many(self._double, shape or None)

        def randn(self, *shape):
            return self._many(self._gauss, shape or None)

        def standard_normal(self, size=None):
            return self._many(self._gauss, size)

        def normal(self, loc=0.0, scale=1.0, size=None):
            return self._many(lambda: loc + scale * self._gauss(), size)

        def uniform(self, low=0.0, high=1.0, size=None):
            return self._many(lambda: low + (high - low) * self._double(), size)

        def randint(self, low, high=None, size=None, dtype=None):
            if high is None:
                low, high = 0, low
            if high <= low:
                raise ValueError('low >= high')
            return self._many(lambda: low + (self._upto(high - low - 1) if high - low > 1 else 0), size, torch.int64)

        def shuffle(self, x):
            for i in range(len(x) - 1, 0, -1):
                j = self._upto(i)
                if isinstance(x, ndarray):
                    x[[i, j]] = x[[j, i]]
                else:
                    x[i], x[j] = x[j], x[i]

        def permutation(self, x):
            order = list(range(x if isinstance(x, int) else len(x)))
            self.shuffle(order)
            places = _made(torch.tensor(order, dtype=torch.int64))
            return places if isinstance(x, int) else array(x)[places]

        def choice(self, a, size=None, replace=True, p=None):
            items = arange(a) if isinstance(a, int) else array(a)
            n = len(items)
            if p is not None:
                sums = cumsum(_floating(p))
                sums = sums / sums[-1]
                def draw():
                    u = self._double()
                    return int((sums._t <= u).sum())
                places = self._many(draw, size, torch.int64)
            elif replace or size is None:
                places = self.randint(0, n, size)
            else:
                if math.prod(_sizes(size)) > n:
                    raise ValueError("Cannot take a larger sample than population when 'replace=False'")
                places = self.permutation(n)[:math.prod(_sizes(size))].reshape(_sizes(size))
            return items[places]

    _random = _Random()

    random_seed = _random.seed
    random_random = _random.random
    random_random_sample = _random.random_sample
    random_rand = _random.rand
    random_randn = _random.randn
    random_standard_normal = _random.standard_normal
    random_normal = _random.normal
    random_uniform = _random.uniform
    random_randint = _random.randint
    random_shuffle = _random.shuffle
    random_permutation = _random.permutation
    random_choice = _random.choice

    """#
}
