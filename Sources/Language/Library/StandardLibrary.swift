/// Modules of Python's standard library that programs about networks import.
enum StandardLibrary {
  static let functools = module(
    "functools", "Functions on functions.",
    ["reduce", "partial", "wraps", "lru_cache", "cache", "cmp_to_key", "total_ordering"],
    #"""
    _missing = object()

    def reduce(function, iterable, initial=_missing):
        items = iter(iterable)
        if initial is _missing:
            result = next(items, _missing)
            if result is _missing:
                raise TypeError('reduce() of empty iterable with no initial value')
        else:
            result = initial
        for item in items:
            result = function(result, item)
        return result

    class partial:
        def __init__(self, func, /, *args, **keywords):
            self.func = func
            self.args = args
            self.keywords = keywords
        def __call__(self, *args, **keywords):
            return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def wraps(wrapped):
        def decorate(wrapper):
            wrapper.__name__ = wrapped.__name__
            wrapper.__doc__ = wrapped.__doc__
            wrapper.__wrapped__ = wrapped
            return wrapper
        return decorate

    def cache(function, maxsize=None):
        known = {}
        counts = [0, 0]
        def wrapper(*args, **keywords):
            key = (args, tuple(sorted(keywords.items()))) if keywords else args
            if key in known:
                counts[0] += 1
                if maxsize is not None:
                    known[key] = known.pop(key)
                return known[key]
            counts[1] += 1
            result = function(*args, **keywords)
            known[key] = result
            if maxsize is not None and len(known) > maxsize:
                del known[next(iter(known))]
            return result
        def cache_info():
            from collections import namedtuple
            return namedtuple('CacheInfo', 'hits misses maxsize currsize')(*counts, maxsize, len(known))
        def cache_clear():
            known.clear()
            counts[:] = [0, 0]
        wrapper.__name__ = function.__name__
        wrapper.__doc__ = function.__doc__
        wrapper.__wrapped__ = function
        wrapper.cache_info = cache_info
        wrapper.cache_clear = cache_clear
        return wrapper

    def lru_cache(maxsize=128, typed=False):
        if callable(maxsize):
            return cache(maxsize, 128)
        return lambda function: cache(function, maxsize)

    def cmp_to_key(compare):
        class K:
            def __init__(self, obj):
                self.obj = obj
            def __lt__(self, other):
                return compare(self.obj, other.obj) < 0
        return K

    def total_ordering(cls):
        _set_class(cls, '__gt__', lambda a, b: not (a < b or a == b))
        _set_class(cls, '__le__', lambda a, b: a < b or a == b)
        _set_class(cls, '__ge__', lambda a, b: not a < b)
        return cls
    """#)

  static let dataclasses = module(
    "dataclasses", "Classes made of their fields.",
    ["dataclass", "field", "asdict", "astuple", "fields", "replace"],
    #"""
    class _Field:
        def __init__(self, default, default_factory, init, repr):
            self.default = default
            self.default_factory = default_factory
            self.init = init
            self.repr = repr
            self.name = None

    _missing = object()

    def field(*, default=_missing, default_factory=_missing, init=True, repr=True, compare=True):
        return _Field(default, default_factory, init, repr)

    def _make(cls, frozen, order, eq, repr_):
        names = _annotations(cls)
        all = []
        for name in names:
            given = getattr(cls, name, _missing)
            f = given if isinstance(given, _Field) else _Field(given, _missing, True, True)
            f.name = name
            if isinstance(given, (list, dict, set)):
                raise ValueError(f"mutable default {type(given)} for field {name} is not allowed: use default_factory")
            if f.default is not _missing:
                _set_class(cls, name, f.default)
            all.append(f)
        _set_class(cls, '__dataclass_fields__', {f.name: f for f in all})
        inits = [f for f in all if f.init]
        def __init__(self, *args, **kwargs):
            if len(args) > len(inits):
                least = len([f for f in inits if f.default is _missing and f.default_factory is _missing])
                takes = f"{len(inits) + 1}" if least == len(inits) else f"from {least + 1} to {len(inits) + 1}"
                raise TypeError(f"{cls.__name__}.__init__() takes {takes} positional arguments but {len(args) + 1} were given")
            values = {f.name: a for f, a in zip(inits, args)}
            for name in kwargs:
                if name not in [f.name for f in inits]:
                    raise TypeError(f"{cls.__name__}.__init__() got an unexpected keyword argument '{name}'")
                if name in values:
                    raise TypeError(f"{cls.__name__}.__init__() got multiple values for argument '{name}'")
                values[name] = kwargs[name]
            missing = [f.name for f in inits if f.name not in values and f.default is _missing and f.default_factory is _missing]
            if missing:
                words = [repr(m) for m in missing]
                listed = words[0] if len(words) == 1 else ' and '.join(words) if len(words) == 2 else ', '.join(words[:-1]) + ', and ' + words[-1]
                many = 's' if len(missing) > 1 else ''
                raise TypeError(f"{cls.__name__}.__init__() missing {len(missing)} required positional argument{many}: {listed}")
            for f in all:
                if f.name in values:
                    value = values[f.name]
                elif f.default_factory is not _missing:
                    value = f.default_factory()
                elif f.default is not _missing:
                    value = f.default
                else:
                    continue
                object.__setattr__(self, f.name, value)
            if hasattr(self, '__post_init__'):
                self.__post_init__()
        def key(self):
            return tuple(getattr(self, f.name) for f in all)
        _set_class(cls, '__init__', __init__)
        if repr_ and '__repr__' not in vars_of(cls):
            _set_class(cls, '__repr__', lambda self: type(self).__name__ + '(' + ', '.join(f.name + '=' + repr(getattr(self, f.name)) for f in all if f.repr) + ')')
        if eq and '__eq__' not in vars_of(cls):
            _set_class(cls, '__eq__', lambda self, other: type(self) is type(other) and key(self) == key(other))
        if order:
            _set_class(cls, '__lt__', lambda self, other: key(self) < key(other))
            _set_class(cls, '__gt__', lambda self, other: key(self) > key(other))
            _set_class(cls, '__le__', lambda self, other: key(self) <= key(other))
            _set_class(cls, '__ge__', lambda self, other: key(self) >= key(other))
        if frozen:
            def refuse(self, name, value):
                raise FrozenInstanceError(f"cannot assign to field '{name}'")
            _set_class(cls, '__setattr__', refuse)
            _set_class(cls, '__hash__', lambda self: hash(key(self)))
        return cls

    class FrozenInstanceError(AttributeError):
        pass

    def vars_of(cls):
        return _own_names(cls)

    def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, frozen=False, **options):
        if cls is None:
            return lambda cls: _make(cls, frozen, order, eq, repr)
        return _make(cls, frozen, order, eq, repr)

    def fields(obj):
        return tuple(obj.__dataclass_fields__.values())

    def _plain(value):
        if hasattr(value, '__dataclass_fields__'):
            return asdict(value)
        if isinstance(value, (list, tuple)):
            return type(value)(_plain(v) for v in value)
        if isinstance(value, dict):
            return {k: _plain(v) for k, v in value.items()}
        return value

    def asdict(obj):
        return {name: _plain(getattr(obj, name)) for name in obj.__dataclass_fields__}

    def astuple(obj):
        return tuple(getattr(obj, name) for name in obj.__dataclass_fields__)

    def replace(obj, **changes):
        return type(obj)(**{**{name: getattr(obj, name) for name in obj.__dataclass_fields__}, **changes})
    """#)

  static let copy = module(
    "copy", "Copies of objects.", ["copy", "deepcopy"],
    #"""
    def copy(x):
        return _copy(x)

    def deepcopy(x, memo=None):
        return _deepcopy(x)
    """#)

  static let time = module(
    "time", "A clock that counts the program's own steps, ten million to a second.",
    ["time", "perf_counter", "monotonic", "process_time", "sleep"],
    #"""
    def time():
        return 1700000000.0 + _steps() / 1e7

    def perf_counter():
        return _steps() / 1e7

    monotonic = perf_counter
    process_time = perf_counter

    def sleep(seconds):
        pass
    """#)

  static let abc = module(
    "abc", "Base classes that only say what there must be.", ["ABC", "abstractmethod"],
    #"""
    class ABC:
        pass

    def abstractmethod(function):
        return function
    """#)

  static let tqdm = module(
    "tqdm", "Loops as they are, without a progress bar.", ["tqdm", "trange"],
    #"""
    class tqdm:
        def __init__(self, iterable=(), desc=None, total=None, leave=True, **options):
            self.iterable = iterable
        def __iter__(self):
            return iter(self.iterable)
        def __len__(self):
            return len(self.iterable)
        def set_postfix(self, *args, **kwargs):
            pass
        def set_description(self, *args, **kwargs):
            pass
        def update(self, n=1):
            pass
        def close(self):
            pass
        def __enter__(self):
            return self
        def __exit__(self, *args):
            pass

    def trange(*args, **options):
        return range(*args)
    """#)

  /// A module whose names all stand in one text.
  static func module(
    _ name: String, _ summary: String, _ names: [String], _ text: String
  ) -> NativeModule {
    let source = WrittenModule(name, text)
    return NativeModule(
      name, summary,
      other: Dictionary(
        uniqueKeysWithValues: names.map { ($0, .written(source, name: $0)) }))
  }
}
