import Lessons
import Testing

@Suite struct MarkdownTests {
  @Test func `a body is cut into steps with titles, blocks and notes`() {
    let script = read(
      """
      ## Three scores

      The **logits** are *raw*
      and `z` [here](https://example.org).\\
      New line.

      <!-- notes: ask the room -->
      <!-- a remark -->

      - one
      - two

      3. three
      4. four

      > quoted

      | a | b | c |
      | --- | :-: | --: |
      | 1 | `2` | $\\frac{a}{b}$ |

      ```python
      import torch
      ```

      ```nabla steps edit=z,t bars
      z = 1
      ```

      ---

      ## Second

      Text.
      """)
    #expect(script.findings == [])
    #expect(
      LessonPicture.text(script.lesson) == """
        # Three scores
        p The **logits** are *raw*·and `z` [here](https://example.org).⏎New line.
        - p one
        - p two
        3. p three
        4. p four
        > p quoted
        table lcr
        a | b | c
        1 | `2` | $\\frac{a}{b}$
        code python: import torch
        run@34 [steps bars edit=z edit=t] z = 1⏎
        notes: ask the room
        ---
        # Second
        p Text.
        """)
  }

  @Test(arguments: [
    ("$a_1 * b_2$ and $c_3 * d$", "p $a_1 * b_2$ and $c_3 * d$"),
    ("$$ a \\\\ b $$", "f a \\\\ b"),
    ("$$\na_i \\\\\nb_i\n$$", "f a_i \\\\ b_i"),
    ("so $$x$$ then", "p so\nf x\np then"),
    ("`$x` is $y$", "p `$x` is $y$"),
    ("costs \\$5", "p costs $5"),
    ("{{ z.max():.2f}} is", "p {z.max()|.2f@8} is"),
    ("{{ x[1:3] }}", "p {x[1:3]|@8}"),
    ("{{ {'a': 1}['a'] }}", "p {{'a': 1}['a']|@8}"),
    ("{{ f(\"a:b}}\"):.1e }}", "p {f(\"a:b}}\")|.1e@8}"),
    ("a\nb {{ z * y_1 * y_2 }}", "p a·b {z * y_1 * y_2|@9}"),
    ("**{{ z }}**", "p **{z|@8}**"),
    ("`{{ z }}`", "p `{{ z }}`"),
    ("a $x\n+ y$ b {{ z }}", "p a $x + y$ b {z|@9}"),
    ("| a |\n| --- |\n| $p(a|b)$ |", "table l\na\n$p(a|b)$"),
    ("1 < 2 and a_b_c", "p 1 < 2 and a_b_c"),
  ])
  func `formulas and computed numbers are kept from Markdown`(body: String, picture: String) {
    let script = read(body)
    #expect(LessonPicture.findings(script.findings) == "")
    #expect(LessonPicture.text(script.lesson) == "# \n" + picture)
  }

  @Test(arguments: [
    ("Text.\n---\n\nMore.", "9:1 step: These dashes make a heading of the paragraph above them."),
    ("a\n\n---\n\n---\n\nb", "12:0 step: This step is empty."),
    ("a\n\n---", "11:0 step: This step is empty."),
    ("a\n\n***\n\nb", "10:0 step: A step ends with `---`."),
    ("a $x b", "8:3 formula: This `$` begins a formula that nothing ends."),
    ("a\nb $$x", "9:3 formula: This `$$` begins a formula that nothing ends."),
    ("a {{ x }", "8:3 computed: This `{{` begins a computed number that nothing ends."),
    ("{{ }}", "8:1 computed: There is nothing to compute between `{{` and `}}`."),
    (
      "<b>x</b>",
      "8:0 markdown: HTML cannot be shown in a terminal.\n8:0 markdown: HTML cannot be shown in a terminal."
    ),
    ("![a](b.png)", "8:0 markdown: A picture cannot be shown in a terminal."),
    ("```nabla stesp\nz\n```", "8:10 program: A program has no presentation `stesp`."),
    ("```nabla edit=\nz\n```", "8:10 program: `edit=` names no input."),
    ("```nabla\n```", "8:0 program: This program is empty."),
    ("```nabal\nz\n```", "8:0 markdown: A block of `nabal` is only shown."),
  ])
  func `what cannot be read is told at its place`(body: String, findings: String) {
    #expect(LessonPicture.findings(read(body).findings) == findings)
  }

  @Test func `nesting without end is refused and does not exhaust the stack`() {
    let quotes = read(String(repeating: "> ", count: 5_000) + "x")
    #expect(quotes.findings.first?.message.contains("too deeply") == true)
    let emphasis = read(
      String(repeating: "*a **b ", count: 3_000) + String(repeating: "** *", count: 3_000))
    #expect(emphasis.lesson.steps.count == 1)
    let brackets = read("```quiz\nid: " + String(repeating: "[", count: 100_000) + "\n```")
    #expect(brackets.findings.first?.rule == .yaml)
    let dashes = read("```quiz\n" + String(repeating: "- ", count: 50_000) + "\n```")
    #expect(dashes.findings.first?.rule == .yaml)
  }

  @Test func `the nearest word is offered`() {
    #expect(read("```nabla stesp\nz\n```").findings.first?.advice == "Did you mean `steps`?")
  }
}
