import Testing

@testable import Language

/// Programs, and what they print or raise.
@Suite struct ProgramTests {
  /// What a program prints, the value's text, and the error as it is rendered.
  static func transcript(_ source: String) -> String {
    let outcome = Session().run(source)
    return outcome.printed + (outcome.text.map { $0 + "\n" } ?? "")
      + (outcome.diagnostic.map { $0.rendered + "\n" } ?? "")
  }

  @Test func `a class keeps its attributes and calls its base`() {
    let program = """
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
      """
    #expect(Self.transcript(program) == "[Animal('cat', 4), Bird('owl', 2)] 2\n")
  }

  @Test func `functions close over variables`() {
    let program = """
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
      """
    #expect(Self.transcript(program) == "12 [2, 2, 2]\n")
  }

  @Test func `an error shows its line`() {
    #expect(
      Self.transcript("x = [1, 2, 3]\nx[5]") == """
        IndexError: list index out of range
        2 │ x[5]
          │ ^^^^
            There are 3 items, at places 0 to 2; the place was 5.

        """)
  }
}
