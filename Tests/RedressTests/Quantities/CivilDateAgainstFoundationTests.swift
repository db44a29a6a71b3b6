import Foundation
import Redress
import Testing

/// The arithmetic of days, proved against Foundation's Gregorian calendar in GMT.
struct CivilDateAgainstFoundationTests {
  static let everyDay = CivilDate.earliest.dayNumber...CivilDate.latest.dayNumber

  static let calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  static func instant(_ dayNumber: Int32) -> Date { Date(timeIntervalSince1970: Double(dayNumber) * 86_400) }

  @Test func `The days compared are all of 1583 to 2400`() {
    let days = (1583...2400).map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) ? 366 : 365 }
    #expect(Self.everyDay.count == days.reduce(0, +))
  }

  @Test func `Every day has Foundation's parts and weekday, and its parts give it back`() {
    let calendar = Self.calendar
    let differing = Self.everyDay.filter { number in
      let date = CivilDate(dayNumber: number)
      let theirs = calendar.dateComponents([.year, .month, .day, .weekday], from: Self.instant(number))
      let ours = date.parts
      return
        !(ours.year == theirs.year && ours.month == theirs.month && ours.day == theirs.day
        && (date.weekday.rawValue + 1) % 7 + 1 == theirs.weekday  // theirs: Sunday is 1
        && CivilDate(year: ours.year, month: ours.month, day: ours.day) == date)
    }
    let first = differing.first.map { CivilDate(dayNumber: $0).isoText }
    #expect(first == nil, "\(differing.count) days differ")
  }

  @Test func `Every day that Foundation has, and no other, can be written`() {
    var written = 0
    for year in 1582...2401 {
      for month in 0...13 {
        for day in 0...32 where CivilDate(year: year, month: month, day: day) != nil { written += 1 }
      }
    }
    #expect(written == Self.everyDay.count)
  }

  /// Every day with one of the counts in turn, and the days that a month can lack with all of them.
  static func months(for number: Int32) -> ClosedRange<Int> {
    let inTurn = Int(number - everyDay.lowerBound) % 24 + 1
    return CivilDate(dayNumber: number).parts.day > 28 ? 1...24 : inTurn...inTurn
  }

  @Test func `Adding 1 to 24 months gives Foundation's day, or the one after it where the month is too short`() {
    let calendar = Self.calendar
    var differing: [String] = []
    for number in Self.everyDay {
      let date = CivilDate(dayNumber: number)
      for months in Self.months(for: number) {
        let theirs = calendar.date(byAdding: .month, value: months, to: Self.instant(number))!
        let isShort = calendar.component(.day, from: theirs) < date.parts.day
        let (last, next) = (date.adding(months: months, .lastDay), date.adding(months: months, .nextDay))
        if Self.instant(last.dayNumber) != theirs || next.days(since: last) != (isShort ? 1 : 0) {
          differing.append("\(date.isoText) and \(months) months")
        }
      }
    }
    let first = differing.first
    #expect(first == nil, "\(differing.count) sums differ")
  }

  /// From the first of the month, because Foundation goes wrong on some later days: in Swift 6.3 it takes 24 months
  /// from 29 February 2028 to 1 March 2026 (swift-foundation, pull request 1708). Before 1583 it would leave the
  /// calendar.
  @Test func `Taking 1 to 24 months gives the same day of Foundation's month, or its last`() {
    let calendar = Self.calendar
    var differing: [String] = []
    for number in Self.everyDay where number >= day(1585, 1, 1).dayNumber {
      let date = CivilDate(dayNumber: number)
      let monthStart = Self.instant(number - Int32(date.parts.day) + 1)
      for months in Self.months(for: number) {
        let theirFirst = calendar.date(byAdding: .month, value: -months, to: monthStart)!
        let theirNext = calendar.date(byAdding: .month, value: 1, to: theirFirst)!
        let length = Int(theirNext.timeIntervalSince(theirFirst) / 86_400)
        let theirs = theirFirst.addingTimeInterval(Double(min(date.parts.day, length) - 1) * 86_400)
        let (last, next) = (date.adding(months: -months, .lastDay), date.adding(months: -months, .nextDay))
        if Self.instant(last.dayNumber) != theirs || next.days(since: last) != (length < date.parts.day ? 1 : 0) {
          differing.append("\(date.isoText) less \(months) months")
        }
      }
    }
    let first = differing.first
    #expect(first == nil, "\(differing.count) sums differ")
  }
}
