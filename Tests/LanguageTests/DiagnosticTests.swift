import Testing

@testable import Language

/// Errors as pictures.
@Suite struct DiagnosticTests {
  static let pictures: [(String, String)] = [
    (
      "total = 1\nprint(totl)",
      """
      NameError: name 'totl' is not defined
      2 │ print(totl)
        │       ^^^^
          Did you mean 'total'?
          → print(total)
      """
    ),
    (
      "def half(n):\n    return n / 0\n\nhalf(3)",
      """
      ZeroDivisionError: division by zero
      2 │     return n / 0
        │            ^^^^^
      """
    ),
    (
      "名 = '变量'\nprint(名 + 1)",
      """
      TypeError: can only concatenate str (not "int") to str
      2 │ print(名 + 1)
        │       ^^^^^^
          → print(名 + str(1))
      """
    ),
    (
      "x = 'abc'\nx.uper()",
      """
      AttributeError: 'str' object has no attribute 'uper'
      2 │ x.uper()
        │ ^^^^^^
          Did you mean 'upper'?
          → x.upper()
      """
    ),
    (
      "f'{1 +}'",
      """
      SyntaxError: invalid syntax
      1 │ f'{1 +}'
        │       ^
      """
    ),
    (
      "print（1）",
      """
      SyntaxError: invalid character '（' (U+FF08)
      1 │ print（1）
        │      ^^
          Write ( instead of （.
          → print(1)
      """
    ),
    (
      "if True:\nx = 1",
      """
      IndentationError: expected an indented block after 'if' statement on line 1
      2 │ x = 1
        │ ^
          →     x = 1
      """
    ),
    (
      "2 ** 64",
      """
      OverflowError: the whole number does not fit in 64 bits, and nabla has no larger ones
      1 │ 2 ** 64
        │ ^^^^^^^
          → Use a float: write 2.0 instead of 2.
      """
    ),
    (
      "sorted([1], revers=True)",
      """
      TypeError: sorted() got an unexpected keyword argument 'revers'
      1 │ sorted([1], revers=True)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^
          Did you mean 'reverse'?
          → sorted([1], reverse=True)
      """
    ),
    (
      "values = [\n    1,\n    2 + None,\n]",
      """
      TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
      3 │     2 + None,
        │     ^^^^^^^^
      """
    ),
  ]

  @Test(arguments: pictures)
  func `an error points at its place`(program: String, picture: String) {
    #expect(Session().run(program).diagnostic?.rendered == picture)
  }

  @Test func `of a very long line the neighbourhood is shown`() throws {
    let program = "x = [" + String(repeating: "1, ", count: 50_000) + "oops]"
    let diagnostic = try #require(Session().run(program).diagnostic)
    #expect(diagnostic.column == 150_006)
    let lines = diagnostic.rendered.split(separator: "\n")
    #expect(lines[1].count < 260 && lines[1].hasSuffix("1, oops]"))
    #expect(lines[2].hasSuffix("^^^^") && lines[2].count == lines[1].count - 1)
  }

  @Test func `an error inside an earlier program shows that program's line`() {
    let session = Session()
    _ = session.run("# first\ndef f(x):\n    return x.nothing")
    let diagnostic = session.run("\n\n\n\nf(1)").diagnostic
    #expect(diagnostic?.line == 3)
    #expect(diagnostic?.source == "    return x.nothing")
  }
}
