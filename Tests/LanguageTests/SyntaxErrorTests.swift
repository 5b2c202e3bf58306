import Testing

@testable import Language

/// Programs that are none, and the first line that CPython 3.11 gives.
@Suite struct SyntaxErrorTests {
  static let rows: [(String, String)] = [
    ("x = = 1", "SyntaxError: invalid syntax"),
    ("if x = 3: pass", "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
    ("def f()\n  pass", "SyntaxError: expected ':'"),
    ("class A\n  pass", "SyntaxError: expected ':'"),
    ("for i in range(3)\n  pass", "SyntaxError: expected ':'"),
    ("while True print(1)", "SyntaxError: invalid syntax"),
    ("1 = x", "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?"),
    (
      "f() = 1",
      "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"
    ),
    (
      "x + 1 = 2",
      "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"
    ),
    ("None = 1", "SyntaxError: cannot assign to None"),
    ("'a' = 1", "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?"),
    ("[1, 2] = 3 = x", "SyntaxError: cannot assign to literal"),
    ("return 5", "SyntaxError: 'return' outside function"),
    ("break", "SyntaxError: 'break' outside loop"),
    ("continue", "SyntaxError: 'continue' not properly in loop"),
    ("def f():\n  break", "SyntaxError: 'break' outside loop"),
    ("print 'a'", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"),
    ("print 1", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"),
    ("exec 'a'", "SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?"),
    ("x = (1, 2", "SyntaxError: '(' was never closed"),
    ("x = [1, 2", "SyntaxError: '[' was never closed"),
    ("x = {1: 2", "SyntaxError: '{' was never closed"),
    ("x = 1)", "SyntaxError: unmatched ')'"),
    ("x = (1]", "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('"),
    ("'abc", "SyntaxError: unterminated string literal (detected at line 1)"),
    (#""""abc"#, "SyntaxError: unterminated triple-quoted string literal (detected at line 1)"),
    ("'a' 'b", "SyntaxError: unterminated string literal (detected at line 1)"),
    ("f'{'", "SyntaxError: f-string: expecting '}'"),
    ("f'{}'", "SyntaxError: f-string: empty expression not allowed"),
    ("f'{x'", "SyntaxError: f-string: expecting '}'"),
    ("f'}'", "SyntaxError: f-string: single '}' is not allowed"),
    ("f'{x!z}'", "SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'"),
    ("f(a=1, 2)", "SyntaxError: positional argument follows keyword argument"),
    ("f(**a, *b)", "SyntaxError: iterable argument unpacking follows keyword argument unpacking"),
    ("f(a=1, a=2)", "SyntaxError: keyword argument repeated: a"),
    ("f(x for x in y, 1)", "SyntaxError: Generator expression must be parenthesized"),
    ("def f(a, a): pass", "SyntaxError: duplicate argument 'a' in function definition"),
    ("def f(a=1, b): pass", "SyntaxError: non-default argument follows default argument"),
    ("lambda x: = 1", "SyntaxError: invalid syntax"),
    ("x = 5 +", "SyntaxError: invalid syntax"),
    ("x = * 3", "SyntaxError: can't use starred expression here"),
    ("1abc", "SyntaxError: invalid decimal literal"),
    ("0x", "SyntaxError: invalid hexadecimal literal"),
    (
      "01",
      "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
    ),
    ("1__0", "SyntaxError: invalid decimal literal"),
    ("5.a", "SyntaxError: invalid decimal literal"),
    ("x = 1 2", "SyntaxError: invalid syntax"),
    ("x y", "SyntaxError: invalid syntax"),
    (
      "if True:\npass",
      "IndentationError: expected an indented block after 'if' statement on line 1"
    ),
    ("if True:\n  x\n y", "IndentationError: unindent does not match any outer indentation level"),
    ("  x = 1", "IndentationError: unexpected indent"),
    ("if 1:\n\tx=1\n        y=2", "TabError: inconsistent use of tabs and spaces in indentation"),
    ("else: pass", "SyntaxError: invalid syntax"),
    ("elif x: pass", "SyntaxError: invalid syntax"),
    ("except: pass", "SyntaxError: invalid syntax"),
    ("try:\n  pass", "SyntaxError: expected 'except' or 'finally' block"),
    ("try:\n  pass\nx=1", "SyntaxError: expected 'except' or 'finally' block"),
    ("import", "SyntaxError: invalid syntax"),
    ("from x import", "SyntaxError: invalid syntax"),
    ("del 1", "SyntaxError: cannot delete literal"),
    ("del f()", "SyntaxError: cannot delete function call"),
    ("x += 1 += 2", "SyntaxError: invalid syntax"),
    ("f() += 1", "SyntaxError: 'function call' is an illegal expression for augmented assignment"),
    ("(a, b) += 1", "SyntaxError: 'tuple' is an illegal expression for augmented assignment"),
    ("x: int: 3", "SyntaxError: invalid syntax"),
    ("(a, b): int = 3", "SyntaxError: only single target (not tuple) can be annotated"),
    ("yield 1", "SyntaxError: 'yield' outside function"),
    ("global", "SyntaxError: invalid syntax"),
    ("nonlocal x", "SyntaxError: nonlocal declaration not allowed at module level"),
    (
      "def f():\n  x = 1\n  global x",
      "SyntaxError: name 'x' is assigned to before global declaration"
    ),
    ("raise x from", "SyntaxError: invalid syntax"),
    ("assert", "SyntaxError: invalid syntax"),
    ("for 1 in x: pass", "SyntaxError: cannot assign to literal"),
    ("for x in: pass", "SyntaxError: invalid syntax"),
    ("{1: 2, 3}", "SyntaxError: ':' expected after dictionary key"),
    ("{1, 2: 3}", "SyntaxError: invalid syntax"),
    ("x = $", "SyntaxError: invalid syntax"),
    ("x = ?", "SyntaxError: invalid syntax"),
    ("a ? b : c", "SyntaxError: invalid syntax"),
    ("x = 3！", "SyntaxError: invalid character '！' (U+FF01)"),
    ("x && y", "SyntaxError: invalid syntax"),
    ("!x", "SyntaxError: invalid syntax"),
    ("x++", "SyntaxError: invalid syntax"),
    ("x--", "SyntaxError: invalid syntax"),
    ("x <> y", "SyntaxError: invalid syntax"),
    ("`x`", "SyntaxError: invalid syntax"),
    ("@", "SyntaxError: invalid syntax"),
    ("@x\ny", "SyntaxError: invalid syntax"),
    ("def f(x): return x y", "SyntaxError: invalid syntax"),
    ("class A: x = \n", "SyntaxError: invalid syntax"),
    ("x[", "SyntaxError: '[' was never closed"),
    ("x[]", "SyntaxError: invalid syntax"),
    ("x[1:2:3:4]", "SyntaxError: invalid syntax"),
    ("x.", "SyntaxError: invalid syntax"),
    ("x.1", "SyntaxError: invalid syntax"),
    ("import a.b as c.d", "SyntaxError: invalid syntax"),
    ("from a import (b, c", "SyntaxError: '(' was never closed"),
    ("from a import *, b", "SyntaxError: invalid syntax"),
    ("if 1: if 2: pass", "SyntaxError: invalid syntax"),
    ("a = b = ", "SyntaxError: invalid syntax"),
    ("*a", "SyntaxError: can't use starred expression here"),
    ("*a = 1", "SyntaxError: starred assignment target must be in a list or tuple"),
    ("a = *b", "SyntaxError: can't use starred expression here"),
    ("print(*)", "SyntaxError: invalid syntax"),
    ("def f(*): pass", "SyntaxError: named arguments must follow bare *"),
    ("(x = 1)", "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
    ("[x = 1]", "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
    ("def 1f(): pass", "SyntaxError: invalid decimal literal"),
    ("class 1: pass", "SyntaxError: invalid syntax"),
    ("not", "SyntaxError: invalid syntax"),
    ("x is not", "SyntaxError: invalid syntax"),
    ("x not y", "SyntaxError: invalid syntax"),
    ("x in", "SyntaxError: invalid syntax"),
    ("pass pass", "SyntaxError: invalid syntax"),
    ("if x:\n", "IndentationError: expected an indented block after 'if' statement on line 1"),
    (
      "def f():\n",
      "IndentationError: expected an indented block after function definition on line 1"
    ),
    (
      "for i in x:\n    # c\n",
      "IndentationError: expected an indented block after 'for' statement on line 1"
    ),
    (
      #""a" = 1"#,
      "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?"
    ),
    ("True = 1", "SyntaxError: cannot assign to True"),
    (
      "{} = 1",
      "SyntaxError: cannot assign to dict literal here. Maybe you meant '==' instead of '='?"
    ),
    ("x if y = 1", "SyntaxError: expected 'else' after 'if' expression"),
    ("print(a b)", "SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("print(a, b c)", "SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("foo(1 2)", "SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("[1 2]", "SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("{1:2 3:4}", "SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("x = 'it's'", "SyntaxError: unterminated string literal (detected at line 1)"),
    (#"x = "a"b""#, "SyntaxError: unterminated string literal (detected at line 1)"),
    (#"\ x"#, "SyntaxError: unexpected character after line continuation character"),
    (#"x = 1 \ y"#, "SyntaxError: unexpected character after line continuation character"),
    ("\tx=1", "IndentationError: unexpected indent"),
    ("x=1\n  y=2", "IndentationError: unexpected indent"),
    (
      "def f():\nreturn 1",
      "IndentationError: expected an indented block after function definition on line 1"
    ),
    (
      "while 1:\nx",
      "IndentationError: expected an indented block after 'while' statement on line 1"
    ),
    ("a = 1 if 2", "SyntaxError: expected 'else' after 'if' expression"),
    ("lambda x=1, y: 1", "SyntaxError: non-default argument follows default argument"),
    ("f(**)", "SyntaxError: invalid syntax"),
  ]

  @Test(arguments: rows)
  func `a syntax error is worded as CPython words it`(program: String, expected: String) throws {
    let diagnostic = try #require(Session().run(program).diagnostic)
    #expect("\(diagnostic.type): \(diagnostic.message)" == expected)
    #expect(diagnostic.line >= 1)
  }
}
