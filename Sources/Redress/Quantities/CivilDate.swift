/// A day of the Gregorian calendar, with no time and no time zone.
///
/// A day is the count of days since 1 January 1970. The arithmetic is our own: whole numbers, no tables, the same on
/// every machine. It counts in years that begin on 1 March, so that the leap day is the last of its year and needs no
/// case of its own.
public struct CivilDate: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Days since 1 January 1970, which is day 0; below zero before it.
  public let dayNumber: Int32

  /// The day of a number that came from a `CivilDate`. It is not checked against ``years``.
  @inlinable public init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The years that a file may state: from the first full Gregorian year, as far as the arithmetic is proved against
  /// another.
  public static let years = 1583...2400

  /// 1 January of the first of ``years``.
  public static var earliest: CivilDate { CivilDate(dayNumber: -141_349) }

  /// 31 December of the last of ``years``.
  public static var latest: CivilDate { CivilDate(dayNumber: 157_419) }

  /// `nil` for a day that does not exist, such as 31 February, or a year outside ``years``.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  init(uncheckedYear year: Int, month: Int, day: Int) {
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear.quotient(flooredBy: 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * Self.daysInEra + dayOfEra - Self.daysToEpoch)
  }

  /// 400 years, after which the calendar repeats.
  private static let daysInEra = 146_097
  /// From 1 March of the year 0 to 1 January 1970.
  private static let daysToEpoch = 719_468

  /// Year, month from 1 to 12, and day of the month from 1.
  public var parts: (year: Int, month: Int, day: Int) {
    let days = Int(dayNumber) + Self.daysToEpoch
    let era = days.quotient(flooredBy: Self.daysInEra)
    let dayOfEra = days - era * Self.daysInEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The day of the week it falls on.
  public var weekday: Weekday {
    let fromThursday = Int(dayNumber) - Int(dayNumber).quotient(flooredBy: 7) * 7  // 1 January 1970 was a Thursday
    return Weekday(rawValue: (fromThursday + 3) % 7)!
  }

  /// Whether a year has a 29 February: every fourth year, but only every fourth of the centuries.
  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// How many days a month has, from 28 to 31. The month is from 1 to 12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    precondition((1...12).contains(month), "a month is from 1 to 12")
    return switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier days come first.
  @inlinable public static func < (one: CivilDate, other: CivilDate) -> Bool { one.dayNumber < other.dayNumber }

  /// So many days on; a negative count goes back.
  ///
  /// It may leave ``years``, and stops the program only millions of years away. ``Deadline`` answers `nil` instead.
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: Int32(Int(dayNumber) + days)) }

  /// Days from `earlier` to this day: 1 from one day to the next, and below zero when `earlier` is in fact later.
  public func days(since earlier: CivilDate) -> Int { Int(dayNumber) - Int(earlier.dayNumber) }

  /// The same day of the month so many months on; a negative count goes back. A month that is too short ends it as
  /// `monthEnd` says.
  ///
  /// It may leave ``years``, and stops the program only millions of years away. ``Deadline`` answers `nil` instead.
  public func adding(months: Int, _ monthEnd: MonthEnd) -> CivilDate {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + months
    let newYear = count.quotient(flooredBy: 12)
    let newMonth = count - newYear * 12 + 1
    let last = Self.days(inMonth: newMonth, of: newYear)
    guard day > last else { return CivilDate(uncheckedYear: newYear, month: newMonth, day: day) }
    let clamped = CivilDate(uncheckedYear: newYear, month: newMonth, day: last)
    return monthEnd == .lastDay ? clamped : clamped.adding(days: 1)
  }
}

/// What a period of months ends on when the last month has no such day.
public enum MonthEnd: String, CaseIterable, Hashable, Sendable {
  /// 31 August and six months: 28 February.
  case lastDay = "last day of the month"
  /// 31 August and six months: 1 March.
  case nextDay = "first day of the next month"
}

/// A day of the week. Weeks begin on Monday.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  /// In the order of the week, from 0 for Monday.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool { self == .saturday || self == .sunday }
}

extension CivilDate: CustomStringConvertible {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// For people: `9 November 2026`.
  public var description: String {
    let (year, month, day) = parts
    return "\(day) \(Self.months[month - 1]) \(year)"
  }

  /// For programs: `2026-11-09`, as ISO 8601 writes a day of ``years``.
  public var isoText: String {
    let (year, month, day) = parts
    return "\(year)-\(Money.twoDigits(UInt64(month)))-\(Money.twoDigits(UInt64(day)))"
  }
}

extension Int {
  /// Division that rounds towards minus infinity, for days before the epoch. The divisor is above zero.
  func quotient(flooredBy divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
