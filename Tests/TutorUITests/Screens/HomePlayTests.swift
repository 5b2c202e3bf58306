import Lessons
import Testing

@testable import TutorUI

@Suite struct HomePlayTests {
  @Test func `home shows how far one has come and what comes next`() {
    expect(
      Play(80, 24).screen,
      """

         ∇ nabla   From scores to gradients
         From a classifier's scores to its gradients. Every number is computed as
         you look at it.

         Losses
           ✓ 1  Scores                                ▓▓▓▓▓▓▓▓▓▓▓▓▓▓   5/5    8 min
         ▸ · 2  Log-softmax                           ▓▓▓▓▓░░░░░░░░░   2/5   10 min
           ! 3  Broken                                                            !

           Why the logarithm comes first.
           builds on Scores











       space continue   ↑↓ choose   d drill   s statistics   l 中文   ? keys   q quit
      """)
  }

  @Test func `home is Chinese at a key`() {
    var play = Play(40, 12)
    play.press("l")
    expect(
      play.screen,
      """
       ∇ nabla   从得分到梯度

       损失函数
         ✓ 1  得分                        5/5
       ▸ · 2  对数 softmax                2/5
         ! 3  坏的一课                      !

         为什么先取对数。



       空格 继续   ↑↓ 选择   d 练习   ? 按键
      """)
    #expect(play.app.language == .chinese)
  }

  @Test func `a broken lesson says why and the rest stays usable`() {
    var play = Play()
    play.press("down enter")
    #expect(play.screen.contains("content/en/broken.md:3: the front matter"))
    play.press("up enter")
    #expect(play.screen.contains("Three scores"))
  }

  @Test func `q quits and ctrl-c quits from anywhere`() {
    var play = Play()
    play.press("q")
    #expect(play.hasQuit)
    var lesson = Play()
    lesson.press("enter g end enter ^c")
    #expect(lesson.hasQuit)
  }

  @Test func `progress that cannot be saved is told`() {
    var play = Play()
    play.press("enter")
    play.send(.noticed(.sentence(Sentence("It cannot be saved: the disk is full.", "磁盘已满。"))))
    #expect(play.screen.contains("It cannot be saved: the disk is full."))
  }
}
