import Lessons
import Testing

@testable import TutorUI

@Suite struct GraphViewTests {
  private static let lesson = WrittenLesson(
    body: """
      ## Graph

      A computer keeps what each value was made from. Follow it down to the loss.

      ```nabla hide
      x, y = torch.tensor([[1.0, -2.0, 0.5]]), torch.tensor([1])
      W1 = torch.tensor([[0.5, -0.3, 0.2], [0.1, 0.8, -0.4]], requires_grad=True)
      b1 = torch.tensor([0.1, 0.2], requires_grad=True)
      ```

      ```nabla graph
      logits = F.linear(x, W1, b1)
      loss = F.cross_entropy(logits, y)
      loss
      ```
      """)

  @Test func `beside text a graph is given the room that its labels need`() {
    let screen = Self.lesson.screen(after: "", 120, 30)
    #expect(!screen.contains("…"))
    #expect(screen.contains("  F.linear(x, W1, b1)\n"))
    #expect(screen.contains("  F.cross_entropy(logits, y)\n"))
    #expect(screen.contains("  A computer keeps what each value was"))
  }

  @Test func `a label takes the columns that the numbers leave`() throws {
    let body = "```nabla graph\nx = torch.tensor(2.0)\n((x * 3 - 1).exp() + x.log()).sqrt()\n```\n"
    let screen = WrittenLesson(body: body).screen(after: "", 60, 24)
    #expect(!screen.contains("…"))
  }
}
