/// `collections`: dicts that count, dicts with defaults, named tuples, queues.
enum CollectionTable {
  static let module = NativeModule(
    "collections", "Containers for special purposes.", types: [ordered, counter, defaulting],
    other: [
      "deque": .written(source, name: "deque"),
      "namedtuple": .written(source, name: "namedtuple"),
    ])

  static let ordered = NativeClass(
    "OrderedDict", module: "collections", base: TypeTable.dict, "A dict that prints as pairs.",
    construct: Builtin("OrderedDict", "*args, **kwargs", "Makes a dict of pairs and keywords.") {
      try made($0, .ordered)
    }, methods: DictMethods.all)

  static let counter = NativeClass(
    "Counter", module: "collections", base: TypeTable.dict, "How often each thing comes.",
    construct: Builtin("Counter", "*args, **kwargs", "Counts the items of anything.") { call in
      let dict = DictObject()
      dict.kind = .counter
      for value in call.rest("args") { try count(value, into: dict, sign: 1, call.interpreter) }
      try count(call["kwargs"], into: dict, sign: 1, call.interpreter)
      return .dict(dict)
    },
    methods: DictMethods.all + [
      Builtin("most_common", "self, n=None, /", "The most frequent first, with their counts.") {
        call in
        let pairs = try mostCommon(receiver(call), call.interpreter)
        let count = call[1].isNone ? pairs.count : max(0, try call.int("n"))
        return .list(of: pairs.prefix(count).map { .tuple(of: [$0.key, $0.value]) })
      },
      Builtin("elements", "self, /", "Each thing as often as it counts.") { call in
        let items = try receiver(call).items.flatMap { key, value in
          try Array(repeating: key, count: max(0, number(value)))
        }
        return .iterator(IteratorObject("chain", over: items))
      },
      Builtin("total", "self, /", "The sum of the counts.") { call in
        .int(try receiver(call).items.reduce(0) { try $0 + number($1.value) })
      },
      Builtin("update", "self, /, *args, **kwargs", "Counts more.") { call in
        try counted(call, sign: 1)
      },
      Builtin("subtract", "self, /, *args, **kwargs", "Counts off.") { call in
        try counted(call, sign: -1)
      },
    ])

  static let defaulting = NativeClass(
    "defaultdict", module: "collections", base: TypeTable.dict,
    "A dict that makes what is not there.",
    construct: Builtin("defaultdict", "default_factory=None, /, *args, **kwargs", "Makes a dict.") {
      try made($0, .defaulting($0[0]))
    }, methods: DictMethods.all)

  /// The class of a dict.
  static func type(of dict: DictObject) -> NativeClass {
    switch dict.kind {
    case .plain: TypeTable.dict
    case .ordered: ordered
    case .counter: counter
    case .defaulting: defaulting
    }
  }

  private static func made(_ call: Call, _ kind: DictObject.Kind) throws -> Value {
    let dict = DictObject()
    dict.kind = kind
    for value in call.rest("args") { try Conversion.update(dict, from: value, call.interpreter) }
    try Conversion.update(dict, from: call["kwargs"], call.interpreter)
    return .dict(dict)
  }

  private static func receiver(_ call: Call) throws -> DictObject {
    guard case .dict(let dict) = call[0] else { throw call.wrongType("self", "Counter") }
    return dict
  }

  private static func counted(_ call: Call, sign: Int) throws -> Value {
    let dict = try receiver(call)
    for value in call.rest("args") { try count(value, into: dict, sign: sign, call.interpreter) }
    try count(call["kwargs"], into: dict, sign: sign, call.interpreter)
    return .null
  }

  private static func number(_ value: Value) throws -> Int {
    switch value {
    case .int(let number): number
    case .bool(let flag): flag ? 1 : 0
    default: throw PythonError.type("nabla's Counter counts in whole numbers")
    }
  }

  private static func count(
    _ value: Value, into dict: DictObject, sign: Int, _ interpreter: Interpreter
  ) throws {
    if case .dict(let other) = value {
      for (key, more) in other.items { try add(sign * number(more), key, dict, interpreter) }
    } else if !value.isNone {
      for item in try interpreter.items(of: value) { try add(sign, item, dict, interpreter) }
    }
  }

  private static func add(
    _ more: Int, _ item: Value, _ dict: DictObject, _ interpreter: Interpreter
  ) throws {
    let key = try interpreter.key(item)
    dict.set(key, item, to: .int(try number(dict[key] ?? .int(0)) &+ more))
  }

  /// The pairs with the largest counts first, equals in their order.
  static func mostCommon(
    _ dict: DictObject, _ interpreter: Interpreter
  ) throws -> [(key: Value, value: Value)] {
    let counts = try dict.items.map { (key: $0.key, value: $0.value, count: try number($0.value)) }
    let order = counts.indices.sorted { a, b in
      counts[a].count == counts[b].count ? a < b : counts[a].count > counts[b].count
    }
    return order.map { (counts[$0].key, counts[$0].value) }
  }

  /// `a + b`, `a - b`, `a & b` and `a | b` of counters: only what counts more than 0 stays.
  static func combined(
    _ symbol: BinaryOperator, _ a: DictObject, _ b: DictObject, _ interpreter: Interpreter
  ) throws -> Value? {
    let rule: (Int, Int) -> Int
    switch symbol {
    case .add: rule = { $0 &+ $1 }
    case .subtract: rule = { $0 &- $1 }
    case .and: rule = min
    case .or: rule = max
    default: return nil
    }
    let result = DictObject()
    result.kind = .counter
    for (item, _) in a.items + b.items {
      let key = try interpreter.key(item)
      let count = try rule(number(a[key] ?? .int(0)), number(b[key] ?? .int(0)))
      if count > 0 { result.set(key, item, to: .int(count)) }
    }
    return .dict(result)
  }

  private static let source = WrittenModule(
    "collections",
    #"""
    class deque:
        def __init__(self, iterable=(), maxlen=None):
            self._items = []
            self.maxlen = maxlen
            self.extend(iterable)
        def append(self, x):
            self._items.append(x)
            if self.maxlen is not None and len(self._items) > self.maxlen:
                self._items.pop(0)
        def appendleft(self, x):
            self._items.insert(0, x)
            if self.maxlen is not None and len(self._items) > self.maxlen:
                self._items.pop()
        def extend(self, iterable):
            for x in list(iterable):
                self.append(x)
        def extendleft(self, iterable):
            for x in list(iterable):
                self.appendleft(x)
        def pop(self):
            if not self._items:
                raise IndexError('pop from an empty deque')
            return self._items.pop()
        def popleft(self):
            if not self._items:
                raise IndexError('pop from an empty deque')
            return self._items.pop(0)
        def clear(self):
            self._items = []
        def rotate(self, n=1):
            if self._items:
                n = n % len(self._items)
                self._items = self._items[len(self._items) - n:] + self._items[:len(self._items) - n]
        def count(self, x):
            return self._items.count(x)
        def index(self, x):
            return self._items.index(x)
        def remove(self, x):
            self._items.remove(x)
        def reverse(self):
            self._items.reverse()
        def copy(self):
            return deque(self._items, self.maxlen)
        def __len__(self):
            return len(self._items)
        def __iter__(self):
            return iter(self._items)
        def __getitem__(self, i):
            if i >= len(self._items) or i < -len(self._items):
                raise IndexError('deque index out of range')
            return self._items[i]
        def __setitem__(self, i, value):
            self._items[i] = value
        def __contains__(self, x):
            return x in self._items
        def __eq__(self, other):
            return isinstance(other, deque) and self._items == other._items
        def __repr__(self):
            end = '' if self.maxlen is None else ', maxlen=' + repr(self.maxlen)
            return 'deque(' + repr(self._items) + end + ')'

    def namedtuple(typename, field_names, rename=False, defaults=None):
        names = _fields(field_names)
        standard = dict(zip(names[len(names) - len(defaults or ()):], defaults or ()))
        class T:
            _fields = tuple(names)
            def __init__(self, *args, **kwargs):
                if len(args) > len(names):
                    raise TypeError(f"{typename}.__new__() takes {len(names) + 1} positional arguments but {len(args) + 1} were given")
                values = dict(zip(names, args))
                for name in kwargs:
                    if name not in names:
                        raise TypeError(f"{typename}.__new__() got an unexpected keyword argument '{name}'")
                    values[name] = kwargs[name]
                missing = [n for n in names if n not in values and n not in standard]
                if missing:
                    many = 's' if len(missing) > 1 else ''
                    listed = ' and '.join([', '.join(map(repr, missing[:-1])), repr(missing[-1])]) if many else repr(missing[0])
                    raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional argument{many}: {listed}")
                for name in names:
                    object.__setattr__(self, name, values[name] if name in values else standard[name])
            def __setattr__(self, name, value):
                raise AttributeError("can't set attribute")
            def _tuple(self):
                return tuple(getattr(self, n) for n in names)
            def __repr__(self):
                return typename + '(' + ', '.join(n + '=' + repr(getattr(self, n)) for n in names) + ')'
            def __iter__(self):
                return iter(self._tuple())
            def __len__(self):
                return len(names)
            def __getitem__(self, i):
                return self._tuple()[i]
            def __eq__(self, other):
                return self._tuple() == tuple(other)
            def __lt__(self, other):
                return self._tuple() < tuple(other)
            def __hash__(self):
                return hash(self._tuple())
            def _asdict(self):
                return {n: getattr(self, n) for n in names}
            def _replace(self, **kwargs):
                return T(**{**self._asdict(), **kwargs})
        return _named(T, typename)
    """#)
}

extension DictObject {
  /// Whether this is a `Counter`.
  var isCounter: Bool { if case .counter = kind { true } else { false } }
}
