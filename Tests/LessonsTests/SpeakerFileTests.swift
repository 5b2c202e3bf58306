@testable import Lessons
import Testing

@Suite struct SpeakerFileTests {
  @Test func `a page is written, read, and taken away`() {
    let folder = TemporaryFolder()
    let file = SpeakerFile(folder: folder.path + "/deep")
    #expect(file.read() == nil)
    var page = SpeakerPage(
      lesson: "Softmax", language: .chinese, step: 1, steps: 9, title: "一步一步", next: nil,
      notes: ["a\nb"], pieces: 2, total: 4, isBlank: true)
    page.started = 1_800_000_000.25
    file.write(page)
    #expect(file.read() == page)
    file.remove()
    #expect(file.read() == nil)
  }
}
