import CCMark

/// Reads Markdown with cmark-gfm and makes blocks of it.
struct MarkdownReader {
  let source: SourceText
  let body: ProtectedText
  /// How deep lists and quotes, and emphasis and links, may stand in each other.
  static let deepest = 20

  /// What is wrong so far.
  var findings: [Finding]
  /// The notes met since they were last taken.
  var notes: [String] = []
  /// Whether a mark for a long step was met since it was last asked.
  var isLong = false

  init(lines: ArraySlice<Substring>, source: SourceText) {
    self.source = source
    body = ProtectedText(lines: lines, source: source)
    findings = body.findings
  }

  /// cmark keeps its extensions in a list of the process; it is filled once.
  private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses the body and hands each block of the document to `use`, in order.
  mutating func read(_ use: (inout MarkdownReader, MarkdownNode) -> Void) {
    Self.extensions
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = body.text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let document = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(document) }
    for child in MarkdownNode(document).children { use(&self, child) }
  }

  /// The file's line that a node begins on.
  func line(_ node: MarkdownNode) -> Int { body.line(node.line) }

  /// Notes a fault.
  mutating func note(
    _ rule: Finding.Rule, _ node: MarkdownNode, _ message: String, _ advice: String = ""
  ) {
    findings.append(source.finding(rule, line: line(node), message, advice))
  }
}

/// A node of cmark's tree, valid while the tree is.
struct MarkdownNode {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// cmark's name for what it is: `paragraph`, `table_row`.
  var kind: String { String(cString: cmark_node_get_type_string(pointer)) }
  /// The line it begins on, counted from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The line it ends on.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// Its text, where it is a leaf.
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
  /// The words of a code block's fence.
  var fence: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
  /// Where a link leads.
  var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
  /// A heading's level.
  var level: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// The number a list begins with; nil for bullets.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(pointer)) : nil
  }
  /// Whether a table's row is its header.
  var isHeader: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }
  /// How a table's columns stand: `l`, `c`, `r` or 0 each.
  var alignments: [Block.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { index in
      switch letters[index] {
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .trailing
      default: .leading
      }
    }
  }
  /// What it contains.
  var children: [MarkdownNode] {
    var found: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let node = next {
      found.append(MarkdownNode(node))
      next = cmark_node_next(node)
    }
    return found
  }
}
