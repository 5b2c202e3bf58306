/// More modules that programs about networks import: JSON, heaps, and what is known of the system.
extension StandardLibrary {
  static let json = module(
    "json", "Values as JSON text and back.", ["dumps", "loads", "JSONDecodeError"],
    #"""
    class JSONDecodeError(ValueError):
        pass

    def _quoted(text, ensure_ascii):
        plain = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t'}
        out = []
        for c in text:
            if c in plain:
                out.append(plain[c])
            elif ord(c) < 32 or ensure_ascii and ord(c) > 126:
                n = ord(c)
                if n < 65536:
                    out.append('\\u' + format(n, '04x'))
                else:
                    n -= 65536
                    out.append('\\u' + format(55296 + (n >> 10), '04x') + '\\u' + format(56320 + n % 1024, '04x'))
            else:
                out.append(c)
        return '"' + ''.join(out) + '"'

    def _written(value, indent, level, comma, colon, sort_keys, ensure_ascii, default):
        if value is None:
            return 'null'
        if value is True:
            return 'true'
        if value is False:
            return 'false'
        if isinstance(value, str):
            return _quoted(value, ensure_ascii)
        if isinstance(value, int):
            return str(value)
        if isinstance(value, float):
            if value != value:
                return 'NaN'
            return ('Infinity' if value > 0 else '-Infinity') if abs(value) == math.inf else repr(value)
        def inner(v):
            return _written(v, indent, level + 1, comma, colon, sort_keys, ensure_ascii, default)
        if isinstance(value, (list, tuple)):
            ends, parts = '[]', [inner(v) for v in value]
        elif isinstance(value, dict):
            ends, parts = '{}', []
            for k in sorted(value) if sort_keys else value:
                if not (isinstance(k, (str, int, float)) or k is None):
                    raise TypeError(f'keys must be str, int, float, bool or None, not {type(k).__name__}')
                name = k if isinstance(k, str) else _written(k, None, 0, ', ', ': ', False, True, None)
                parts.append(_quoted(name, ensure_ascii) + colon + inner(value[k]))
        elif default is not None:
            return _written(default(value), indent, level, comma, colon, sort_keys, ensure_ascii, default)
        else:
            raise TypeError(f'Object of type {type(value).__name__} is not JSON serializable')
        if not parts or indent is None:
            return ends[0] + comma.join(parts) + ends[1]
        pad = indent if isinstance(indent, str) else ' ' * indent
        lead = '\n' + pad * (level + 1)
        return ends[0] + lead + (comma.rstrip() + lead).join(parts) + '\n' + pad * level + ends[1]

    def dumps(obj, *, indent=None, sort_keys=False, ensure_ascii=True, separators=None, default=None):
        comma, colon = separators or (', ', ': ')
        return _written(obj, indent, 0, comma, colon, sort_keys, ensure_ascii, default)

    class _Reader:
        def __init__(self, text):
            self.text = text
            self.at = 0
        def fail(self, what, at=None):
            at = self.at if at is None else at
            line = self.text[:at].count('\n') + 1
            column = at - self.text.rfind('\n', 0, at)
            raise JSONDecodeError(f'{what}: line {line} column {column} (char {at})')
        def skip(self):
            while self.at < len(self.text) and self.text[self.at] in ' \t\n\r':
                self.at += 1
        def value(self):
            self.skip()
            for word, meant in (('null', None), ('true', True), ('false', False), ('NaN', math.nan), ('Infinity', math.inf), ('-Infinity', -math.inf)):
                if self.text.startswith(word, self.at):
                    self.at += len(word)
                    return meant
            c = self.text[self.at:self.at + 1]
            if c == '"':
                return self.string()
            if c == '[':
                return self.items(']', [])
            if c == '{':
                return self.items('}', {})
            start = self.at
            while self.at < len(self.text) and self.text[self.at] in '+-.0123456789eE':
                self.at += 1
            number = self.text[start:self.at]
            if not number or number == '-':
                self.fail('Expecting value', start)
            return float(number) if any(e in number for e in '.eE') else int(number)
        def string(self):
            self.at += 1
            out = []
            while True:
                if self.at >= len(self.text):
                    self.fail('Unterminated string starting at')
                c = self.text[self.at]
                self.at += 1
                if c == '"':
                    return ''.join(out)
                if c == '\\':
                    c = self.text[self.at]
                    self.at += 1
                    if c == 'u':
                        c = chr(int(self.text[self.at:self.at + 4], 16))
                        self.at += 4
                    else:
                        c = {'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f'}.get(c, c)
                out.append(c)
        def items(self, end, found):
            self.at += 1
            self.skip()
            if self.text[self.at:self.at + 1] == end:
                self.at += 1
                return found
            while True:
                if end == '}':
                    self.skip()
                    if self.text[self.at:self.at + 1] != '"':
                        self.fail('Expecting property name enclosed in double quotes')
                    key = self.string()
                    self.skip()
                    if self.text[self.at:self.at + 1] != ':':
                        self.fail("Expecting ':' delimiter")
                    self.at += 1
                    found[key] = self.value()
                else:
                    found.append(self.value())
                self.skip()
                c = self.text[self.at:self.at + 1]
                if c == end:
                    self.at += 1
                    return found
                if c != ',':
                    self.fail("Expecting ',' delimiter")
                self.at += 1

    def loads(s):
        reader = _Reader(s)
        value = reader.value()
        reader.skip()
        if reader.at < len(s):
            reader.fail('Extra data')
        return value
    """#)

  static let heapq = module(
    "heapq", "Lists whose first item is the smallest.",
    ["heappush", "heappop", "heapify", "heappushpop", "heapreplace", "nlargest", "nsmallest"],
    #"""
    def _down(heap, start, pos):
        item = heap[pos]
        while pos > start:
            parent = (pos - 1) >> 1
            if not item < heap[parent]:
                break
            heap[pos] = heap[parent]
            pos = parent
        heap[pos] = item

    def _up(heap, pos):
        end = len(heap)
        start = pos
        item = heap[pos]
        child = 2 * pos + 1
        while child < end:
            right = child + 1
            if right < end and not heap[child] < heap[right]:
                child = right
            heap[pos] = heap[child]
            pos = child
            child = 2 * pos + 1
        heap[pos] = item
        _down(heap, start, pos)

    def heappush(heap, item):
        heap.append(item)
        _down(heap, 0, len(heap) - 1)

    def heappop(heap):
        last = heap.pop()
        if heap:
            first = heap[0]
            heap[0] = last
            _up(heap, 0)
            return first
        return last

    def heapreplace(heap, item):
        first = heap[0]
        heap[0] = item
        _up(heap, 0)
        return first

    def heappushpop(heap, item):
        return heapreplace(heap, item) if heap and heap[0] < item else item

    def heapify(x):
        for i in reversed(range(len(x) // 2)):
            _up(x, i)

    def nlargest(n, iterable, key=None):
        return sorted(iterable, key=key, reverse=True)[:n]

    def nsmallest(n, iterable, key=None):
        return sorted(iterable, key=key)[:n]
    """#)

  static let sys = module(
    "sys", "What Python says of itself.",
    ["maxsize", "float_info", "argv", "version_info", "exit", "setrecursionlimit", "stdout"],
    #"""
    from collections import namedtuple as _tuple

    maxsize = 9223372036854775807
    argv = ['']
    float_info = _tuple('float_info', 'max min epsilon dig')(1.7976931348623157e+308, 2.2250738585072014e-308, 2.220446049250313e-16, 15)
    version_info = _tuple('version_info', 'major minor micro')(3, 12, 0)

    def exit(status=None):
        raise SystemExit(status)

    def setrecursionlimit(limit):
        pass

    class _Output:
        def write(self, text):
            print(text, end='')
            return len(text)
        def flush(self):
            pass

    stdout = _Output()
    """#)
}
