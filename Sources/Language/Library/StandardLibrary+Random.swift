extension StandardLibrary {
  /// Python's own random numbers: the Mersenne Twister, seeded as CPython seeds it.
  static let random = module(
    "random", "Python's own random numbers.",
    [
      "seed", "random", "uniform", "randint", "randrange", "choice", "choices", "sample", "shuffle",
      "gauss", "normalvariate", "getrandbits", "Random", "expovariate", "triangular",
    ],
    #"""
    class Random:
        def __init__(self, x=0):
            self.seed(x)

        def seed(self, a=None, version=2):
            a = 0 if a is None else abs(int(a))
            key = [a & 0xffffffff]
            while a >> 32:
                a = a >> 32
                key.append(a & 0xffffffff)
            mt = [19650218]
            for i in range(1, 624):
                mt.append((1812433253 * (mt[-1] ^ (mt[-1] >> 30)) + i) & 0xffffffff)
            i, j = 1, 0
            for _ in range(max(624, len(key))):
                mt[i] = ((mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1664525)) + key[j] + j) & 0xffffffff
                i, j = i + 1, (j + 1) % len(key)
                if i == 624:
                    mt[0] = mt[623]
                    i = 1
            for _ in range(623):
                mt[i] = ((mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1566083941)) - i) & 0xffffffff
                i = i + 1
                if i == 624:
                    mt[0] = mt[623]
                    i = 1
            mt[0] = 0x80000000
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

        def random(self):
            a, b = self._word() >> 5, self._word() >> 6
            return (a * 67108864.0 + b) / 9007199254740992.0

        def getrandbits(self, k):
            if k <= 32:
                return self._word() >> (32 - k)
            low = self._word()
            return low | (self.getrandbits(k - 32) << 32)

        def _below(self, n):
            k = n.bit_length()
            r = self.getrandbits(k)
            while r >= n:
                r = self.getrandbits(k)
            return r

        def uniform(self, a, b):
            return a + (b - a) * self.random()

        def randrange(self, start, stop=None, step=1):
            if stop is None:
                start, stop = 0, start
            width = stop - start
            n = (width + step - (1 if step > 0 else -1)) // step
            if n <= 0:
                raise ValueError('empty range for randrange()' if step != 1 else f'empty range for randrange() ({start}, {stop}, {width})')
            return start + step * self._below(n)

        def randint(self, a, b):
            return self.randrange(a, b + 1)

        def choice(self, seq):
            if not len(seq):
                raise IndexError('Cannot choose from an empty sequence')
            return seq[self._below(len(seq))]

        def choices(self, population, weights=None, *, cum_weights=None, k=1):
            n = len(population)
            if weights is None and cum_weights is None:
                return [population[math.floor(self.random() * n)] for _ in range(k)]
            totals = cum_weights
            if totals is None:
                totals, total = [], 0
                for w in weights:
                    total = total + w
                    totals.append(total)
            result = []
            for _ in range(k):
                x = self.random() * (totals[-1] + 0.0)
                i = 0
                while i < n - 1 and x >= totals[i]:
                    i = i + 1
                result.append(population[i])
            return result

        def shuffle(self, x):
            for i in reversed(range(1, len(x))):
                j = self._below(i + 1)
                x[i], x[j] = x[j], x[i]

        def sample(self, population, k, *, counts=None):
            population = list(population)
            n = len(population)
            if not 0 <= k <= n:
                raise ValueError('Sample larger than population or is negative')
            size = 21
            if k > 5:
                size = size + 4 ** math.ceil(math.log(k * 3, 4))
            if n <= size:
                pool, result = list(population), []
                for i in range(k):
                    j = self._below(n - i)
                    result.append(pool[j])
                    pool[j] = pool[n - i - 1]
                return result
            chosen, result = set(), []
            for i in range(k):
                j = self._below(n)
                while j in chosen:
                    j = self._below(n)
                chosen.add(j)
                result.append(population[j])
            return result

        def gauss(self, mu=0.0, sigma=1.0):
            z, self._spare = self._spare, None
            if z is None:
                angle = self.random() * (2 * math.pi)
                length = math.sqrt(-2.0 * math.log(1.0 - self.random()))
                z = math.cos(angle) * length
                self._spare = math.sin(angle) * length
            return mu + z * sigma

        def normalvariate(self, mu=0.0, sigma=1.0):
            while True:
                u1 = self.random()
                u2 = 1.0 - self.random()
                z = 4 * math.exp(-0.5) / math.sqrt(2.0) * (u1 - 0.5) / u2
                if z * z / 4.0 <= -math.log(u2):
                    return mu + z * sigma

        def expovariate(self, lambd=1.0):
            return -math.log(1.0 - self.random()) / lambd

        def triangular(self, low=0.0, high=1.0, mode=None):
            u = self.random()
            c = 0.5 if mode is None else (mode - low) / (high - low)
            if u > c:
                u, c, low, high = 1.0 - u, 1.0 - c, high, low
            return low + (high - low) * math.sqrt(u * c)

    _standard = Random()
    seed = _standard.seed
    random = _standard.random
    uniform = _standard.uniform
    randrange = _standard.randrange
    randint = _standard.randint
    choice = _standard.choice
    choices = _standard.choices
    sample = _standard.sample
    shuffle = _standard.shuffle
    gauss = _standard.gauss
    normalvariate = _standard.normalvariate
    getrandbits = _standard.getrandbits
    expovariate = _standard.expovariate
    triangular = _standard.triangular
    """#)
}
