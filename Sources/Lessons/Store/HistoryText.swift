import Language

/// A history as lines of JSON, to be carried to another machine.
public enum HistoryText {
  /// The first line says what the others are.
  private static let head = #"{"format": "nabla-progress", "version": 1}"#

  /// The events, one a line.
  public static func text(_ events: [HistoryEvent]) -> String {
    head + "\n" + events.map { $0.json.line + "\n" }.joined()
  }

  /// Reads a text that `text(_:)` wrote; nothing of it is taken if a line of it cannot be read.
  public static func events(_ text: String) throws(StoreFault) -> [HistoryEvent] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), let json = try? JSON(reading: String(first)),
      json["format"]?.text == "nabla-progress"
    else { throw StoreFault("The first line does not say that this is a history of nabla's") }
    guard json["version"]?.number == 1 else {
      throw StoreFault("This history was written by a newer nabla")
    }
    var events: [HistoryEvent] = []
    for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let json = try? JSON(reading: String(line)), let event = HistoryEvent(json: json) else {
        throw StoreFault("Line \(number + 2) is no event of a history")
      }
      events.append(event)
    }
    return events
  }
}
