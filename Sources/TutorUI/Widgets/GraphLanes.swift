import Language

/// Draws the edges of a computation at the left of its nodes: each value has a lane from where it is
/// made to where it is used last.
struct GraphLanes {
  /// The node in each lane; nil where the lane is free.
  private var lanes: [Int?] = []
  /// How many nodes still use each node.
  private var uses: [Int]

  /// Makes the lanes of a graph.
  init(_ graph: ComputationGraph) {
    uses = graph.nodes.map { _ in 0 }
    for node in graph.nodes {
      for input in node.inputs { uses[input] += 1 }
    }
  }

  /// How a node's lines begin: where its inputs come together (if they have to), the node's own
  /// line, and those below it.
  struct Leads {
    var junction: String?
    var node: String
    var below: String
  }

  /// The beginnings of a node's lines; nodes are asked for in their order.
  mutating func leads(of index: Int, _ node: ComputationGraph.Node) -> Leads {
    let sources = lanes.indices.filter { lanes[$0].map(node.inputs.contains) ?? false }
    for input in node.inputs { uses[input] -= 1 }
    let ended = sources.filter { lanes[$0].map { uses[$0] == 0 } ?? false }
    let target = ended.first ?? lanes.firstIndex { $0 == nil } ?? lanes.count
    if target == lanes.count { lanes.append(nil) }
    let junction = junction(sources, ended, target)
    for lane in ended { lanes[lane] = nil }
    lanes[target] = index
    let line = text { $0 == target ? Self.sign(node.kind) : lanes[$0] == nil ? " " : "│" }
    let isUsed = uses[index] > 0
    let below = text { lanes[$0] == nil || ($0 == target && !isUsed) ? " " : "│" }
    if !isUsed { lanes[target] = nil }
    while let last = lanes.last, last == nil { lanes.removeLast() }
    return Leads(junction: junction, node: line, below: below)
  }

  private func text(_ sign: (Int) -> String) -> String {
    lanes.indices.map { sign($0) + " " }.joined()
  }

  private static func sign(_ kind: ComputationGraph.Node.Kind) -> String {
    switch kind {
    case .given: "○"
    case .parameter: "◆"
    case .computed: "●"
    }
  }

  /// The line on which several lanes come together; nil where one simply goes on.
  private func junction(_ sources: [Int], _ ended: [Int], _ target: Int) -> String? {
    let all = sources + [target]
    guard let first = all.min(), let last = all.max(), first < last else { return nil }
    var line = ""
    for lane in lanes.indices {
      let isInside = lane >= first && lane <= last
      let comes = lanes[lane] != nil
      guard isInside else {
        line += (comes ? "│" : " ") + " "
        continue
      }
      let goes = lane == target || (comes && !ended.contains(lane))
      let meets = sources.contains(lane) || lane == target
      line += meets ? Self.corner(comes, goes, lane > first, lane < last) : comes ? "│" : "─"
      line += lane < last ? "─" : " "
    }
    return line
  }

  private static func corner(_ up: Bool, _ down: Bool, _ left: Bool, _ right: Bool) -> String {
    switch (up, down, left, right) {
    case (true, true, true, true): "┼"
    case (true, true, false, true): "├"
    case (true, true, true, false): "┤"
    case (true, false, true, true): "┴"
    case (true, false, false, true): "╰"
    case (true, false, true, false): "╯"
    case (false, true, true, true): "┬"
    case (false, true, false, true): "╭"
    case (false, true, true, false): "╮"
    default: "│"
    }
  }
}
