import Testing

@testable import Language

/// Modules of Python's standard library, held against CPython.
struct StandardLibraryTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  @Test func `a part of the library that cannot be read is an error`() {
    let session = Session()
    // A first program says where the stack begins.
    _ = session.run("pass")
    let interpreter = session.interpreter
    let broken = WrittenModule("broken", "x = 1\nraise ValueError('no')")
    let error = #expect(throws: PythonError.self) {
      try interpreter.value(of: .written(broken, name: "x"))
    }
    #expect(error?.message == "no")
    let missing = #expect(throws: PythonError.self) {
      try interpreter.value(of: .written(WrittenModule("empty", "x = 1"), name: "y"))
    }
    #expect(missing?.message == "module 'empty' has no attribute 'y'")
  }

  @Test func `no name in scope without an import stands in a written module`() {
    let written = Names.entries.filter { if case .written = $0.value { true } else { false } }
    #expect(written.keys.sorted() == [])
  }

  static let programs = [
    TorchProgram(
      "collections",
      #"""
      from collections import Counter, defaultdict, OrderedDict, deque, namedtuple
      c = Counter('hello world')
      print(c.most_common(3), c['l'], c['z'], c)
      print(Counter([1,1,2]) + Counter([2,3]), Counter(a=2, b=1).most_common(1), sum(c.values()), dict(Counter('aab')), isinstance(c, dict))
      d = defaultdict(list); d['a'].append(1); print(dict(d), d)
      dd = defaultdict(int)
      for w in 'a b a'.split(): dd[w] += 1
      print(dd, dd['zz'], len(dd), sorted(dd.items()))
      o = OrderedDict([('x', 1)]); o['y'] = 2; print(o, list(o))
      dq = deque([1,2,3], maxlen=3); dq.append(4); print(dq, dq.popleft(), len(dq), list(dq), dq[0])
      P = namedtuple('P', ['x', 'y']); p = P(1, 2); a, b = p; print(p, p.x, p[1], p._replace(x=5), p == (1, 2), p == P(1, 2), P._fields, p._asdict())
      Q = namedtuple('Q', 'a b', defaults=[7]); print(Q(1), Q(a=1, b=2))
      try: P(1)
      except TypeError as e: print(e)
      """#,
      #"""
      [('l', 3), ('o', 2), ('h', 1)] 3 0 Counter({'l': 3, 'o': 2, 'h': 1, 'e': 1, ' ': 1, 'w': 1, 'r': 1, 'd': 1})
      Counter({1: 2, 2: 2, 3: 1}) [('a', 2)] 11 {'a': 2, 'b': 1} True
      {'a': [1]} defaultdict(<class 'list'>, {'a': [1]})
      defaultdict(<class 'int'>, {'a': 2, 'b': 1, 'zz': 0}) 0 3 [('a', 2), ('b', 1), ('zz', 0)]
      OrderedDict([('x', 1), ('y', 2)]) ['x', 'y']
      deque([3, 4], maxlen=3) 2 2 [3, 4] 3
      P(x=1, y=2) 1 2 P(x=5, y=2) True True ('x', 'y') {'x': 1, 'y': 2}
      Q(a=1, b=7) Q(a=1, b=2)
      P.__new__() missing 1 required positional argument: 'y'
      """#),
    TorchProgram(
      "dataclasses",
      #"""
      from dataclasses import dataclass, field, asdict, replace
      @dataclass
      class Config:
          lr: float = 0.01
          hidden: int = 16
          layers: list = field(default_factory=list)
      @dataclass
      class Sub(Config):
          extra: str = 'x'
      c = Config(hidden=32); c.layers.append(1)
      print(c, c.lr, c == Config(hidden=32), asdict(c), replace(c, lr=1.0), Sub(extra='y'), Config(0.5, 8))
      try: Config(bad=1)
      except TypeError as e: print(e)
      @dataclass
      class N:
          a: int
          b: int
      try: N(1)
      except TypeError as e: print(e)
      @dataclass(frozen=True)
      class Fz:
          a: int = 1
      try: Fz().a = 2
      except Exception as e: print(type(e).__name__, e)
      """#,
      #"""
      Config(lr=0.01, hidden=32, layers=[1]) 0.01 False {'lr': 0.01, 'hidden': 32, 'layers': [1]} Config(lr=1.0, hidden=32, layers=[1]) Sub(lr=0.01, hidden=16, layers=[], extra='y') Config(lr=0.5, hidden=8, layers=[])
      Config.__init__() got an unexpected keyword argument 'bad'
      N.__init__() missing 1 required positional argument: 'b'
      FrozenInstanceError cannot assign to field 'a'
      """#),
    TorchProgram(
      "functools",
      #"""
      import functools
      from functools import reduce, partial, lru_cache
      @lru_cache(maxsize=None)
      def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
      print(fib(50), reduce(lambda a, b: a * b, range(1, 6)), partial(int, base=2)('101'), fib.__name__)
      try: reduce(lambda a, b: a, [])
      except TypeError as e: print(e)
      """#,
      #"""
      12586269025 120 5 fib
      reduce() of empty iterable with no initial value
      """#),
    TorchProgram(
      "itertools",
      #"""
      import itertools as it
      print(list(it.chain([1], 'ab')), list(it.product([1, 2], repeat=2)), list(it.combinations(range(4), 3)), list(it.permutations('abc', 2)), list(it.accumulate([1, 2, 3, 4], max)), list(it.islice(it.count(5, 2), 3)), list(it.zip_longest([1, 2], [3], fillvalue=0)), [(k, list(g)) for k, g in it.groupby('aabbb')], list(it.chain.from_iterable([[1], [2]])), list(it.islice(it.cycle('ab'), 5)), list(it.repeat(1, 2)))
      """#,
      #"""
      [1, 'a', 'b'] [(1, 1), (1, 2), (2, 1), (2, 2)] [(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [1, 2, 3, 4] [5, 7, 9] [(1, 3), (2, 0)] [('a', ['a', 'a']), ('b', ['b', 'b', 'b'])] [1, 2] ['a', 'b', 'a', 'b', 'a'] [1, 1]
      """#),
    TorchProgram(
      "Python's random numbers",
      #"""
      import random
      for s in (0, 1, 42, 12345678901):
          random.seed(s)
          print(random.random(), random.randint(1, 10), random.choice(['a', 'b', 'c']), random.sample(range(100), 5), random.uniform(-1, 1), random.gauss(0, 1), random.gauss(0, 1), random.choices([1, 2, 3], weights=[1, 1, 5], k=4), random.randrange(0, 10, 3), random.getrandbits(40), random.normalvariate(0, 1))
          l = list(range(10)); random.shuffle(l); print(l)
      r = random.Random(7); print(r.random())
      """#,
      #"""
      0.8444218515250481 7 a [33, 65, 62, 51, 38] 0.9355999898403429 -1.3238774929078008 1.6408297479840344 [2, 1, 1, 1] 6 1000672658627 0.18947951598271204
      [3, 7, 1, 8, 6, 5, 0, 4, 2, 9]
      0.13436424411240122 2 b [15, 63, 97, 57, 60] 0.3031859454455259 0.10696137854395661 -0.4309074963658527 [1, 3, 3, 3] 0 492614851160 -2.022803974686335
      [2, 3, 8, 4, 7, 6, 0, 5, 1, 9]
      0.6394267984578837 1 c [35, 31, 28, 17, 94] -0.795009647656985 -0.07358145350888119 -1.253440575538742 [3, 1, 1, 2] 0 217158893990 1.2407721170086512
      [9, 8, 5, 1, 0, 2, 4, 7, 3, 6]
      0.9460118159397316 6 b [45, 68, 90, 14, 98] -0.6653994475412861 0.8921788762479015 -0.1578156153068803 [3, 3, 3, 3] 9 534096419562 0.6964622947232996
      [7, 0, 6, 1, 2, 8, 5, 4, 9, 3]
      0.32383276483316237
      """#),
    TorchProgram(
      "copies",
      #"""
      import copy
      a = [[1], 2, torch.ones(2)]; b = copy.deepcopy(a); c = copy.copy(a); a[0].append(5); a[2][0] = 9; print(a, b, c)
      m = nn.Linear(2, 1); m2 = copy.deepcopy(m); m2.weight.data.zero_(); print(m.weight.abs().sum() > 0, m2.weight, isinstance(m2, nn.Linear))
      best = copy.deepcopy(m.state_dict()); print(type(best).__name__, list(best))
      class Net(nn.Module):
          def __init__(self):
              super().__init__(); self.fc = nn.Linear(1, 1)
          def forward(self, x): return self.fc(x)
      n = copy.deepcopy(Net()); print(isinstance(n, Net), n)
      """#,
      #"""
      [[1, 5], 2, tensor([9., 1.])] [[1], 2, tensor([1., 1.])] [[1, 5], 2, tensor([9., 1.])]
      tensor(True) Parameter containing:
      tensor([[0., 0.]], requires_grad=True) True
      OrderedDict ['weight', 'bias']
      True Net(
        (fc): Linear(in_features=1, out_features=1, bias=True)
      )
      """#),
    TorchProgram(
      "a clock",
      #"""
      import time
      start = time.time()
      for i in range(3): pass
      elapsed = time.time() - start
      print(elapsed >= 0, time.perf_counter() >= 0)
      """#,
      #"""
      True True
      """#),
    TorchProgram(
      "abstract classes",
      #"""
      from abc import ABC, abstractmethod
      class Layer(ABC):
          @abstractmethod
          def forward(self, x): pass
      class Id(Layer):
          def forward(self, x): return x
      print(Id().forward(3))
      """#,
      #"""
      3
      """#),
    TorchProgram(
      "operators as functions",
      #"""
      import operator
      from operator import itemgetter
      print(sorted([(1, 'b'), (0, 'c')], key=itemgetter(1)), operator.mul(3, 4))
      """#,
      #"""
      [(1, 'b'), (0, 'c')] 12
      """#),
    TorchProgram(
      "an error inside a library function",
      #"""
      from functools import reduce
      reduce(lambda a, b: a + b, [1, 'a'])
      """#,
      #"""
      TypeError: unsupported operand type(s) for +: 'int' and 'str'
      """#),
    TorchProgram(
      "the program's names do not reach the library",
      #"""
      sum = 5
      from collections import deque
      from dataclasses import dataclass
      d = deque([1, 2]); d.extend([3]); print(d, sum)
      """#,
      #"""
      deque([1, 2, 3]) 5
      """#),
    TorchProgram(
      "an error that the library raises",
      #"""
      from collections import deque
      deque().popleft()
      """#,
      #"""
      IndexError: pop from an empty deque
      """#),
  ]
}
