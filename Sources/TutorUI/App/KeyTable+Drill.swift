extension KeyTable {
  static let drill: [Binding] = drillMenu + card + graded + report + statistics

  private static let drillMenu: [Binding] = [
    Binding(.drillMenu, [.enter, .character(" ")], .open, .begin, footer: 1),
    Binding(.drillMenu, [.up, .character("k")], .up, .choose, footer: 2),
    Binding(.drillMenu, [.down, .character("j")], .down, .choose),
    Binding(.drillMenu, [.left, .character("h")], .left, .change, footer: 3),
    Binding(.drillMenu, [.right], .right, .change),
    Binding(.drillMenu, [.character("x")], .resumeSuspended, .resumeSuspended, footer: 4),
    Binding(.drillMenu, [.character("s")], .statistics, .showStatistics, footer: 5),
    Binding(.drillMenu, [.character("l")], .language, .otherLanguage, footer: 6),
    Binding(.drillMenu, [.character("?")], .help, .keys, footer: 7),
    Binding(.drillMenu, [.escape, .character("q")], .close, .toHome, footer: 8),
  ]

  private static let card: [Binding] = [
    Binding(.card, [.character(" "), .enter], .next, .next, footer: 1),
    Binding(.card, [.character("h")], .hint, .hint, footer: 3),
    Binding(.card, [.character("v")], .reveal, .reveal, footer: 4),
    Binding(.card, [.character("s")], .postpone, .postpone, footer: 5),
    Binding(.card, [.character("f")], .fresh, .fresh, footer: 6),
    Binding(.card, [.character("x")], .suspendCard, .suspendCard, footer: 9),
    Binding(.card, [.character("u")], .undo, .undo, footer: 8),
    Binding(.card, [.up, .character("k")], .up, .scroll),
    Binding(.card, [.down, .character("j")], .down, .scroll),
    Binding(.card, [.pageUp, .control("b")], .pageUp, .page),
    Binding(.card, [.pageDown, .control("f")], .pageDown, .page),
    Binding(.card, [.character("r")], .playground, .playground, footer: 10),
    Binding(.card, [.character("l")], .language, .otherLanguage, footer: 11),
    Binding(.card, [.character("?")], .help, .keys, footer: 12),
    Binding(.card, [.character("q")], .finish, .finish, footer: 13),
  ]

  private static let graded: [Binding] = [
    Binding(.graded, [.character(" "), .enter, .right], .accept, .accept, footer: 1),
    Binding(.graded, [.character("1")], .rateAgain, .again),
    Binding(.graded, [.character("2")], .rateHard, .hard),
    Binding(.graded, [.character("3")], .rateGood, .good),
    Binding(.graded, [.character("4")], .rateEasy, .easy),
    Binding(.graded, [.character("t")], .teach, .teach, footer: 3),
    Binding(.graded, [.character("u")], .undo, .undo, footer: 5),
    Binding(.graded, [.character("x")], .suspendCard, .suspendCard),
    Binding(.graded, [.up, .character("k")], .up, .scroll),
    Binding(.graded, [.down, .character("j")], .down, .scroll),
    Binding(.graded, [.pageUp, .control("b")], .pageUp, .page),
    Binding(.graded, [.pageDown, .control("f")], .pageDown, .page),
    Binding(.graded, [.character("r")], .playground, .playground),
    Binding(.graded, [.character("l")], .language, .otherLanguage, footer: 6),
    Binding(.graded, [.character("?")], .help, .keys, footer: 7),
    Binding(.graded, [.character("q")], .finish, .finish, footer: 8),
  ]

  private static let report: [Binding] = [
    Binding(.report, [.enter, .character(" "), .character("t")], .teach, .teach, footer: 1),
    Binding(.report, [.up, .character("k")], .up, .choose, footer: 2),
    Binding(.report, [.down, .character("j")], .down, .choose),
    Binding(.report, [.pageUp], .pageUp, .page),
    Binding(.report, [.pageDown], .pageDown, .page),
    Binding(.report, [.character("a")], .drillMisses, .drillMisses, footer: 3),
    Binding(.report, [.character("d")], .drill, .drill, footer: 4),
    Binding(.report, [.character("l")], .language, .otherLanguage, footer: 6),
    Binding(.report, [.character("?")], .help, .keys, footer: 7),
    Binding(.report, [.escape, .character("q")], .close, .toHome, footer: 8),
  ]

  private static let statistics: [Binding] = [
    Binding(.statistics, [.up, .character("k")], .up, .scroll, footer: 1),
    Binding(.statistics, [.down, .character("j")], .down, .scroll),
    Binding(.statistics, [.pageUp], .pageUp, .page),
    Binding(.statistics, [.pageDown, .character(" ")], .pageDown, .page, footer: 2),
    Binding(.statistics, [.home], .top, .ends),
    Binding(.statistics, [.end, .character("G")], .bottom, .ends),
    Binding(.statistics, [.character("l")], .language, .otherLanguage, footer: 4),
    Binding(.statistics, [.character("?")], .help, .keys, footer: 5),
    Binding(.statistics, [.escape, .character("q")], .close, .close, footer: 6),
  ]
}
