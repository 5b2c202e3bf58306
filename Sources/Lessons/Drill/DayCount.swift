/// Counts days as the learner lives them: a day begins at four in the morning.
public struct DayCount: Sendable, Hashable {
  /// The seconds by which the learner's clock is ahead of Greenwich's.
  public var offset: Double

  /// The hours of the night that belong to the day before.
  private static let night = 4.0 * 3600

  /// Makes a count for a time zone.
  public init(offset: Double = 0) { self.offset = offset }

  /// The number of the day a time belongs to, counted from 1970-01-01.
  public func day(of time: Double) -> Int {
    Int(exactly: ((time + offset - Self.night) / 86400).rounded(.down)) ?? 0
  }

  /// When a day begins.
  public func start(of day: Int) -> Double { Double(day) * 86400 - offset + Self.night }

  /// The date of a day.
  public static func date(of day: Int) -> (year: Int, month: Int, day: Int) {
    // Days since 0000-03-01: years that begin in March end with the leap day.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * ofYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * march + 2) / 5 + 1)
  }

  /// The day of the week: 0 for Monday to 6 for Sunday.
  public static func weekday(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  /// A day as `2026-11-21`.
  public static func text(of day: Int) -> String {
    let date = date(of: day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }
}
