extension StandardLibrary {
  static let itertools = module(
    "itertools", "Loops put together.",
    [
      "chain", "product", "combinations", "permutations", "combinations_with_replacement",
      "accumulate", "islice", "count", "cycle", "repeat", "zip_longest", "takewhile", "dropwhile",
      "groupby", "pairwise", "starmap", "compress", "filterfalse", "tee",
    ],
    #"""
    class chain:
        def __init__(self, *iterables):
            self.iterables = iterables
        def __iter__(self):
            for iterable in self.iterables:
                for item in iterable:
                    yield item
        @staticmethod
        def from_iterable(iterables):
            return chain(*iterables)

    def product(*iterables, repeat=1):
        pools = [tuple(p) for p in iterables] * repeat
        rows = [()]
        for pool in pools:
            rows = [row + (item,) for row in rows for item in pool]
        return iter(rows)

    def combinations(iterable, r):
        pool = tuple(iterable)
        def pick(start, left):
            if left == 0:
                yield ()
                return
            for i in range(start, len(pool) - left + 1):
                for rest in pick(i + 1, left - 1):
                    yield (pool[i],) + rest
        return pick(0, r)

    def combinations_with_replacement(iterable, r):
        pool = tuple(iterable)
        def pick(start, left):
            if left == 0:
                yield ()
                return
            for i in range(start, len(pool)):
                for rest in pick(i, left - 1):
                    yield (pool[i],) + rest
        return pick(0, r)

    def permutations(iterable, r=None):
        pool = tuple(iterable)
        r = len(pool) if r is None else r
        def pick(used, left):
            if left == 0:
                yield ()
                return
            for i in range(len(pool)):
                if i not in used:
                    for rest in pick(used + (i,), left - 1):
                        yield (pool[i],) + rest
        return pick((), r)

    def accumulate(iterable, func=None, *, initial=None):
        total = initial
        begun = initial is not None
        if begun:
            yield total
        for item in iterable:
            total = item if not begun else total + item if func is None else func(total, item)
            begun = True
            yield total

    def islice(iterable, *args):
        s = slice(*args)
        start, step = s.start or 0, s.step or 1
        if s.stop is not None and s.stop <= start:
            return
        following = start
        for i, item in enumerate(iterable):
            if i == following:
                yield item
                following = following + step
            if s.stop is not None and i + 1 >= s.stop:
                return

    def count(start=0, step=1):
        while True:
            yield start
            start = start + step

    def cycle(iterable):
        items = list(iterable)
        while items:
            for item in items:
                yield item

    def repeat(object, times=None):
        while times is None or times > 0:
            yield object
            if times is not None:
                times = times - 1

    def zip_longest(*iterables, fillvalue=None):
        lists = [list(i) for i in iterables]
        for i in range(max([len(l) for l in lists], default=0)):
            yield tuple(l[i] if i < len(l) else fillvalue for l in lists)

    def takewhile(predicate, iterable):
        for item in iterable:
            if not predicate(item):
                return
            yield item

    def dropwhile(predicate, iterable):
        dropping = True
        for item in iterable:
            dropping = dropping and predicate(item)
            if not dropping:
                yield item

    def groupby(iterable, key=None):
        groups = []
        for item in iterable:
            k = item if key is None else key(item)
            if not groups or groups[-1][0] != k:
                groups.append((k, []))
            groups[-1][1].append(item)
        for k, items in groups:
            yield k, iter(items)

    def pairwise(iterable):
        items = list(iterable)
        return iter(list(zip(items, items[1:])))

    def starmap(function, iterable):
        for args in iterable:
            yield function(*args)

    def compress(data, selectors):
        return iter([d for d, s in zip(data, selectors) if s])

    def filterfalse(predicate, iterable):
        return iter([x for x in iterable if not (predicate(x) if predicate else x)])

    def tee(iterable, n=2):
        items = list(iterable)
        return tuple(iter(items) for _ in range(n))
    """#)

  static let `operator` = module(
    "operator", "Operators as functions.",
    [
      "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "neg", "eq", "ne", "lt", "le", "gt",
      "ge", "itemgetter", "attrgetter", "matmul", "and_", "or_", "not_",
    ],
    #"""
    add = lambda a, b: a + b
    sub = lambda a, b: a - b
    mul = lambda a, b: a * b
    truediv = lambda a, b: a / b
    floordiv = lambda a, b: a // b
    mod = lambda a, b: a % b
    pow = lambda a, b: a ** b
    matmul = lambda a, b: a @ b
    neg = lambda a: -a
    not_ = lambda a: not a
    and_ = lambda a, b: a & b
    or_ = lambda a, b: a | b
    eq = lambda a, b: a == b
    ne = lambda a, b: a != b
    lt = lambda a, b: a < b
    le = lambda a, b: a <= b
    gt = lambda a, b: a > b
    ge = lambda a, b: a >= b

    def itemgetter(*items):
        if len(items) == 1:
            return lambda x: x[items[0]]
        return lambda x: tuple(x[i] for i in items)

    def attrgetter(*names):
        def get(x, path):
            for name in path.split('.'):
                x = getattr(x, name)
            return x
        if len(names) == 1:
            return lambda x: get(x, names[0])
        return lambda x: tuple(get(x, name) for name in names)
    """#)
}
