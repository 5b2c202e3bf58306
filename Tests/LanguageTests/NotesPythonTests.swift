import Testing

@testable import Language

/// The Python of interview notes, held against CPython.
struct NotesPythonTests {
  @Test(arguments: programs)
  func `the program prints what Python printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "decorators generators",
      #"""
      import functools
      import itertools
      from typing import Callable, Iterator
      def log_calls(fn: Callable) -> Callable:
          @functools.wraps(fn)
          def wrapper(*args, **kwargs):
              arg_s = ', '.join([repr(a) for a in args] + [f'{k}={v!r}' for k, v in kwargs.items()])
              result = fn(*args, **kwargs)
              print(f'{fn.__name__}({arg_s}) -> {result!r}')
              return result
          return wrapper
      @log_calls
      def scale(x, factor=2): return x * factor
      scale(3); scale(1.5, factor=4); scale('ab')
      print(scale.__name__)
      def batches(seq, size) -> Iterator[list]:
          for i in range(0, len(seq), size):
              yield seq[i:i + size]
      for n, b in enumerate(batches(list(range(7)), 3), start=1): print(n, b)
      @functools.lru_cache(maxsize=None)
      def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
      print(fib(60), fib.cache_info().hits > 0)
      print(list(itertools.islice(itertools.count(1, 3), 4)), list(itertools.accumulate([1, 2, 3, 4])))
      print(functools.reduce(lambda a, b: a * b, range(1, 6)))
      for a, b in itertools.product('xy', [1, 2]): print(a, b, end='; ')
      print()
      print([''.join(p) for p in itertools.permutations('abc')][:3], list(itertools.combinations(range(4), 2))[-2:])
      print({k: [v for v in g] for k, g in itertools.groupby(sorted(['apple', 'avocado', 'bean', 'cherry', 'corn']), key=lambda s: s[0])})
      print(list(itertools.chain([1, 2], (3,), range(2))), list(zip(*[(1, 'a'), (2, 'b')])))
      def running_mean():
          total = n = 0
          avg = None
          while True:
              x = yield avg
              total += x; n += 1
              avg = total / n
      rm = running_mean(); next(rm)
      print([rm.send(v) for v in (10, 20, 60)])
      """#,
      #"""
      scale(3) -> 6
      scale(1.5, factor=4) -> 6.0
      scale('ab') -> 'abab'
      scale
      1 [0, 1, 2]
      2 [3, 4, 5]
      3 [6]
      1548008755920 True
      [1, 4, 7, 10] [1, 3, 6, 10]
      120
      x 1; x 2; y 1; y 2; 
      ['abc', 'acb', 'bac'] [(1, 3), (2, 3)]
      {'a': ['apple', 'avocado'], 'b': ['bean'], 'c': ['cherry', 'corn']}
      [1, 2, 3, 0, 1] [(1, 2), ('a', 'b')]
      [10.0, 15.0, 30.0]
      """#),
    TorchProgram(
      "string ops",
      #"""
      text = "The cross-entropy loss, also called log loss, measures the performance of a classifier."
      words = text.lower().replace(',', '').replace('.', '').split()
      freq = {}
      for w in words: freq[w] = freq.get(w, 0) + 1
      for w, c in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:4]: print(f'{w:<15}{c:>3}')
      print(text.title()[:25], text.upper()[4:9], text.find('loss'), text.count('o'), text.index('log'))
      print('-'.join(['a', 'b', 'c']), 'x=1;y=2'.split(';'), 'k=v=w'.partition('='), ' pad '.strip() + '|')
      print('{:>10}|{:<10}|{:^10}|{:*^9}'.format('right', 'left', 'mid', 'star'))
      print('{0} {1} {0} {name}'.format('a', 'b', name='n'), '%s has %d items costing %.2f' % ('cart', 3, 9.5), '%5.1f%%' % 45.678)
      print(f"{3.14159:.2f} {42:05d} {1234567.891:,.2f} {0.000123:.2e} {255:#x} {5:b} {True!s:>6} {'q':>3}")
      print('abc'[::-1], 'abcdef'[1:-1:2], 'a' in 'cat', 'abc' < 'abd', 'ß'.upper(), 'x'.join('123'))
      print("multi\tline\\n", r'raw\n', 'it''s', "He said \"hi\"", repr("it's"), '你好'.encode('utf-8') if False else len('你好'))
      print('abc'.isalpha(), '123'.isdigit(), 'aB1'.isalnum(), 'Hello'.swapcase(), 'a,b,,c'.split(','), 'hello'.center(11, '='))
      print('line1\nline2\n'.splitlines(), 'mississippi'.rfind('ss'), 'www.x.com'.lstrip('w.'), 'file.tar.gz'.rsplit('.', 1), 'abc'.zfill(6), '-42'.zfill(6))
      print('prefix_x'.removeprefix('prefix_'), 'abc'.startswith(('x', 'a')), 'tEST'.capitalize(), ord('A'), chr(97), 'a\tb'.expandtabs(4))
      """#,
      #"""
      loss             2
      the              2
      a                1
      also             1
      The Cross-Entropy Loss, A CROSS 18 8 36
      a-b-c ['x=1', 'y=2'] ('k', '=', 'v=w') pad|
           right|left      |   mid    |**star***
      a b a n cart has 3 items costing 9.50  45.7%
      3.14 00042 1,234,567.89 1.23e-04 0xff 101   True   q
      cba bd True True SS 1x2x3
      multi	line\n raw\n its He said "hi" "it's" 2
      True True True hELLO ['a', 'b', '', 'c'] ===hello===
      ['line1', 'line2'] 5 x.com ['file.tar', 'gz'] 000abc -00042
      x True Test 65 a a   b
      """#),
    TorchProgram(
      "exceptions",
      #"""
      import torch
      class ShapeError(ValueError):
          def __init__(self, expected, got):
              super().__init__(f'expected {expected}, got {got}')
              self.expected, self.got = expected, got
      def check(x, shape):
          if tuple(x.shape) != shape:
              raise ShapeError(shape, tuple(x.shape))
          return x
      for s in [(2, 3), (3, 2)]:
          try:
              check(torch.zeros(2, 3), s)
          except ShapeError as e:
              print('caught:', e, e.expected)
          else:
              print('ok', s)
          finally:
              print('done')
      tests = [lambda: 1 / 0, lambda: [][1], lambda: {}['k'], lambda: int('x'), lambda: None + 1, lambda: undefined_name, lambda: 'a' + 1, lambda: torch.zeros(2) @ torch.zeros(3), lambda: (1).foo, lambda: float('abc'), lambda: [1, 2].index(5), lambda: len(5), lambda: next(iter([])), lambda: torch.zeros(2, 3).view(5)]
      for t in tests:
          try: t()
          except Exception as e: print(type(e).__name__ + ':', str(e).split('\n')[0])
      try:
          try: raise KeyError('inner')
          except KeyError as e: raise RuntimeError('outer') from e
      except RuntimeError as e: print(e, repr(e.__cause__))
      def f():
          try: return 'try'
          finally: print('cleanup')
      print(f())
      assert isinstance(ShapeError(1, 2), Exception), 'message'
      """#,
      #"""
      ok (2, 3)
      done
      caught: expected (3, 2), got (2, 3) (3, 2)
      done
      ZeroDivisionError: division by zero
      IndexError: list index out of range
      KeyError: 'k'
      ValueError: invalid literal for int() with base 10: 'x'
      TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
      NameError: name 'undefined_name' is not defined
      TypeError: can only concatenate str (not "int") to str
      RuntimeError: inconsistent tensor size, expected tensor [2] and src [3] to have the same number of elements, but got 2 and 3 elements respectively
      AttributeError: 'int' object has no attribute 'foo'
      ValueError: could not convert string to float: 'abc'
      ValueError: 5 is not in list
      TypeError: object of type 'int' has no len()
      StopIteration: 
      RuntimeError: shape '[5]' is invalid for input of size 6
      outer KeyError('inner')
      cleanup
      try
      """#),
    TorchProgram(
      "nonlocal closure",
      #"""
      def counter():
          count = 0
          def inc(step=1):
              nonlocal count
              count += step
              return count
          return inc
      c = counter(); c(); print(c(5), c())
      def outer():
          fs = []
          for i in range(3):
              fs.append(lambda i=i: i * 10)
          return [g() for g in fs]
      print(outer())
      adders = [lambda x, n=n: x + n for n in range(3)]
      print([a(10) for a in adders])
      compose = lambda *fs: (lambda x: __import__('functools').reduce(lambda acc, f: f(acc), fs, x)) if False else (lambda x: [f for f in fs][-1](x))
      print(compose(abs, str)(-3))
      def make(n):
          def inner(x):
              return x ** n
          return inner
      sq, cube = make(2), make(3)
      print(sq(4), cube(2), [f(3) for f in map(make, range(3))])
      """#,
      #"""
      6 7
      [0, 10, 20]
      [10, 11, 12]
      -3
      16 8 [1, 3, 9]
      """#),
    TorchProgram(
      "context manager timer",
      #"""
      from contextlib import contextmanager
      import time
      @contextmanager
      def section(name):
          print(f'<{name}>')
          try:
              yield name.upper()
          finally:
              print(f'</{name}>')
      with section('train') as s:
          print('inside', s)
      try:
          with section('fail'):
              raise ValueError('boom')
      except ValueError as e:
          print('caught', e)
      class Timer:
          def __enter__(self): self.t = time.time(); return self
          def __exit__(self, *exc): self.dt = time.time() - self.t
      with Timer() as t: sum(range(1000))
      print(t.dt >= 0)
      """#,
      #"""
      <train>
      inside TRAIN
      </train>
      <fail>
      </fail>
      caught boom
      True
      """#),
    TorchProgram(
      "namespace args",
      #"""
      from types import SimpleNamespace
      from argparse import Namespace
      args = Namespace(lr=0.1, epochs=2)
      print(args, args.lr, vars(args))
      ns = SimpleNamespace(a=1, b='x'); ns.c = 3
      print(ns)
      """#,
      #"""
      Namespace(lr=0.1, epochs=2) 0.1 {'lr': 0.1, 'epochs': 2}
      namespace(a=1, b='x', c=3)
      """#),
  ]
}
