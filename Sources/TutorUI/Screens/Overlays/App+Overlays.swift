import Lessons

extension App {
  /// Does what a command asks of the topmost overlay.
  mutating func performOverlay(_ command: Command) -> [AppEffect] {
    guard let overlay = overlays.last else { return [] }
    if command == .close {
      overlays.removeLast()
      return []
    }
    switch overlay {
    case .help(let scroll): scrollHelp(command, from: scroll)
    case .contents(let list): return choose(command, in: list)
    case .cell(let card): return follow(command, in: card)
    case .search(let box): return choose(command, in: box)
    case .seed(let box): return perform(command, in: box)
    }
    return []
  }

  private mutating func scrollHelp(_ command: Command, from scroll: Int) {
    let change: Int
    switch command {
    case .up: change = -1
    case .down: change = 1
    case .pageUp: change = -max(1, size.rows - 8)
    case .pageDown: change = max(1, size.rows - 8)
    default: return
    }
    let last = helpView(scroll: 0).lastScroll(size: size)
    overlays[overlays.count - 1] = .help(scroll: max(0, min(last, scroll + change)))
  }

  /// The help page for where the learner is.
  func helpView(scroll: Int) -> HelpView {
    var beneath = self
    beneath.overlays.removeAll { if case .help = $0 { true } else { false } }
    return HelpView(contexts: beneath.contexts, language: language, scroll: scroll)
  }

  private mutating func choose(_ command: Command, in list: ContentsList) -> [AppEffect] {
    var list = list
    let last = max(0, (lesson?.lesson.steps.count ?? 1) - 1)
    switch command {
    case .up: list.cursor = max(0, list.cursor - 1)
    case .down: list.cursor = min(last, list.cursor + 1)
    case .top: list.cursor = 0
    case .bottom: list.cursor = last
    case .open:
      overlays.removeLast()
      return go(to: list.cursor)
    default: return []
    }
    overlays[overlays.count - 1] = .contents(list)
    return []
  }

  private mutating func follow(_ command: Command, in card: CellCard) -> [AppEffect] {
    var card = card
    switch command {
    case .up: card.cursor = max(0, card.cursor - 1)
    case .down: card.cursor = max(0, min(card.parents.count - 1, card.cursor + 1))
    case .parent: card.follow(in: lesson?.step)
    case .back:
      guard card.goBack(in: lesson?.step) else {
        overlays.removeLast()
        return []
      }
    default: return []
    }
    overlays[overlays.count - 1] = .cell(card)
    focusCell(card.place)
    return []
  }

  /// A press of the mouse on the topmost overlay: a row of a list, or outside of it to close it.
  mutating func click(on overlay: Overlay, at place: Position) -> [AppEffect] {
    if case .search(let box) = overlay { return click(on: box, at: place) }
    guard case .contents(let list) = overlay, let lesson else { return performOverlay(.close) }
    let view = ContentsView(list: list, lesson: lesson, app: self)
    guard let step = view.step(atRow: place.row, size: size) else { return performOverlay(.close) }
    overlays.removeLast()
    return go(to: step)
  }

  /// A press on a hit of the search goes there; one on the rest of its box does nothing.
  private mutating func click(on box: SearchBox, at place: Position) -> [AppEffect] {
    let view = SearchView(box: box, app: self)
    guard view.area(within: size).contains(place) else { return performOverlay(.close) }
    guard let hit = view.hit(atRow: place.row, size: size) else { return [] }
    var box = box
    box.cursor = hit
    overlays[overlays.count - 1] = .search(box)
    return choose(.open, in: box)
  }
}
