import Redress
import Testing

/// Adding months where the last one has no such day, and across years.
struct CivilDateMonthsTests {
  struct Sum: Sendable {
    let from: CivilDate
    let months: Int
    let lastDay: CivilDate
    let nextDay: CivilDate

    init(_ from: CivilDate, _ months: Int, lastDay: CivilDate, nextDay: CivilDate) {
      (self.from, self.months, self.lastDay, self.nextDay) = (from, months, lastDay, nextDay)
    }

    init(_ from: CivilDate, _ months: Int, _ either: CivilDate) {
      self.init(from, months, lastDay: either, nextDay: either)
    }
  }

  static let tooShort: [Sum] = [
    Sum(day(2026, 8, 31), 6, lastDay: day(2027, 2, 28), nextDay: day(2027, 3, 1)),
    Sum(day(2026, 8, 30), 6, lastDay: day(2027, 2, 28), nextDay: day(2027, 3, 1)),
    Sum(day(2026, 8, 29), 6, lastDay: day(2027, 2, 28), nextDay: day(2027, 3, 1)),
    Sum(day(2027, 8, 31), 6, lastDay: day(2028, 2, 29), nextDay: day(2028, 3, 1)),
    Sum(day(2027, 8, 30), 6, lastDay: day(2028, 2, 29), nextDay: day(2028, 3, 1)),
    Sum(day(2028, 2, 29), 12, lastDay: day(2029, 2, 28), nextDay: day(2029, 3, 1)),
    Sum(day(2028, 2, 29), -12, lastDay: day(2027, 2, 28), nextDay: day(2027, 3, 1)),
    Sum(day(2028, 2, 29), -24, lastDay: day(2026, 2, 28), nextDay: day(2026, 3, 1)),
    Sum(day(2030, 1, 31), -23, lastDay: day(2028, 2, 29), nextDay: day(2028, 3, 1)),
    Sum(day(2096, 2, 29), 48, lastDay: day(2100, 2, 28), nextDay: day(2100, 3, 1)),
    Sum(day(2026, 3, 31), -1, lastDay: day(2026, 2, 28), nextDay: day(2026, 3, 1)),
    Sum(day(2026, 3, 31), 1, lastDay: day(2026, 4, 30), nextDay: day(2026, 5, 1)),
    Sum(day(2026, 10, 31), -11, lastDay: day(2025, 11, 30), nextDay: day(2025, 12, 1)),
    Sum(day(2026, 12, 31), 2, lastDay: day(2027, 2, 28), nextDay: day(2027, 3, 1)),
  ]

  static let longEnough: [Sum] = [
    Sum(day(2026, 8, 28), 6, day(2027, 2, 28)),
    Sum(day(2027, 8, 29), 6, day(2028, 2, 29)),
    Sum(day(2028, 2, 29), 48, day(2032, 2, 29)),
    Sum(day(2027, 2, 28), 12, day(2028, 2, 28)),
    Sum(day(2026, 12, 31), 1, day(2027, 1, 31)),
    Sum(day(2026, 12, 1), 1, day(2027, 1, 1)),
    Sum(day(2027, 1, 1), -1, day(2026, 12, 1)),
    Sum(day(2027, 1, 31), -1, day(2026, 12, 31)),
    Sum(day(2027, 1, 31), -13, day(2025, 12, 31)),
    Sum(day(2026, 9, 14), 0, day(2026, 9, 14)),
    Sum(day(2026, 1, 31), 0, day(2026, 1, 31)),
    Sum(day(1583, 1, 1), 817 * 12, day(2400, 1, 1)),
  ]

  @Test(arguments: tooShort + longEnough)
  func `Months are added with both manners of ending`(sum: Sum) {
    #expect(sum.from.adding(months: sum.months, .lastDay) == sum.lastDay)
    #expect(sum.from.adding(months: sum.months, .nextDay) == sum.nextDay)
  }

  @Test func `Going back past the year 0 keeps the calendar`() {
    let date = day(2000, 3, 31).adding(months: -2001 * 12 - 1, .lastDay)
    #expect(date.parts == (-1, 2, 28))
    #expect(day(2000, 2, 29).adding(months: -2000 * 12, .lastDay).parts == (0, 2, 29))
  }
}
