import Language
import Lessons
import Math

/// A computation as a diagram: nodes from top to bottom, their edges at the left, their values, and
/// after `backward` the gradients that came back.
struct GraphView {
  /// The computation.
  var graph: ComputationGraph
  /// The language of the legend.
  var language: CourseLanguage

  /// Larger values are told by their shape and their range.
  private static let mostRows = 4
  private static let mostColumns = 5

  /// The columns of the diagram where there is room for all of it.
  var columns: Int { lines(columns: Self.widest).reduce(0) { max($0, $1.columns) } }

  private static let widest = 200

  /// The diagram within a width.
  func lines(columns: Int) -> [StyledLine] {
    var lanes = GraphLanes(graph)
    var grid = CellGrid(rows: [])
    for (index, node) in graph.nodes.enumerated() {
      let leads = lanes.leads(of: index, node)
      if let junction = leads.junction {
        grid.rows.append(CellGrid.Row(head: StyledLine(junction, Style(.border)), items: []))
      }
      append(node, leads, to: &grid)
    }
    return grid.plate(columns: columns).lines + legend(columns: columns)
  }

  private func append(
    _ node: ComputationGraph.Node, _ leads: GraphLanes.Leads, to grid: inout CellGrid
  ) {
    let name = node.name.isEmpty ? node.code : node.name
    let head = StyledLine([
      .init(leads.node, Style(node.kind == .parameter ? .accent : .border)),
      .init(name + " ", Style(.formula, node.kind == .computed ? [] : .bold)),
    ])
    let below = StyledLine(leads.below, Style(.border))
    var rows = rows(of: node.value, head, below)
    if node.kind == .computed, !node.name.isEmpty, rows[0].tail.runs.isEmpty {
      rows[0].tail = StyledLine(node.code, Style(.dim))
    }
    grid.rows += rows
    guard let gradient = node.gradient else { return }
    let lead = below + StyledLine("grad ", Style(.dim))
    grid.rows += self.rows(of: gradient, lead, below)
  }

  private func rows(
    of tensor: Tensor, _ head: StyledLine, _ below: StyledLine
  ) -> [CellGrid.Row] {
    let text = TensorText(tensor: tensor)
    guard text.rows <= Self.mostRows, text.columns <= Self.mostColumns, tensor.count > 0 else {
      return [CellGrid.Row(head: head, items: [], tail: StyledLine(summary(text), Style(.number)))]
    }
    var table = TensorTable(tensor: tensor)
    table.symbol = head
    var rows = table.rows()
    for row in rows.indices.dropFirst() { rows[row].head = below }
    return rows
  }

  /// The shape, and the least and the largest number.
  private func summary(_ text: TensorText) -> String {
    let shape = text.tensor.shape.map(String.init).joined(separator: "×")
    let numbers = text.tensor.doubles
    guard let least = numbers.min(), let most = numbers.max() else { return "[\(shape)]" }
    return "[\(shape)]  \(NumberText(least).text) … \(NumberText(most).text)"
  }

  private func legend(columns: Int) -> [StyledLine] {
    let words = Wording.text(
      graph.nodes.contains { $0.gradient != nil } ? .graphSignsBack : .graphSigns, in: language)
    return Layout.lines(of: words, width: columns, style: Style(.dim))
  }
}
