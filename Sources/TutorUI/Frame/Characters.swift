/// Which characters there are to draw with.
public enum Characters {
  /// Whether there are none but ASCII; bound for as long as a screen or a page is made.
  ///
  /// What is laid out then counts the columns of what stands for a character: two of `<=` for `≤`.
  @TaskLocal public static var areASCII = false
}
