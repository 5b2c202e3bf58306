import Math

extension Derivation {
  /// The elements that one element was made from.
  func parents(step: Int, element: Int) -> [(step: Int, element: Int)] { [] }

  /// The formula of one element with the numbers put in.
  func sentence(step: Int, element: Int) -> String? { nil }
}
