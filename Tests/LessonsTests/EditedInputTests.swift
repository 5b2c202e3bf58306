import Language
@testable import Lessons
import Math
import Testing

/// Inputs of programs that a learner gives other numbers.
@Suite struct EditedInputTests {
  private func player(_ body: String) -> LessonPlayer {
    let script = read(body)
    #expect(LessonPicture.findings(script.findings) == "")
    return LessonPlayer(script.lesson)
  }

  @Test func `an edited input changes what follows and nothing before`() {
    var player = player(
      """
      ```nabla edit=z
      z = [
        2.0,  # the first
        1.0,
      ]
      ```

      {{ sum(z) }}

      ---

      ```nabla edit=n,z
      n = 3
      z = [-0.5, 4]
      ```

      {{ n * sum(z) }}
      """)
    #expect(ComputedPicture.text(player.step(1)).hasSuffix("p <10.5>"))
    let inputs = player.step(1).inputs
    #expect(inputs.map(\.id) == [InputID(program: 1, name: "n"), InputID(program: 1, name: "z")])
    #expect(inputs.map(\.value.doubles) == [[3], [-0.5, 4]])
    let before = player.step(0)
    player.edit(inputs[1].id, to: Tensor(shape: [2], storage: .float64([1.5, 2])))
    #expect(player.step(0) == before)
    #expect(ComputedPicture.text(player.step(1)).hasSuffix("p <10.5>"))
    #expect(player.step(1).programs[0].program.source == "n = 3\nz = [1.5, 2]\n")
    #expect(player.step(1).inputs.map(\.isEdited) == [false, true])
    #expect(player.step(1).inputs[1].original.doubles == [-0.5, 4])
    player.edit(inputs[0].id, to: Tensor(shape: [], storage: .int64([-2])))
    #expect(ComputedPicture.text(player.step(1)).hasSuffix("p <−7.0>"))
    let first = InputID(program: 0, name: "z")
    player.edit(first, to: Tensor(shape: [2], storage: .float64([10, -3])))
    #expect(ComputedPicture.text(player.step(0)).hasSuffix("p <7.0>"))
    #expect(
      player.step(0).programs[0].program.source == "z = [\n  10.0,  # the first\n  -3.0,\n]\n")
    for input in player.edits.keys { player.edit(input, to: nil) }
    #expect(player.step(0) == before)
    #expect(ComputedPicture.text(player.step(1)).hasSuffix("p <10.5>"))
  }

  @Test(
    arguments: [
      (
        "x = softmax([2.0, 1.0])", [0.5, 0.25],
        "x = torch.tensor([0.5, 0.25], dtype=torch.float64)"
      ),
      ("x = torch.zeros(1)", [5], "x = torch.tensor([5.0])"),
      ("x = torch.zeros(\n  1\n)", [5], "x = torch.tensor([5.0])\n\n"),
      (
        "x = torch.ones(2, requires_grad=True)", [1.5, 2],
        "x = torch.tensor([1.5, 2.0], requires_grad=True)"
      ),
      ("x = [v * 2 for v in [1, 2]]", [3, 4], "x = [3, 4]"),
      ("x = min(1.5, 2)", [0.5], "x = 0.5"),
      ("x = torch.tensor([2.0, 1.0])", [0.1, 0.7], "x = torch.tensor([0.1, 0.7])"),
    ] as [(String, [Double], String)])
  func `an edited input has the numbers typed, in a program that says so`(
    statement: String, numbers: [Double], written: String
  ) throws {
    var player = player("```nabla edit=x\n\(statement)\ny = x\nx\n```\n\n{{ y }}")
    let input = try #require(player.step(0).inputs.first)
    var typed = input.value
    switch typed.storage {
    case .float32: typed = Tensor(shape: typed.shape, storage: .float32(numbers.map { Float($0) }))
    case .int64: typed = Tensor(shape: typed.shape, storage: .int64(numbers.map { Int64($0) }))
    default: typed = Tensor(shape: typed.shape, storage: .float64(numbers))
    }
    player.edit(input.id, to: typed)
    let step = player.step(0)
    #expect(step.findings == [])
    #expect(step.programs[0].program.source == written + "\ny = x\nx\n")
    #expect(step.inputs[0].value == typed)
    #expect(step.inputs[0].original == input.value)
    #expect(player.playground(after: 0).value(of: "y")?.input == typed)
  }

  @Test(
    arguments: [
      (
        "x = torch.tensor([1.0, -2.0], dtype=torch.float32)", "x",
        "x = torch.tensor([5.0, 6.5], dtype=torch.float32)"
      ),
      ("x2 = 1\nx = [1,2] # 7", "x", "x = [5,6.5] # 7"),
      ("a = 0\nx: list = [1, 2]", "x", "x: list = [5, 6.5]"),
      ("x == 1", "x", nil),
      ("if True:\n    x = [1, 2]", "x", nil),
      ("x = f('3', [1e-3, -.5])", "x", "x = f('3', [5.0, 6.5])"),
      ("x = [a-1, 2]", "x", "x = [a-5, 6.5]"),
      (#"x = f('it\'s 3', [1, 2])"#, "x", #"x = f('it\'s 3', [5, 6.5])"#),
      ("s = '''\nx = [1, 2]\n'''\nx = [3, -4]", "x", "x = [5, 6.5]"),
      ("x = [\n  1, # one of 2\n  2]\ny = 3", "x", "x = [\n  5, # one of 2\n  6.5]"),
    ] as [(String, String, String?)])
  func `the numbers of an assignment are found`(source: String, name: String, expected: String?) {
    let assignment = InputAssignmentProbe.replace(source, name, [5, 6.5])
    #expect(assignment == expected)
  }

  @Test(arguments: [
    (Double.infinity, "x = torch.tensor([float('inf'), 2])"),
    (-.infinity, "x = torch.tensor([float('-inf'), 2])"),
    (.nan, "x = torch.tensor([float('nan'), 2])"),
  ])
  func `numbers without digits are written as Python writes them`(value: Double, expected: String) {
    #expect(InputAssignmentProbe.replace("x = torch.tensor([-1, 1])", "x", [value, 2]) == expected)
  }

  @Test func `what follows in the same program is computed from an infinite input`() throws {
    var player = player("```nabla edit=z\nz = torch.tensor([1.0, 2.0])\nz.max() + 1\n```")
    let value = Tensor(shape: [2], storage: .float32([.infinity, 2]))
    player.edit(InputID(program: 0, name: "z"), to: value)
    #expect(player.step(0).programs.first?.outcome.text == "tensor(inf)")
  }
}
