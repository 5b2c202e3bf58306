import Testing

@testable import Language

/// Programs, and what they print or raise.
@Suite struct ProgramTests {
  /// A program and its transcript.
  struct Play: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var program: String
    var transcript: String

    init(_ name: String, _ program: String, _ transcript: String) {
      testDescription = name
      self.program = program
      self.transcript = transcript
    }
  }

  /// What a program prints, the value's text, and the error as it is rendered.
  static func transcript(_ source: String) -> String {
    let outcome = Session().run(source)
    return outcome.printed + (outcome.text.map { $0 + "\n" } ?? "")
      + (outcome.diagnostic.map { $0.rendered + "\n" } ?? "")
  }

  static let plays = [
    Play(
      "a class keeps its attributes and calls its base",
      """
      class Animal:
          count = 0
          def __init__(self, name, legs=4):
              self.name, self.legs = name, legs
              Animal.count += 1
          def __repr__(self):
              return f"{type(self).__name__}({self.name!r}, {self.legs})"

      class Bird(Animal):
          def __init__(self, name):
              super().__init__(name, legs=2)

      print([Animal("cat"), Bird("owl")], Animal.count)
      """, "[Animal('cat', 4), Bird('owl', 2)] 2\n"),
    Play(
      "functions close over variables",
      """
      def counter():
          n = 0
          def increase(by=1):
              nonlocal n
              n += by
              return n
          return increase
      c = counter()
      c(); c(10)
      print(c(), [f() for f in [lambda: i for i in range(3)]])
      """, "12 [2, 2, 2]\n"),
    Play(
      "arguments reach their parameters",
      """
      def f(a, b=2, *rest, c, d=4, **more):
          return a, b, rest, c, d, more
      print(f(1, c=3), f(*[1, 5, 6], c=8, **{'e': 9}))
      for bad in (lambda: f(), lambda: f(1), lambda: f(1, c=1, a=2)):
          try:
              bad()
          except TypeError as error:
              print(error)
      """,
      """
      (1, 2, (), 3, 4, {}) (1, 5, (6,), 8, 4, {'e': 9})
      f() missing 1 required positional argument: 'a'
      f() missing 1 required keyword-only argument: 'c'
      f() got multiple values for argument 'a'

      """),
    Play(
      "exceptions are caught by their family and leave through finally",
      """
      class Trouble(ValueError):
          def __init__(self, code):
              super().__init__(f"code {code}")
              self.code = code
      def leave():
          try:
              return "try"
          finally:
              print("finally")
      try:
          try:
              raise Trouble(7)
          except KeyError:
              print("no")
          else:
              print("no")
          finally:
              print(leave())
      except (TypeError, ValueError) as error:
          print(repr(error), error.code, error.args)
      raise Trouble(8)
      """,
      """
      finally
      try
      Trouble('code 7') 7 ('code 7',)
      Trouble: code 8
      21 │ raise Trouble(8)
         │ ^^^^^^^^^^^^^^^^

      """),
    Play(
      "a context manager is left whatever happens",
      """
      class Manager:
          def __enter__(self):
              print("enter")
              return self
          def __exit__(self, type, value, traceback):
              print("exit", type.__name__ if type else None, value)
              return True
      with Manager() as a, Manager():
          raise ValueError("inside")
      print("after")
      """, "enter\nenter\nexit ValueError inside\nexit None None\nafter\n"),
    Play(
      "a generator goes on where it stopped",
      """
      def numbers():
          n = 0
          while True:
              try:
                  if n == 3: yield from "ab"
                  yield n
              finally:
                  n += 1
              if n > 4: return
      print(list(numbers()), [x for x, _ in zip(numbers(), range(2))])
      g = (x * x for x in range(10) if x % 2)
      print(next(g), next(g), sum(g), next(g, "done"))
      """, "[0, 1, 2, 'a', 'b', 3, 4] [0, 1]\n1 9 155 done\n"),
    Play(
      "assignment unpacks",
      """
      a, (b, *c), d = 1, (2, 3, 4), 5
      [e, f], g = "xy", {"k": 1}
      x = y = [0]
      x += [1]
      i, y[0] = 1, 9
      print(a, b, c, d, e, f, g, x, i)
      a, b = 1, 2, 3
      """,
      """
      1 2 [3, 4] 5 x y {'k': 1} [9, 1] 1
      ValueError: too many values to unpack (expected 2)
      7 │ a, b = 1, 2, 3
        │ ^^^^

      """),
    Play(
      "operators ask the objects",
      """
      class V:
          def __init__(self, x): self.x = x
          def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
          __radd__ = __add__
          def __neg__(self): return V(-self.x)
          def __eq__(self, o): return self.x == o.x
          def __lt__(self, o): return self.x < o.x
          def __getitem__(self, i): return i
          def __len__(self): return self.x
          def __bool__(self): return False
          def __repr__(self): return f"V({self.x})"
      print(V(1) + 2, 2 + V(1), -V(1), V(1) == V(1), V(1) != V(1), sorted([V(2), V(1)]))
      print(sum([V(1), V(2)]), V(3)[1:2, ...], len(V(4)), not V(5), max(V(1), V(7)))
      V(1) * 2
      """,
      """
      V(3) V(3) V(-1) True False [V(1), V(2)]
      V(3) (slice(1, 2, None), Ellipsis) 4 True V(7)
      TypeError: unsupported operand type(s) for *: 'V' and 'int'
      14 │ V(1) * 2
         │ ^^^^^^^^

      """),
    Play(
      "properties and methods of the class",
      """
      class P:
          def __init__(self): self._x = 1
          @property
          def x(self): return self._x
          @x.setter
          def x(self, v): self._x = v * 2
          @staticmethod
          def s(a): return a + 1
          @classmethod
          def c(cls, a): return cls.__name__, a
      p = P(); p.x = 5
      p.x, P.s(1), p.s(2), P.c(1), p.c(2)
      """, "(10, 2, 3, ('P', 1), ('P', 2))\n"),
    Play(
      "loops have an else, and strings of every form",
      #"""
      for i in range(3):
          if i == 5: break
      else:
          print("else", i)
      while i:
          i -= 1
          if i == 1: continue
          print(i)
      w = 7
      print(f"{'a' 'b':>{w}}|{1/3:.{3}f}|{w=}|{w!r:^5}|{{}}|{f'{w}'}", "\t|\x41\u00e9" r"\n" '''x
      y''')
      """#, "else 2\n0\n     ab|0.333|w=7|  7  |{}|7 \t|Aé\\nx\ny\n"),
  ]

  @Test(arguments: plays)
  func `a program does what Python does`(play: Play) {
    #expect(Self.transcript(play.program) == play.transcript)
  }
}
