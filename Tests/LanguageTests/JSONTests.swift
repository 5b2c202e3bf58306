import Math
import Testing

@testable import Language

/// JSON in and out.
@Suite struct JSONTests {
  @Test func `an outcome is one line`() {
    let outcome = Session().run("print('é\"\\n\\t')\n(1, 2.5, float('inf'), True, None, 'x', [])")
    #expect(
      outcome.json(id: "a").line
        == #"{"id": "a", "stdout": "é\"\n\t\n", "value": {"type": "tuple", "data": "#
        + #"[{"type": "int", "data": 1}, {"type": "float", "data": 2.5}, {"type": "float", "data": "inf"}, "#
        + #"{"type": "bool", "data": true}, null, {"type": "str", "data": "x"}, {"type": "list", "data": []}]}, "error": null}"#
    )
  }

  @Test func `an error has its place`() {
    #expect(
      Session().run("x = 1\nx.y").json().line
        == #"{"stdout": "", "value": null, "error": {"type": "AttributeError", "#
        + #""message": "'int' object has no attribute 'y'", "line": 2, "column": 1}}"#)
  }

  @Test(arguments: [
    #"{"id": "a/b", "code": "x = 1\ny", "n": [1, -2.5, 1e-05, true, false, null, {}]}"#, #"[]"#,
    #""é 😀""#, "12",
  ])
  func `what is written is what was read`(text: String) throws {
    #expect(try JSON(reading: text).line == text)
  }

  @Test(arguments: [
    "", "{", "[1,", "\"a", "{\"a\" 1}", "[1] 2", "nul", "\"\\q\"", "\"\\ud800\"", "01x",
  ])
  func `what is no JSON is refused with a place`(text: String) {
    #expect(throws: JSON.ReadingError.self) { try JSON(reading: text) }
  }

  @Test func `escapes are read`() throws {
    #expect(try JSON(reading: #""\u00e9\ud83d\ude00\/\b""#) == .string("é😀/\u{8}"))
  }
}
