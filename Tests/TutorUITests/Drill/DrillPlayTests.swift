@testable import Lessons
import Testing

@testable import TutorUI

@Suite struct DrillPlayTests {
  @Test func `the menu tells what there is`() {
    var play = DrillPlay()
    play.press("d")
    expect(
      play.screen,
      """

         ∇ nabla   Drill

         0 due now
         4 new today
         4 of 4 cards met in the lessons

         ▸ Review          4 cards
           Interview       2 questions, 20 min
           Cram            4 cards

           Topic           ‹ all ›
           Cards           ‹ as usual ›
           Time            ‹ no limit ›
           To be known     ‹ 90%  as usual ›


           What you are about to forget, with fresh numbers, and a few new
           cards. When a card comes back follows from how you answered: tries,
           hints, time.



       enter begin   ↑↓ choose   s statistics   l 中文   ? keys   esc home
      """)
  }

  @Test func `own cards that cannot be asked are told`() {
    var desk = DrillDesk()
    desk.problems = [
      Finding(rule: .unreadable, file: "a.json", line: 0, message: "This is no JSON.")
    ]
    var play = DrillPlay(desk: desk)
    play.press("d")
    #expect(play.screen.contains("cannot be asked: a.json: This is no JSON."))
    var plain = PlainDrill(desk: desk, language: .english)
    #expect(plain.begin(DrillPlan(), seed: 1).text.contains("a.json: This is no JSON."))
  }

  @Test func `a card that is revealed keeps the answer that was judged, and no other`() {
    var play = DrillPlay()
    play.press("d enter esc v space")
    #expect(play.reviews.map(\.answer) == [""])
    #expect(play.reviews.map(\.outcome) == [.revealed])
    play.press("\"100\" enter \"7\" esc v space")
    #expect(play.reviews.last?.outcome == .revealed)
    #expect(play.reviews.last?.answer == "100")
  }

  @Test func `a card is answered, rated by what was seen, and comes back`() {
    var play = DrillPlay()
    play.press("d enter")
    #expect(play.screen.contains("What is it called?"))
    #expect(play.screen.contains("The numbers are 1 and 1."))
    play.solve(after: 25)
    #expect(play.screen.contains("▸3 good 10 min"))
    #expect(play.screen.contains("try 1, 25 s"))
    play.press("space")
    #expect(play.reviews.map(\.rating) == [.good])
    // A card that draws its own numbers needs nothing of its step.
    #expect(play.screen.contains("and one?"))
    #expect(!play.screen.contains("Add"))
    play.press("\"100\" enter")
    play.solve(after: 10)
    #expect(play.screen.contains("▸2 hard"))
    play.press("1 space")
    #expect(play.reviews.map(\.rating) == [.good, .again])
    #expect(play.reviews.last?.tries == 2)
  }

  @Test func `fresh numbers come each time`() {
    var play = DrillPlay()
    play.press("d enter")
    play.solve()
    play.press("space")
    let first = play.app.cardQuiz
    play.press("esc f")
    #expect(play.app.cardQuiz?.seed != first?.seed)
    #expect(play.app.cardQuiz?.id == "add")
  }

  @Test func `an answer is taken back, before and after it is kept`() {
    var play = DrillPlay()
    play.press("d enter")
    play.solve()
    play.press("u")
    #expect(play.app.drill?.grade == nil && play.reviews.isEmpty)
    play.solve()
    play.press("space")
    let second = play.app.drill?.card?.card.id
    play.press("esc u")
    #expect(play.app.drill?.card?.card.id.quiz == "which")
    #expect(second?.quiz == "add")
    #expect(CardHistory(play.world.events).memories.isEmpty)
  }

  @Test func `a hint, a shown answer and a suspended card`() {
    var play = DrillPlay()
    play.press("d enter h")
    #expect(play.screen.contains("Plus."))
    play.solve()
    #expect(play.screen.contains("hints: 1"))
    play.press("space")
    play.press("esc v")
    #expect(play.screen.contains("▸1 again"))
    #expect(play.screen.contains("answer shown"))
    play.press("space")
    let card = play.app.drill?.card?.card.id
    play.press("esc x")
    #expect(CardHistory(play.world.events).suspended == Set([card].compactMap { $0 }))
    play.press("esc q q d")
    #expect(play.screen.contains("1 suspended"))
    play.press("x")
    #expect(!play.screen.contains("1 suspended"))
    #expect(CardHistory(play.world.events).suspended.isEmpty)
  }

  @Test func `the way to the step that teaches it, and back`() {
    var play = DrillPlay()
    play.press("d enter")
    play.solve()
    play.press("t")
    #expect(play.app.lesson?.isCard == false)
    #expect(play.app.lesson?.lesson.title == "Sums")
    #expect(play.reviews.count == 1)
    play.press("esc q")
    #expect(play.app.drill?.isOnCard == true)
    #expect(play.app.cardQuiz?.id == "add")
  }

  @Test func `an interview has one try, no hints, and a report`() {
    var play = DrillPlay()
    play.press("d down enter")
    #expect(play.screen.contains("question 1"))
    #expect(!play.screen.contains("hint"))
    for _ in 0..<2 {
      if play.app.cardQuiz?.kind == .text {
        play.press("\"three\" enter")
      } else {
        play.press("enter space enter")
      }
    }
    #expect(play.reviews.count == 2 && play.reviews.allSatisfy { $0.rating == nil })
    #expect(play.screen.contains("Look at these again"))
    #expect(play.screen.contains("How do you call one and one?"))
    #expect(play.screen.contains("→ Sums › Add"))
    play.press("enter")
    #expect(play.app.lesson?.index == 1)
    play.press("esc q")
    #expect(play.screen.contains("Interview › report"))
    #expect(CardHistory(play.world.events).memories.isEmpty)
  }

  @Test func `an interview ends when its time does`() {
    var play = DrillPlay()
    play.press("d down enter")
    #expect(play.screen.contains("20:00"))
    play.world.now += 1199
    play.send(.rested)
    #expect(play.screen.contains("0:01"))
    play.world.now += 2
    play.send(.rested)
    #expect(play.screen.contains("2 not reached"))
  }

  @Test func `cramming asks anything and keeps the schedule`() {
    var play = DrillPlay()
    play.press("d down down enter")
    for _ in 0..<4 {
      play.solve()
      #expect(!play.screen.contains("▸3"))
      play.press("space")
    }
    #expect(play.screen.contains("Cram › report"))
    #expect(play.reviews.count == 4)
    #expect(CardHistory(play.world.events).memories.isEmpty)
  }

  @Test func `a topic can be chosen`() {
    var play = DrillPlay()
    play.press("d down down down right right")
    #expect(play.screen.contains("‹ more  3 of 3 cards met ›"))
    play.press("up enter")
    for _ in 0..<3 {
      play.solve()
      play.press("space")
    }
    #expect(Set(play.reviews.map(\.card.quiz)) == ["add", "word", "talk"])
    #expect(play.screen.contains("report"))
  }

  @Test func `the language changes mid-card, and what was typed stays`() {
    var play = DrillPlay()
    play.press("d enter")
    play.solve()
    play.press("space")
    let seed = play.app.cardQuiz?.seed
    play.press("\"12\" f2")
    #expect(play.screen.contains("加一是多少"))
    #expect(play.screen.contains("▸ 12"))
    #expect(play.app.cardQuiz?.seed == seed)
  }

  @Test func `a card stays a card when the language is changed in the REPL over it`() {
    var play = DrillPlay()
    play.press("d enter esc")
    let asked = play.app.cardQuiz?.id
    play.send(.replOpened([]))
    play.press("f2 ^c ^d")
    #expect(play.app.language == .chinese)
    #expect(play.app.lesson?.isCard == true)
    #expect(play.app.cardQuiz?.id == asked)
    #expect(play.app.drill?.card?.lesson.language == .chinese)
  }

  @Test func `what was said to an answer is said again in the other language`() {
    var play = DrillPlay()
    play.press("d enter")
    let wrong =
      play.app.cardQuiz?.choices.firstIndex { Inline.plainText($0.text) == "product" } ?? 0
    play.press("\(ChoiceList.key(of: wrong)) enter")
    #expect(play.screen.contains("That is times."))
    play.press("f2")
    #expect(play.screen.contains("那是乘。"))
  }

  @Test func `a session that is ended tells what it came to`() {
    var play = DrillPlay()
    play.press("d enter")
    play.solve()
    play.press("q")
    #expect(play.screen.contains("1 of 1 right"))
    #expect(play.screen.contains("The next one is due in"))
    play.press("q")
    #expect(play.app.drill == nil)
  }

  @Test func `a card that is to come back was reached all the same`() {
    var play = DrillPlay()
    play.press("d down down enter esc v space esc q")
    #expect(play.screen.contains("0 of 1 right"))
    #expect(play.screen.contains("3 not reached"))
  }

  @Test func `the menu counts what a session of the topic would have`() {
    var play = DrillPlay(desk: DrillDesk(seen: false))
    play.press("d down down down right")
    let menu = play.screen
    #expect(!menu.contains("nothing to review"))
    #expect(menu.contains("0 due now\n   3 new"))
    #expect(menu.contains("Review          3 cards"))
    #expect(menu.contains("Interview       1 question, "))
    play.press("up up up enter")
    #expect(play.app.drill?.card?.left == 3)
    play.press("esc q down enter")
    #expect(play.app.drill?.card?.left == 1)
  }

  @Test func `one who has seen nothing is told so, and may be interviewed`() {
    var play = DrillPlay(desk: DrillDesk(seen: false))
    play.press("d")
    #expect(play.screen.contains("nothing to review"))
    play.press("enter")
    #expect(play.screen.contains("There is no card for that."))
    play.press("down enter")
    #expect(play.screen.contains("question 1"))
  }
}
