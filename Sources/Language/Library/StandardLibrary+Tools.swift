/// Modules that programs about networks import for their surroundings.
extension StandardLibrary {
  static let contextlib = module(
    "contextlib", "What stands after `with`, made of functions.",
    ["contextmanager", "nullcontext", "suppress", "closing"],
    #"""
    class _Context:
        def __init__(self, generator):
            self.generator = generator
        def __enter__(self):
            return next(self.generator)
        def __exit__(self, kind, value, traceback):
            if kind is None:
                try:
                    next(self.generator)
                except StopIteration:
                    return False
                raise RuntimeError("generator didn't stop")
            try:
                self.generator.throw(value)
            except StopIteration:
                return True
            raise RuntimeError("generator didn't stop after throw()")

    def contextmanager(function):
        def made(*args, **keywords):
            return _Context(function(*args, **keywords))
        made.__name__ = function.__name__
        made.__doc__ = function.__doc__
        return made

    class nullcontext:
        def __init__(self, enter_result=None):
            self.enter_result = enter_result
        def __enter__(self):
            return self.enter_result
        def __exit__(self, *exc):
            return False

    class suppress:
        def __init__(self, *kinds):
            self.kinds = kinds
        def __enter__(self):
            return None
        def __exit__(self, kind, value, traceback):
            return kind is not None and issubclass(kind, self.kinds)

    class closing:
        def __init__(self, thing):
            self.thing = thing
        def __enter__(self):
            return self.thing
        def __exit__(self, *exc):
            self.thing.close()
            return False
    """#)

  static let types = module(
    "types", "Plain objects.", ["SimpleNamespace"],
    #"""
    class SimpleNamespace:
        def __init__(self, **keywords):
            for name in keywords:
                setattr(self, name, keywords[name])
        def __repr__(self):
            return 'namespace(' + ', '.join(f"{k}={v!r}" for k, v in vars(self).items()) + ')'
        def __eq__(self, other):
            return isinstance(other, SimpleNamespace) and vars(self) == vars(other)
    """#)

  static let argparse = module(
    "argparse", "Settings of a program; nothing is read from a command line.",
    ["ArgumentParser", "Namespace"],
    #"""
    class Namespace:
        def __init__(self, **keywords):
            for name in keywords:
                setattr(self, name, keywords[name])
        def __repr__(self):
            return 'Namespace(' + ', '.join(f"{k}={v!r}" for k, v in vars(self).items()) + ')'
        def __eq__(self, other):
            return isinstance(other, Namespace) and vars(self) == vars(other)
        def __contains__(self, name):
            return name in vars(self)

    class ArgumentParser:
        def __init__(self, *args, **options):
            self.known = []
        def add_argument(self, *names, default=None, type=None, action=None, dest=None, **options):
            long = [n for n in names if n.startswith('--')] or list(names)
            name = dest or long[0].lstrip('-').replace('-', '_')
            if action == 'store_true' and default is None:
                default = False
            if action == 'store_false' and default is None:
                default = True
            if type is not None and isinstance(default, str):
                default = type(default)
            self.known.append((name, names, default, type, action))
        def set_defaults(self, **values):
            self.known = [(n, names, values.get(n, d), t, a) for n, names, d, t, a in self.known]
        def parse_args(self, args=None, namespace=None):
            found = {name: default for name, names, default, type, action in self.known}
            words = list(args or [])
            while words:
                word = words.pop(0)
                value = None
                if word.startswith('--') and '=' in word:
                    word, value = word.split('=', 1)
                match = [k for k in self.known if word in k[1]]
                if not match:
                    raise SystemExit(2)
                name, names, default, type, action = match[0]
                if action in ('store_true', 'store_false'):
                    found[name] = action == 'store_true'
                else:
                    value = words.pop(0) if value is None else value
                    found[name] = type(value) if type is not None else value
            return Namespace(**found)
        def parse_known_args(self, args=None):
            return self.parse_args(args), []
    """#)

  static let string = module(
    "string", "Letters and digits.",
    [
      "ascii_lowercase", "ascii_uppercase", "ascii_letters", "digits", "hexdigits", "punctuation",
      "whitespace",
    ],
    #"""
    ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
    ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    ascii_letters = ascii_lowercase + ascii_uppercase
    digits = '0123456789'
    hexdigits = digits + 'abcdef' + 'ABCDEF'
    punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
    whitespace = ' \t\n\r\v\f'
    """#)

  static let statistics = module(
    "statistics", "Averages and spread of lists of numbers.",
    [
      "mean", "fmean", "median", "median_low", "median_high", "mode", "variance", "pvariance",
      "stdev", "pstdev", "StatisticsError",
    ],
    #"""
    class StatisticsError(ValueError):
        pass

    def _listed(data, name, least=1):
        items = list(data)
        if len(items) < least:
            raise StatisticsError(f"{name} requires at least {'one data point' if least == 1 else 'two data points'}")
        return items

    def mean(data):
        items = _listed(data, 'mean')
        if all(isinstance(x, int) for x in items):
            total = sum(items)
            return total // len(items) if total % len(items) == 0 else total / len(items)
        return math.fsum(items) / len(items)

    def fmean(data):
        items = _listed(data, 'fmean')
        return math.fsum(items) / len(items)

    def median(data):
        items = sorted(_listed(data, 'median'))
        half = len(items) // 2
        return items[half] if len(items) % 2 else (items[half - 1] + items[half]) / 2

    def median_low(data):
        items = sorted(_listed(data, 'median_low'))
        return items[(len(items) - 1) // 2]

    def median_high(data):
        items = sorted(_listed(data, 'median_high'))
        return items[len(items) // 2]

    def mode(data):
        counts = {}
        for x in _listed(data, 'mode'):
            counts[x] = counts.get(x, 0) + 1
        return max(counts, key=counts.get)

    def _spread(items, count):
        middle = math.fsum(items) / len(items)
        total = math.fsum([(x - middle) ** 2 for x in items])
        if all(isinstance(x, int) for x in items) and total % count == 0:
            return int(total) // count
        return total / count

    def variance(data):
        items = _listed(data, 'variance', 2)
        return _spread(items, len(items) - 1)

    def pvariance(data):
        items = _listed(data, 'pvariance')
        return _spread(items, len(items))

    def stdev(data):
        return math.sqrt(variance(data))

    def pstdev(data):
        return math.sqrt(pvariance(data))
    """#)

  static let bisect = module(
    "bisect", "Places in sorted lists.",
    ["bisect", "bisect_left", "bisect_right", "insort", "insort_left", "insort_right"],
    #"""
    def bisect_left(a, x, lo=0, hi=None):
        hi = len(a) if hi is None else hi
        while lo < hi:
            mid = (lo + hi) // 2
            if a[mid] < x:
                lo = mid + 1
            else:
                hi = mid
        return lo

    def bisect_right(a, x, lo=0, hi=None):
        hi = len(a) if hi is None else hi
        while lo < hi:
            mid = (lo + hi) // 2
            if x < a[mid]:
                hi = mid
            else:
                lo = mid + 1
        return lo

    bisect = bisect_right

    def insort_left(a, x):
        a.insert(bisect_left(a, x), x)

    def insort_right(a, x):
        a.insert(bisect_right(a, x), x)

    insort = insort_right
    """#)
}
