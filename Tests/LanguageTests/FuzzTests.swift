import Math
import Testing

@testable import Language

/// Programs made by mutation from a seed: whatever comes out, nothing crashes or hangs.
@Suite struct FuzzTests {
  static let seeds: [String] = [
    "x = [i ** 2 for i in range(5) if i % 2]\nprint(f'{x!r:>10} {x[0]:.3f}', end='')",
    "class A:\n    def __init__(self, n=1):\n        self.n = n\n    def __add__(self, o):\n        return A(self.n + o.n)\nprint((A(2) + A(3)).n)",
    "def f(a, *b, c=3, **d):\n    return a, b, c, d\nf(1, 2, c=4, e=5)",
    "try:\n    {}['k']\nexcept (KeyError, ValueError) as e:\n    print(repr(e))\nfinally:\n    pass",
    "def g():\n    for i in range(3):\n        x = yield i\n    yield from 'ab'\nlist(g())",
    "a, (b, *c) = 1, (2, 3, 4)\nd = {'a': a, **{'b': b}}\ndel d['a']\nd",
    "while True:\n    a = 1\n    if a: break\nelse:\n    pass\nlambda x, y=2: x if x else y",
    "import math\nfrom typing import List\n'%5.2f|%-3s' % (math.pi, 'x') + '{:>{w}}'.format(1, w=3)",
    "s = '''a\n  b''' r'\\n' \"\\x41\"\ns[::-1].upper().split()[0][-1:]",
    "x = 5\nx += 2; x //= 3\nassert 1 <= x < 3 and not x == 1 or x is None, 'no'\nx",
    "with open('f') as f:\n    pass",
    "global z\nz: int = 3\nprint(z, *[1, 2], sep='-')\n[y := 1, y]",
    "x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])\ny = x @ x.T\nprint(y[0, :], y.sum(dim=1, keepdim=True), y[y > 5])\ny[1:, None]",
    "w = torch.zeros(3, 2, requires_grad=True)\nloss = F.cross_entropy(torch.ones(4, 3) @ w, torch.tensor([0, 1, 0, 1]))\nloss.backward()\nw.grad.shape",
    "m = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 2))\no = torch.optim.SGD(m.parameters(), lr=0.1)\nm(torch.rand(1, 2)).sum().backward()\no.step()\nm",
    "a = torch.arange(6).reshape(2, 3).float()\ntorch.cat([a, a], dim=0).softmax(dim=-1).max(dim=1), a.view(-1).tolist(), a.mean(), a.std()",
    "z = torch.randn(2, 3, dtype=torch.float64)\nz[0] += 1; z.clamp_(0, 1)\nprint(f'{z.sum().item():.3f}', z.argmax(1), z.t().shape)\nsoftmax([1, 2, 3])",
  ]

  /// Changes a program in a few places: bytes, tokens, lines, pieces of other programs.
  static func mutate(_ source: String, _ random: inout Seeded) -> String {
    var bytes = Array(source.utf8)
    let words = [
      "(", ")", "[", "]", "{", "}", ":", ",", "\n", "    ", "\t", "'", "\"", "f'{", "\\", "*", "**",
      "=",
      "==", "-", ".", "if ", " else ", "for x in ", "lambda: ", "yield ", "return ", "def f():",
      "class C:",
      "0", "1e999", "99999999999999999999", "é", "None", "@", "#", "not ", " in ", "del ", "self",
      "print",
      "x", "range(9)", "*a", ":=", ";", "...", "0x", "'''", "{x!r:>{w}}", "try:", "except:",
      "raise ",
      "while 1:", "import math", "super()", "[[]]", "()", "\0", "\u{2028}", "-1", "global x",
      "nonlocal x",
    ]
    for _ in 0..<random.number(below: 4) + 1 {
      let place = random.number(below: bytes.count + 1)
      switch random.number(below: 5) {
      case 0: if !bytes.isEmpty { bytes.remove(at: min(place, bytes.count - 1)) }
      case 1:
        bytes.insert(contentsOf: Array(words[random.number(below: words.count)].utf8), at: place)
      case 2:
        let other = Array(seeds[random.number(below: seeds.count)].utf8)
        let start = random.number(below: other.count)
        let end = min(other.count, start + random.number(below: 20))
        bytes.insert(contentsOf: other[start..<end], at: place)
      case 3:
        let end = min(bytes.count, place + random.number(below: 10))
        bytes.removeSubrange(place..<end)
      default:
        let end = min(bytes.count, place + random.number(below: 10))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: 0..<8)
  func `mutated programs end within their bounds`(part: Int) {
    var random = Seeded(seed: UInt64(part) + 1)
    let limits = Limits(steps: 3000, elements: 10_000, depth: 50, output: 5_000)
    for round in 0..<300 {
      var source = Self.seeds[(part + round) % Self.seeds.count]
      for _ in 0...random.number(below: 3) { source = Self.mutate(source, &random) }
      let session = Session(limits: limits)
      session.triesFixes = round % 4 == 0
      let outcome = session.run(source)
      #expect(outcome.printed.utf8.count <= 5_000)
      if let diagnostic = outcome.diagnostic {
        #expect(!diagnostic.type.isEmpty, "\(source)")
        #expect(diagnostic.line >= 1, "no place: \(diagnostic.rendered) of \(source)")
        _ = diagnostic.rendered
      }
      _ = Session.isComplete(source)
      _ = session.completions(of: source, at: random.number(below: source.utf8.count + 1))
      _ = session.fork().run("1")
    }
  }

  @Test(arguments: 0..<8)
  func `programs made by grammar end, and explain what they compute`(part: Int) {
    var grammar = ProgramGrammar(seed: UInt64(part) + 100)
    let limits = Limits(steps: 5000, elements: 10_000, depth: 50, output: 5_000)
    for round in 0..<150 {
      let source = grammar.program()
      let session = Session(limits: limits)
      session.triesFixes = round % 3 == 0
      let (outcome, derivation) = session.explain(source)
      if let diagnostic = outcome.diagnostic {
        #expect(diagnostic.line >= 1, "no place: \(diagnostic.rendered) of \(source)")
        continue
      }
      guard case .tensor(let value) = outcome.value, let last = derivation?.steps.last else {
        continue
      }
      #expect(last.value.shape == value.shape, "\(source)")
      #expect(derivation?.text.isEmpty == false)
    }
  }

  @Test func `nothing nested ends the process`() {
    let deep = 20_000
    let programs = [
      String(repeating: "(", count: deep),
      String(repeating: "[", count: deep) + String(repeating: "]", count: deep),
      String(repeating: "-", count: deep) + "1", String(repeating: "not ", count: deep) + "1",
      String(repeating: "1+", count: deep) + "1", String(repeating: "2**", count: deep) + "1",
      "x" + String(repeating: ".a", count: deep), "x" + String(repeating: "[0]", count: deep),
      "f" + String(repeating: "()", count: deep), String(repeating: "lambda: ", count: deep) + "1",
      String(repeating: "1 if ", count: deep), "1" + String(repeating: " if 1 else 1", count: deep),
      String(repeating: "{1:", count: deep), String(repeating: "f'{", count: 1000),
      String(repeating: "if 1:\n ", count: 5000),
      (0..<150).map { String(repeating: " ", count: $0) + "if 1:\n" }.joined()
        + String(repeating: " ", count: 150) + "1",
      String(repeating: "a = ", count: deep) + "1", String(repeating: "a < ", count: deep) + "1",
    ]
    for program in programs {
      let outcome = Session().run(program)
      if let diagnostic = outcome.diagnostic {
        #expect(diagnostic.line >= 1, "\(diagnostic.rendered)")
      }
    }
  }

  @Test(arguments: [
    "def f(n): return [[[[[[[[[[f(n + 1)]]]]]]]]]]\nf(0)",
    "class A:\n  def __getattr__(self, n): return getattr(self, n)\nA().x",
    "class A:\n  def __repr__(self): return repr(self)\nA()",
    "class A:\n  def __eq__(self, o): return self == o\nA() == A()",
    "class A:\n  def __call__(self): return self()\nA()()",
    "f = lambda: sorted([1, 2], key=lambda x: f())\nf()",
    "def f(): yield from f()\nlist(f())",
    "def f(): return f'{f()}'\nf()",
  ])
  func `a recursion without end is Python's error`(program: String) {
    let outcome = Session(limits: Limits(depth: 5000)).run(program)
    #expect(outcome.diagnostic?.type == "RecursionError", "\(outcome)")
  }

  @Test(arguments: [
    "x = []\nfor i in range(60000): x = [x]",
    "x = ()\nfor i in range(60000): x = (x, 1)",
    "x = None\nfor i in range(60000): x = {'next': x}",
    "class N: pass\nx = None\nfor i in range(60000):\n  n = N()\n  n.next = x\n  x = n",
    "x = []\nfor i in range(60000): x = iter([x])",
    "f = None\nfor i in range(60000):\n  f = (lambda g: lambda: g)(f)",
  ])
  func `long chains are let go of without the stack`(program: String) {
    #expect(Session().run(program).diagnostic == nil)
  }

  @Test(arguments: [
    ("x = []\nfor i in range(60000): x = [x]\nprint(x)", "RecursionError"),
    ("x = []\nfor i in range(60000): x = [x]\nx == [[x]]", "RecursionError"),
    ("x = []; x.append(x)\nprint(x)", nil),
    ("x = 1\nfor i in range(60000): x = (x,)\n{x: 1}", "RecursionError"),
    ("it = iter([1])\nfor i in range(60000): it = map(abs, it)\nlist(it)", "RecursionError"),
    ("'a' * 10 ** 12", "MemoryError"), ("[0] * 10 ** 12", "MemoryError"),
    ("x = 'a'\nwhile True: x += x", "MemoryError"), ("x = [1]\nwhile True: x += x", "MemoryError"),
    ("list(range(10 ** 12))", "MemoryError"), ("while True: print('x' * 1000)", "LimitError"),
    ("f'{1:{10 ** 9}}'", "ValueError"), ("'%*d' % (10 ** 9, 1)", "MemoryError"),
    ("'x'.center(10 ** 12)", "MemoryError"),
    ("try:\n  while True: pass\nexcept: pass", "LimitError"), ("10 ** 10 ** 10", "OverflowError"),
    ("sum(range(10 ** 12))", "LimitError"), ("x = {}\nwhile True: x[len(x)] = 1", "LimitError"),
    ("max(x for x in iter(int, 1))", "TypeError"), ("sorted(range(10 ** 9))", "MemoryError"),
  ])
  func `a program stays within its bounds`(program: String, error: String?) {
    let outcome = Session(limits: Limits(steps: 600_000, elements: 200_000)).run(program)
    #expect(
      outcome.diagnostic?.type == error, "\(program): \(outcome.diagnostic?.rendered ?? "no error")"
    )
  }
}
