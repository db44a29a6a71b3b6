import Redress
import Testing

struct CivilDateTests {
  @Test(arguments: [
    (2026, 2, 29), (2026, 2, 30), (2026, 2, 31), (2028, 2, 30), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31),
    (2026, 6, 31), (2026, 9, 31), (2026, 11, 31), (2026, 1, 32), (2026, 12, 32), (2026, 1, 0), (2026, 1, -1),
    (2026, 0, 1), (2026, 13, 1), (2026, -1, 1), (1582, 12, 31), (2401, 1, 1), (0, 1, 1), (-2026, 1, 1),
    (.max, 1, 1), (.min, 1, 1), (2026, .max, 1), (2026, 1, .min),
  ])
  func `A day that does not exist is refused`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(
    arguments: [
      (1970, 1, 1, 0), (1970, 1, 2, 1), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
      (2026, 11, 9, 20_766), (1583, 1, 1, -141_349), (2400, 12, 31, 157_419),
    ] as [(Int, Int, Int, Int32)])
  func `A day has a number that counts from 1970`(year: Int, month: Int, day: Int, number: Int32) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number)
    #expect(CivilDate(dayNumber: number).parts == (year, month, day))
  }

  @Test func `The first and the last day are those of the years`() {
    #expect(CivilDate.earliest == day(1583, 1, 1))
    #expect(CivilDate.latest == day(2400, 12, 31))
  }

  @Test(arguments: [
    (day(2026, 9, 14), Weekday.monday), (day(2026, 12, 22), .tuesday), (day(2026, 12, 16), .wednesday),
    (day(1970, 1, 1), .thursday), (day(2026, 12, 25), .friday), (day(2000, 1, 1), .saturday),
    (day(1969, 12, 28), .sunday),
  ])
  func `A day falls on its weekday`(date: CivilDate, weekday: Weekday) {
    #expect(date.weekday == weekday)
  }

  @Test func `Saturday and Sunday alone are the weekend`() {
    #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    #expect(Weekday.allCases.first == .monday)
  }

  @Test(arguments: [
    (2024, true), (2028, true), (2000, true), (2400, true), (1600, true), (2025, false), (2026, false), (1900, false),
    (2100, false), (2300, false),
  ])
  func `Leap years are every fourth, but only every fourth century`(year: Int, leap: Bool) {
    #expect(CivilDate.isLeap(year) == leap)
    #expect(CivilDate.days(inMonth: 2, of: year) == (leap ? 29 : 28))
  }

  @Test func `Months have their lengths`() {
    let lengths = (1...12).map { CivilDate.days(inMonth: $0, of: 2026) }
    #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test func `A month that does not exist has no length`() async {
    await #expect(processExitsWith: .failure) { _ = CivilDate.days(inMonth: 0, of: 2026) }
    await #expect(processExitsWith: .failure) { _ = CivilDate.days(inMonth: 13, of: 2026) }
  }

  @Test func `Days are ordered, added and counted`() {
    let (before, after) = (day(2026, 12, 31), day(2027, 1, 1))
    #expect(before < after)
    #expect(!(after < before) && !(before < before))
    #expect(before.adding(days: 1) == after)
    #expect(after.adding(days: -1) == before)
    #expect(before.adding(days: 0) == before)
    #expect(after.days(since: before) == 1)
    #expect(before.days(since: after) == -1)
    #expect(day(2028, 3, 1).days(since: day(2028, 2, 1)) == 29)
    #expect(CivilDate.latest.days(since: .earliest) == 298_768)
  }

  @Test func `The whole range of day numbers can be added`() {
    let (lowest, highest) = (CivilDate(dayNumber: .min), CivilDate(dayNumber: .max))
    let span = Int(UInt32.max)
    #expect(lowest.adding(days: span) == highest)
    #expect(highest.adding(days: -span) == lowest)
    #expect(highest.days(since: lowest) == span)
  }

  @Test func `A day beyond all day numbers stops the program`() async {
    await #expect(processExitsWith: .failure) { _ = CivilDate(dayNumber: .max).adding(days: 1) }
    await #expect(processExitsWith: .failure) { _ = CivilDate(dayNumber: 0).adding(months: 100_000_000, .lastDay) }
  }

  @Test(arguments: [
    (day(2026, 11, 9), "9 November 2026", "2026-11-09"), (day(2027, 1, 31), "31 January 2027", "2027-01-31"),
    (day(1583, 2, 1), "1 February 1583", "1583-02-01"), (day(2400, 12, 10), "10 December 2400", "2400-12-10"),
  ])
  func `A day has a text for people and one for programs`(date: CivilDate, description: String, isoText: String) {
    #expect(date.description == description)
    #expect(date.isoText == isoText)
  }

  @Test func `Every month has its name`() {
    let names = (1...12).map { day(2026, $0, 1).description }
    #expect(
      names == [
        "1 January 2026", "1 February 2026", "1 March 2026", "1 April 2026", "1 May 2026", "1 June 2026",
        "1 July 2026", "1 August 2026", "1 September 2026", "1 October 2026", "1 November 2026", "1 December 2026",
      ])
  }
}
