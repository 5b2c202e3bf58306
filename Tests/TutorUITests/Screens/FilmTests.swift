import Language
import Lessons
import Math
import Testing

@testable import TutorUI

/// Frames of training, played in place.
@Suite struct FilmTests {
  /// Four frames: a caption, a curve that grows, and a matrix.
  private static let frames = """
    ```nabla edit=k frames
    k = 4
    losses, frames = [], []
    for step in range(int(k)):
        losses.append(1 / (step + 1))
        heat = torch.full((2, 3), float(step))
        frames.append((f"epoch {step}", losses[:], heat))
    frames
    ```
    """

  private func sitting(
    _ body: String = frames, rows: Int = 24, isStill: Bool = false, isPresenting: Bool = false
  ) -> Rehearsal {
    Rehearsal(
      desk: WrittenLesson(body: body), language: .english, size: Size(columns: 60, rows: rows),
      lesson: "t", isPresenting: isPresenting, isStill: isStill)
  }

  /// The line over the frame.
  private func head(_ sitting: Rehearsal) -> String? {
    sitting.frame.picture.first { $0.contains("epoch") }
      .map { String($0.drop { $0 == " " }) }
  }

  @Test func `a frame has its caption, its curve on the axes of all, and its shades`() {
    var sitting = sitting()
    sitting.rest()
    let rows = sitting.frame.picture.dropFirst(2).dropLast(2).map { $0.dropFirst(2) }
    #expect(
      rows.prefix(14).joined(separator: "\n") == """
        ✎ k   4

        ▶ ▓▓░░  2/4  epoch 1
        1.0 ┤⢢                        │░░░░░░│
            │ ⠑⡄                      │░░░░░░│
        0.8 ┤  ⠈⢆                     0.0000 │  ░░▒▒▓▓██│ 3.0000
            │    ⠣⡀
        0.6 ┤     ⠘⢄
            │      ⠈⠂
        0.4 ┤
            │
        0.2 ┤
            └┬─────────────┬───────
             0             2
        """)
  }

  @Test func `frames come one by one, and the last one stays`() {
    var sitting = sitting()
    var heads = [head(sitting)]
    for _ in 0..<4 {
      sitting.rest()
      heads.append(head(sitting))
    }
    #expect(
      heads == [
        "▶ ▓░░░  1/4  epoch 0", "▶ ▓▓░░  2/4  epoch 1", "▶ ▓▓▓░  3/4  epoch 2",
        "■ ▓▓▓▓  4/4  epoch 3", "■ ▓▓▓▓  4/4  epoch 3",
      ])
  }

  @Test func `nothing wakes the loop when nothing plays`() {
    let desk = WrittenLesson(body: Self.frames)
    var classroom = Classroom(desk: desk)
    var app = App(
      size: Size(columns: 60, rows: 24), language: .english, course: classroom.list(in: .english))
    func wakes(_ effects: [AppEffect]) -> Bool {
      effects.contains { if case .wake = $0 { true } else { false } }
    }
    let opened = classroom.perform(.openLesson("t", .english, step: nil))
    #expect(opened.map { wakes(app.update($0)) } == [true])
    #expect((0..<4).map { _ in wakes(app.update(.rested)) } == [true, true, false, false])
    #expect(!wakes(app.update(.key(.character("x")))))
  }

  @Test func `every frame takes the same lines`() {
    var sitting = sitting(Self.frames + "\n\nBelow.")
    let below = sitting.frame.picture.firstIndex { $0.contains("Below.") }
    for _ in 0..<3 {
      sitting.rest()
      #expect(sitting.frame.picture.firstIndex { $0.contains("Below.") } == below)
    }
    #expect(below != nil)
  }

  @Test func `a key plays it again, stops it, and gives it the arrow keys`() {
    var sitting = sitting()
    for _ in 0..<3 { sitting.rest() }
    sitting.press(.character("w"))
    #expect(head(sitting) == "▶ ▓░░░  1/4  epoch 0  ← →")
    sitting.rest()
    sitting.press(.character("w"))
    #expect(head(sitting) == "▷ ▓▓░░  2/4  epoch 1  ← →")
    sitting.rest()
    #expect(head(sitting) == "▷ ▓▓░░  2/4  epoch 1  ← →")
    let seen = [Key.right, .left, .left, .left, .end, .right, .home].map { key in
      sitting.press(key)
      return head(sitting)?.split(separator: " ").dropFirst(2).first.map(String.init)
    }
    #expect(seen == ["3/4", "2/4", "1/4", "1/4", "4/4", "4/4", "1/4"])
    sitting.press(.escape)
    #expect(head(sitting) == "▷ ▓░░░  1/4  epoch 0")
  }

  @Test func `a changed input makes it anew from its beginning`() {
    var sitting = sitting()
    for _ in 0..<3 { sitting.rest() }
    sitting.press(.character("e"))
    sitting.press(.shift(.up))
    #expect(head(sitting) == "▶ ▓░░░░  1/5  epoch 0")
  }

  @Test func `where nothing may move, the last frame is there at once and others by the arrows`() {
    var sitting = sitting(isStill: true)
    #expect(head(sitting) == "■ ▓▓▓▓  4/4  epoch 3")
    sitting.press(.character("w"))
    sitting.press(.left)
    #expect(head(sitting) == "▷ ▓▓▓░  3/4  epoch 2  ← →")
    sitting.rest()
    #expect(head(sitting) == "▷ ▓▓▓░  3/4  epoch 2  ← →")
  }

  @Test func `it begins when it comes into view`() {
    let far = (1...30).map { "Line \($0).\n" }.joined(separator: "\n")
    var sitting = sitting(far + "\n" + Self.frames)
    for _ in 0..<9 { sitting.rest() }
    sitting.press(.end)
    #expect(head(sitting) == "▶ ▓░░░  1/4  epoch 0")
  }

  @Test func `in front of a class it plays when its piece comes, and again when it comes again`() {
    var sitting = sitting("One.\n\n" + Self.frames, isPresenting: true)
    #expect(head(sitting) == nil)
    sitting.press(.character(" "))
    #expect(head(sitting) == nil)
    sitting.press(.character(" "))
    #expect(head(sitting) == "▶ ▓░░░  1/4  epoch 0")
    sitting.rest()
    #expect(head(sitting) == "▶ ▓▓░░  2/4  epoch 1")
    sitting.press(.backspace)
    #expect(head(sitting) == nil)
    sitting.press(.character(" "))
    #expect(head(sitting) == "▶ ▓░░░  1/4  epoch 0")
  }

  @Test func `line by line there are the first, the middle and the last frame`() {
    var player = LessonPlayer(WrittenLesson(body: Self.frames).lesson("t", in: .english))
    let text = player.step(0).programs.flatMap {
      PlainProgram(program: $0, language: .english, columns: 60).lines
    }.map { $0.runs.map(\.text).joined() }
    #expect(
      text.filter { $0.hasPrefix("Frame") || $0.hasPrefix("epoch") }
        == ["Frame 1 of 4", "epoch 0", "Frame 3 of 4", "epoch 2", "Frame 4 of 4", "epoch 3"])
  }

  @Test func `a text too wide in a frame that is not the first is found`() {
    let wide = """
      ```nabla frames
      ["a", "b" * 90, "c", "d", "e"]
      ```
      """
    var player = LessonPlayer(WrittenLesson(body: wide).lesson("t", in: .english))
    let problem = StepFit.problem(player.step(0), in: player.lesson)
    #expect(problem?.hasPrefix("A line of this step takes 90 columns, and there are 76") == true)
  }

  static let faults: [(String, String)] = [
    ("7", "The value of a `frames` program is a list with something for each frame."),
    ("[]", "The value of a `frames` program is a list with something for each frame."),
    ("[\"a\"] * 121", "There are 121 frames, and 120 are the most."),
    (
      "[(\"a\", [1.0]), (\"b\",)]",
      "Thing 2 of a frame is not in every one of them."
    ),
    (
      "[\"a\", [1.0]]",
      "Thing 1 of a frame is not of one kind in all of them: a text, numbers or a matrix."
    ),
    (
      "[(\"a\", None)]",
      "Thing 2 of frame 1 is neither a text, nor a vector or list of numbers, nor a matrix."
    ),
    (
      "[torch.zeros(2, 2), torch.zeros(2, 3)]",
      "The matrix in frame 2 has another shape than the first one."
    ),
  ]

  @Test(arguments: faults) func `what is no film is found`(source: String, says: String) {
    let body = "```nabla frames\n\(source)\n```\n"
    var player = LessonPlayer(WrittenLesson(body: body).lesson("t", in: .english))
    #expect(player.step(0).findings.map(\.message) == [says])
  }
}
