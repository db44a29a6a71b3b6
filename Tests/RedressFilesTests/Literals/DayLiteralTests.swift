import Redress
import Testing

@testable import RedressFiles

@Suite struct DayLiteralTests {
  @Test(arguments: [
    ("2026-08-14", 2026, 8, 14), ("2024-02-29", 2024, 2, 29), ("1583-01-01", 1583, 1, 1), ("2400-12-31", 2400, 12, 31),
  ])
  func reads(text: String, year: Int, month: Int, day: Int) throws {
    #expect(try Literal.day(text) == CivilDate(year: year, month: month, day: day))
  }

  @Test(arguments: [
    ("", "A day is missing here. Write one, such as 2026-08-14."),
    ("2026-02-31", "There is no 31 February 2026. Check the day and the month."),
    ("2025-02-29", "There is no 29 February 2025. Check the day and the month."),
    ("2026-04-31", "There is no 31 April 2026. Check the day and the month."),
    ("2026-13-01", "There is no month 13. Write year, month and day in this order: 2026-08-14."),
    ("2026-00-01", "There is no month 0. Write year, month and day in this order: 2026-08-14."),
    ("2026-01-00", "There is no day 0. Check the day."),
    ("1582-12-31", "The year 1582 lies outside 1583 to 2400. Check the year."),
    ("2401-01-01", "The year 2401 lies outside 1583 to 2400. Check the year."),
    ("14/08/2026", "‘14/08/2026’ is not written year first. If it means 14 August 2026, write 2026-08-14."),
    ("4.8.2026", "‘4.8.2026’ is not written year first. If it means 4 August 2026, write 2026-08-04."),
    ("2026-08-14T10:30:00Z", "‘2026-08-14T10:30:00Z’ holds more than a day. Write the day alone: 2026-08-14."),
    ("2026-08-14 10:30", "‘2026-08-14 10:30’ holds more than a day. Write the day alone: 2026-08-14."),
  ])
  func refuses(text: String, reason: String) {
    let unread = #expect(throws: UnreadLiteral.self) { try Literal.day(text) }
    #expect(unread?.code == .literalDay)
    #expect(unread.map { "\($0.says) \($0.mend)" } == reason)
  }

  @Test(arguments: [
    "2026-8-14", "26-08-14", "20260814", "2026/08/14", "14 August 2026", "today", "2026-08-14 ", " 2026-08-14",
    "２０２６-08-14",
    "-2026-08-14", "2026-08-14x", "31/02/2026", "+026-08-14", "2026-08",
  ])
  func refusesOtherForms(text: String) {
    let unread = #expect(throws: UnreadLiteral.self) { try Literal.day(text) }
    #expect(unread?.says.hasSuffix("is not a day.") == true || text == "2026-08-14 ")
  }
}

@Suite struct DayOfYearTests {
  @Test func reads() throws {
    let day = try Literal.dayOfYear("1 November")
    #expect((day.month, day.day) == (11, 1))
    #expect("\(day)" == "1 November")
    #expect(try Literal.dayOfYear("28 February") < Literal.dayOfYear("1 March"))
    #expect(try Literal.dayOfYear("01 March") == Literal.dayOfYear("1 March"))
  }

  @Test(arguments: [
    ("29 February", "29 February does not come every year."), ("31 April", "There is no 31 April."),
    ("0 May", "There is no 0 May."),
    ("", "A day of the year is missing here."), ("November", "‘November’ is not a day of the year."),
    ("1 november", "‘1 november’ is not a day of the year."),
    ("1  November", "‘1  November’ is not a day of the year."),
    ("1st November", "‘1st November’ is not a day of the year."), ("11-01", "‘11-01’ is not a day of the year."),
    ("1 November 2026", "‘1 November 2026’ is not a day of the year."),
    ("001 May", "‘001 May’ is not a day of the year."),
  ])
  func refuses(text: String, says: String) {
    let unread = #expect(throws: UnreadLiteral.self) { try Literal.dayOfYear(text) }
    #expect(unread?.says == says)
    #expect(unread?.code == .literalDayOfYear)
  }

  /// The days that every year has, according to the calendar of the engine.
  @Test func agreesWithTheCalendar() {
    for month in 0...13 {
      for day in 0...32 {
        #expect((DayOfYear(month: month, day: day) != nil) == (CivilDate(year: 2025, month: month, day: day) != nil))
      }
    }
  }
}
