extension Character {
  /// The most marks and joined characters that one character is made of.
  private static let most = 16

  /// This character, without the marks beyond those that anybody writes.
  ///
  /// Each mark typed joins the character before it, and would be looked at with all those before.
  var bounded: Character {
    guard unicodeScalars.count > Self.most else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(Self.most))).first ?? self
  }
}
