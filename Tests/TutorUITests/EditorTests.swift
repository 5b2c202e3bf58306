import Testing

@testable import TutorUI

/// An editor with a text in which `|` marks the cursor.
private func editor(_ picture: String, history: [String] = []) -> LineEditor {
  var editor = LineEditor(history: history)
  let parts = picture.split(separator: "|", omittingEmptySubsequences: false)
  editor.insert(parts.joined())
  while editor.cursor > parts[0].count { _ = editor.press(.left) }
  return editor
}

private func picture(_ editor: LineEditor) -> String {
  String(editor.characters[..<editor.cursor]) + "|" + String(editor.characters[editor.cursor...])
}

/// Keys in Emacs' notation: `C-a M-f <up> abc`.
private func keys(_ text: String) -> [Key] {
  text.split(separator: " ").flatMap { word -> [Key] in
    let named: [String: Key] = [
      "<up>": .up, "<down>": .down, "<left>": .left, "<right>": .right, "<home>": .home,
      "<end>": .end, "<bs>": .backspace, "<del>": .delete, "<tab>": .tab, "<esc>": .escape,
      "<space>": .character(" "), "<enter>": .enter, "C-<left>": .controlArrow(.left),
      "C-<right>": .controlArrow(.right), "M-<bs>": .alt("\u{7F}"), "M-<enter>": .alt("\n"),
    ]
    if let key = named[String(word)] { return [key] }
    guard word.count == 3, let last = word.last else { return word.map { .character($0) } }
    if word.hasPrefix("C-") { return [.control(last)] }
    if word.hasPrefix("M-") { return [.alt(last)] }
    return word.map { .character($0) }
  }
}

@Suite struct `A line editor` {
  @Test(arguments: [
    ("|", "ab", "ab|"), ("a|b", "x", "ax|b"), ("ab|", "C-a x", "x|ab"), ("|ab", "C-e x", "abx|"),
    ("ab|c", "C-b", "a|bc"), ("a|bc", "C-f", "ab|c"), ("|a", "<left>", "|a"),
    ("a|", "<right>", "a|"),
    ("ab|c", "<home>", "|abc"), ("ab|c", "<end>", "abc|"),
    ("one two|", "M-b", "one |two"), ("one| two", "M-f", "one two|"),
    ("x.log_softmax(z)|", "M-b M-b", "x.|log_softmax(z)"),
    ("one two|", "C-<left> C-<left>", "|one two"), ("|one two", "C-<right>", "one| two"),
    ("ab|c", "<bs>", "a|c"), ("ab|c", "C-h", "a|c"), ("a|bc", "<del>", "a|c"),
    ("a|bc", "C-d", "a|c"),
    ("|abc", "<bs>", "|abc"), ("abc|", "<del>", "abc|"),
    ("ab|cd", "C-k", "ab|"), ("ab|cd", "C-u", "|cd"), ("a b.c|", "C-w", "a |"),
    ("a b.c|", "M-<bs>", "a b.|"), ("|a b", "M-d", "| b"), ("ab|c", "C-t", "acb|"),
    ("abc|", "C-t", "acb|"), ("a|", "C-t", "a|"),
    ("ab|cd", "C-k C-a C-y", "cd|ab"), ("one two three|", "C-w C-w C-y", "one two three|"),
    ("|one two", "M-d M-d C-y", "one two|"),
    ("ab cd|", "C-w C-a C-k C-y M-y", "cd|"),
    ("a\nb|c\nd", "C-k C-k", "a\nb|d"), ("a\n|bc", "C-u", "a\n|bc"),
    ("one\ntwo|", "<up>", "one|\ntwo"), ("one\n|two", "<up>", "|one\ntwo"),
    ("o|ne\ntwo", "<down>", "one\nt|wo"), ("a\nlong|", "<up>", "a|\nlong"),
    ("one|", "M-<enter> x", "one\nx|"), ("ab|", "M-<", "|ab"), ("|a\nb", "M->", "a\nb|"),
    ("数学|", "<left> x", "数x|学"), ("数学|", "<bs>", "数|"), ("e\u{301}x|", "<left> <bs>", "|x"),
    ("👩‍👩‍👧‍👦|", "<bs>", "|"),
  ])
  func `edits as readline does`(before: String, pressed: String, after: String) {
    var editor = editor(before)
    for key in keys(pressed) { _ = editor.press(key) }
    #expect(picture(editor) == after)
  }

  @Test(arguments: [
    ("abc", "C-_", "|"), ("abc <space> def", "C-_", "abc|"), ("abc <space> def", "C-_ C-_", "|"),
    ("abc", "C-_ M-_", "abc|"), ("abc C-w", "C-_", "abc|"), ("abc <bs> <bs>", "C-_", "abc|"),
    ("ab C-a C-k C-y C-y", "C-_ C-_", "|"), ("", "C-_", "|"),
  ])
  func `undoes and redoes`(typed: String, undone: String, after: String) {
    var editor = LineEditor()
    for key in keys(typed) + keys(undone) { _ = editor.press(key) }
    #expect(picture(editor) == after)
  }

  @Test func `takes a paste as one text and one undo`() {
    var editor = editor("f(|)")
    let text = "for i in x:\n\tprint(i)\u{1B}[2J\n"
    _ = editor.press(.paste(text))
    #expect(editor.text == "f(" + text + ")")
    _ = editor.press(.control("_"))
    #expect(picture(editor) == "f(|)")
  }

  @Test(arguments: [
    ("<up>", "softmax(z)|"), ("<up> <up>", "z = 1|"), ("<up> <up> <up> <up>", "import torch|"),
    ("<up> <up> <down>", "softmax(z)|"), ("<up> <down>", "|"), ("z <up>", "z = 1|"),
    ("z <up> <down>", "z|"), ("q <up>", "q|"), ("<up> x <up>", "softmax(z)x|"),
    ("C-r imp", "|import torch"), ("C-r z C-r", "|z = 1"), ("C-r z <esc> C-e", "softmax(z)|"),
    ("ab C-r z C-g", "ab|"), ("C-r soft <bs> <bs>", "|softmax(z)"), ("C-r z C-e !", "softmax(z)!|"),
    ("C-r nothing", "|"), ("C-r orx", "import t|orch"),
  ])
  func `goes through its history`(pressed: String, after: String) {
    var editor = LineEditor(history: ["import torch", "z = 1", "softmax(z)"])
    for key in keys(pressed) { _ = editor.press(key) }
    #expect(picture(editor) == after)
  }

  @Test func `keeps a text once in its history`() {
    var editor = LineEditor()
    for text in ["a", "a", " ", "b"] {
      editor.insert(text)
      #expect(editor.submit() == text)
    }
    #expect(editor.history == ["a", "b"])
    #expect(editor.isEmpty)
  }

  @Test(arguments: [
    ("def f(x):|", "def f(x):\n    |"), ("    return x|", "    return x\n|"),
    ("if a:  # why|", "if a:  # why\n    |"), ("    x = 1|", "    x = 1\n    |"), ("x|y", "x\n|y"),
  ])
  func `indents a new line`(before: String, after: String) {
    var editor = editor(before)
    editor.breakLine()
    #expect(picture(editor) == after)
  }

  @Test func `takes indentation back by steps`() {
    var editor = editor("if a:\n        |")
    _ = editor.press(.backspace)
    #expect(picture(editor) == "if a:\n    |")
    #expect(editor.press(.tab) == .edited)
    #expect(picture(editor) == "if a:\n        |")
  }

  @Test func `asks for what it cannot do itself`() {
    var editor = editor("x|")
    #expect(editor.press(.enter) == .submitted)
    #expect(editor.press(.tab) == .completionWanted)
    #expect(editor.press(.function(3)) == .ignored)
    #expect(editor.press(.control("d")) == .edited)
    editor.clear()
    #expect(editor.press(.control("d")) == .ended)
  }

  @Test func `completes a word`() {
    var editor = editor("F.log_s|")
    editor.complete("log_softmax", replacing: 5)
    #expect(picture(editor) == "F.log_softmax|")
    #expect(editor.cursorOffset == 13)
  }

  @Test(arguments: [
    ("abcdefghij|", 8, "> fghij", 7), ("数学数学|", 9, "> 学数学", 8), ("|abcdefghij", 8, "> abcdef", 2),
    ("abc\nd|ef", 8, "> abc\n. def", 3),
  ])
  func `moves a long line so that the cursor is seen`(
    text: String, columns: Int, shown: String, column: Int
  ) {
    let layout = editor(text).layout(columns: columns, prompt: "> ", continuation: ". ")
    var frame = Frame(size: Size(columns: columns, rows: layout.lines.count))
    for (row, line) in layout.lines.enumerated() {
      frame.put(line, at: Position(column: 0, row: row))
    }
    #expect(layout.cursor == Position(column: column, row: layout.lines.count - 1))
    expect(frame, shows: shown)
  }
}
