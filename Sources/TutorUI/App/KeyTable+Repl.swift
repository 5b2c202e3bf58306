extension KeyTable {
  /// The keys of the REPL; those that edit the line are readline's, and the editor's own.
  static let repl: [Binding] = [
    Binding(.repl, [.enter], .run, .runIt, footer: 1),
    Binding(.repl, [.control("d")], .leave, .leaveRepl, footer: 2),
    Binding(.repl, [.tab], .complete, .complete, footer: 3),
    Binding(.repl, [.up, .control("p")], .up, .history, footer: 4),
    Binding(.repl, [.down, .control("n")], .down, .history),
    Binding(.repl, [.control("x")], .explain, .explainIt, footer: 5),
    Binding(.repl, [.function(3)], .table, .asTable, footer: 7),
    Binding(.repl, [.control("r")], .search, .searchHistory, footer: 6),
    Binding(.repl, [.pageUp], .pageUp, .scroll),
    Binding(.repl, [.pageDown], .pageDown, .scroll),
    Binding(.repl, [.alt("\n"), .control("j")], .newLine, .newLine, footer: 8),
    Binding(.repl, [.control("_")], .undo, .undoEdit),
    Binding(.repl, [.control("c")], .clearLine, .clearLine),
    Binding(.repl, [.control("l")], .clear, .clearScreen),
    Binding(.repl, [.function(1)], .help, .keys, footer: 9),
    Binding(.replSearch, [.control("r")], .up, .older, footer: 2),
    Binding(.replSearch, [.enter], .run, .runIt, footer: 1),
    Binding(.replSearch, [.escape], .edit, .change, footer: 3),
    Binding(.replSearch, [.control("g")], .close, .cancel, footer: 4),
  ]
}
