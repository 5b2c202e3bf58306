extension FormulaSetter {
  /// A plus or minus with nothing to its left, or to its right, is a sign and stands close.
  func resolveSigns(_ pieces: inout [Piece], afterOrdinary: Bool) {
    for index in pieces.indices {
      if pieces[index].left == .binary {
        let before = index > 0 ? pieces[index - 1].right : afterOrdinary ? .ordinary : .open
        switch before {
        case .binary, .operation, .relation, .open, .punctuation: makeSign(&pieces[index])
        default: break
        }
      }
      switch pieces[index].left {
      case .relation, .close, .punctuation:
        if index > 0, pieces[index - 1].right == .binary { makeSign(&pieces[index - 1]) }
      default: break
      }
    }
    if let last = pieces.last, last.right == .binary, pieces.count == 1 {
      makeSign(&pieces[pieces.count - 1])
    }
  }

  private func makeSign(_ piece: inout Piece) {
    piece.left = .ordinary
    piece.right = .ordinary
    piece.form = .sign
  }

  /// A fraction on one row is bracketed where it stands beside a factor.
  func bracketFractions(_ pieces: inout [Piece]) {
    for index in pieces.indices where pieces[index].form == .slash {
      let isAfterFactor =
        index > 0 && Self.isFactor(pieces[index - 1], side: pieces[index - 1].right)
      let isBeforeFactor =
        index + 1 < pieces.count
        && Self.isFactor(pieces[index + 1], side: pieces[index + 1].left)
      guard isAfterFactor || isBeforeFactor else { continue }
      let space = pieces[index].space
      pieces[index] = Piece(
        FormulaBox.beside([(0, FormulaBox("(")), (0, pieces[index].box), (0, FormulaBox(")"))]),
        .inner)
      pieces[index].left = .open
      pieces[index].right = .close
      pieces[index].space = space
    }
  }

  private static func isFactor(_ piece: Piece, side: AtomClass) -> Bool {
    guard piece.form != .sign, piece.box.width > 0 else { return false }
    switch side {
    case .ordinary, .operation, .inner: return true
    case .open: return piece.right != .open
    case .close: return piece.left != .close
    default: return false
    }
  }

  /// The columns between two atoms.
  func distance(from left: Piece, to right: Piece) -> Int {
    if Characters.areASCII, runTogether(left.box, right.box) { return 1 }
    if left.form == .fraction, right.form == .fraction || right.form == .tallFence { return 1 }
    if left.form == .sign {
      return right.form == .fraction ? 1 : 0
    }
    if right.form == .sign, left.right == .ordinary || left.right == .close { return 0 }
    if left.form == .caret {
      switch right.left {
      case .ordinary, .operation, .inner: return 1
      case .open where left.right == .operation: return 1
      default: break
      }
    }
    if right.form == .tallFence {
      return left.right == .operation || spaced(left.right, .inner) ? 1 : 0
    }
    if left.form == .bigOperator, right.left == .open { return 1 }
    return spaced(left.right, right.left) ? 1 : 0
  }

  /// Whether two atoms would read as one name: `eta` and `v`, `x_1` and `y`.
  private func runTogether(_ left: FormulaBox, _ right: FormulaBox) -> Bool {
    guard left.width > 1 || right.width > 1, let end = left.onBaseline.last,
      let start = right.onBaseline.first
    else { return false }
    return Self.isAlphanumeric(end) && Self.isAlphanumeric(start)
  }

  private static func isAlphanumeric(_ cell: Cell) -> Bool {
    guard let scalar = Unicode.Scalar(cell.scalar), scalar.isASCII else { return false }
    return Character(scalar).isLetter || Character(scalar).isNumber
  }

  /// TeX's table of distances, with one column for each of its three.
  private func spaced(_ left: AtomClass, _ right: AtomClass) -> Bool {
    switch (left, right) {
    case (.ordinary, .operation), (.operation, .ordinary), (.operation, .operation),
      (.close, .operation), (.inner, .operation):
      true
    case _ where isScript: false
    case (.ordinary, .binary), (.ordinary, .relation), (.ordinary, .inner): true
    case (.operation, .relation), (.operation, .inner), (.operation, .binary): true
    case (.binary, .ordinary), (.binary, .operation), (.binary, .open), (.binary, .inner): true
    case (.relation, .ordinary), (.relation, .operation), (.relation, .open), (.relation, .inner):
      true
    case (.close, .binary), (.close, .relation), (.close, .inner): true
    case (.punctuation, .close): false
    case (.punctuation, _): true
    case (.inner, .close), (.inner, .punctuation): false
    case (.inner, _): true
    default: false
    }
  }
}
