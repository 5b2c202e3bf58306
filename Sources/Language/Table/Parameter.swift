/// One parameter of a builtin function, as its signature states it.
struct Parameter: Sendable, Hashable {
  /// How an argument reaches it.
  enum Kind: Sendable {
    case positionalOnly, standard, variadic, keywordOnly, keywords
  }

  var name: String
  var kind: Kind
  /// What it is when it is not given; nil where it must be.
  var standard: Snapshot?
}
