import Lessons

/// The pages of a lesson as they were last laid out: going back and forth lays nothing out, and
/// typing an answer lays out no prose.
struct LayoutCache: Sendable, Hashable {
  private struct Entry: Hashable {
    var layout: StepLayout
    var prose: ProseCache
    var page: Page
    /// What the step's pictures need; kept as it was first, so that no edit moves the text.
    var needed: Int?
  }

  private var entries: [Int: Entry] = [:]

  /// The page of a layout: the one made before where nothing that shows has changed.
  mutating func page(of layout: StepLayout) -> Page {
    var layout = layout
    // Where the page is scrolled to changes nothing on it.
    layout.standing.scroll = 0
    let old = entries[layout.step.index]
    let isWide = layout.columns >= StepLayout.sideBySide
    let needed = old?.needed ?? (isWide ? layout.measured : nil)
    layout.needed = needed ?? 0
    if let old, old.layout == layout { return old.page }
    var prose = ProseCache()
    if let old, old.layout.step == layout.step, old.layout.previous == layout.previous {
      prose = old.prose
    }
    let page = layout.page(&prose)
    entries[layout.step.index] = Entry(layout: layout, prose: prose, page: page, needed: needed)
    return page
  }
}
