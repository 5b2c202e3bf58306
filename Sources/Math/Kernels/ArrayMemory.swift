import CVector

/// The memory of large arrays.
public enum ArrayMemory {
  /// Keeps what freed arrays leave for the next ones, for a process that computes and then ends.
  ///
  /// Otherwise the system takes every page of a large array back and hands it out again, filled with zeros:
  /// a step that makes tensors of sixteen megabytes spends two thirds of its time there.
  public static func keep() { cvector_keep_memory() }
}
