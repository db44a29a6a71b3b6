import Redress
import Testing

struct WorkingCalendarTests {
  @Test(
    arguments: [
      (day(2026, 12, 24), true), (day(2026, 12, 25), false), (day(2026, 12, 26), false), (day(2026, 12, 27), false),
      (day(2026, 12, 28), false), (day(2026, 12, 29), true), (day(2027, 1, 1), false), (day(2027, 1, 4), true),
      (day(2026, 1, 1), false), (day(2027, 12, 28), false), (day(2027, 12, 31), true), (day(2025, 12, 31), nil),
      (day(2028, 1, 1), nil),
    ] as [(CivilDate, Bool?)])
  func `A working day is neither a weekend nor a holiday, and unknown outside the cover`(date: CivilDate, works: Bool?)
  {
    #expect(englandAndWales.isWorkingDay(date) == works)
  }

  @Test func `Holidays may come in any order and more than once`() {
    let covers = day(2026, 12, 1)...day(2026, 12, 31)
    let calendar = WorkingCalendar(
      covers: covers, holidays: [day(2026, 12, 28), day(2026, 12, 25), day(2026, 12, 28), day(2026, 12, 26)])
    #expect(calendar.holidays == [day(2026, 12, 25), day(2026, 12, 26), day(2026, 12, 28)])
    #expect(calendar.covers == covers)
    #expect(calendar.day(1, after: day(2026, 12, 24)) == day(2026, 12, 29))
  }

  @Test func `Without holidays only weekends are left out`() {
    let calendar = WorkingCalendar(covers: day(2026, 12, 21)...day(2026, 12, 27), holidays: [])
    let works = (21...27).map { calendar.isWorkingDay(day(2026, 12, $0)) }
    #expect(works == [true, true, true, true, true, false, false])
  }

  @Test func `The day counted from never counts`() {
    #expect(englandAndWales.day(1, after: day(2026, 12, 21)) == day(2026, 12, 22))
    #expect(englandAndWales.day(1, after: day(2026, 12, 20)) == day(2026, 12, 21))
    #expect(englandAndWales.day(0, after: day(2026, 12, 25)) == day(2026, 12, 25))
  }

  @Test func `Counting needs the days counted, and not the one counted from`() {
    #expect(englandAndWales.day(1, after: day(2025, 12, 31)) == day(2026, 1, 2))
    #expect(englandAndWales.day(1, after: day(2025, 12, 30)) == nil)
    #expect(englandAndWales.day(3, after: day(2027, 12, 28)) == day(2027, 12, 31))
    #expect(englandAndWales.day(4, after: day(2027, 12, 28)) == nil)
    #expect(englandAndWales.day(0, after: day(2030, 1, 1)) == day(2030, 1, 1))
  }

  @Test(
    arguments: [
      (day(2026, 12, 16), day(2026, 12, 23), 5), (day(2026, 12, 16), day(2027, 1, 4), 10),
      (day(2026, 12, 24), day(2026, 12, 28), 0), (day(2026, 12, 24), day(2026, 12, 29), 1),
      (day(2025, 12, 31), day(2026, 1, 2), 1), (day(2025, 12, 30), day(2026, 1, 2), nil),
      (day(2027, 12, 30), day(2027, 12, 31), 1), (day(2027, 12, 30), day(2028, 1, 1), nil),
      (day(2026, 12, 23), day(2026, 12, 23), 0), (day(2026, 12, 23), day(2026, 12, 16), 0),
      (day(2030, 1, 2), day(2030, 1, 1), 0),
    ] as [(CivilDate, CivilDate, Int?)])
  func `Working days are counted between two days`(earlier: CivilDate, later: CivilDate, count: Int?) {
    #expect(englandAndWales.workingDays(from: earlier, to: later) == count)
  }

  @Test func `A year has its published number of working days`() {
    // 261 days of 2026, and of 2027, are Monday to Friday, and eight of each are holidays.
    #expect(englandAndWales.workingDays(from: day(2025, 12, 31), to: day(2026, 12, 31)) == 253)
    #expect(englandAndWales.workingDays(from: day(2026, 12, 31), to: day(2027, 12, 31)) == 253)
  }

  @Test func `Counting forwards and counting between agree, from every day of a year`() {
    for offset in 0..<365 {
      let start = day(2026, 1, 1).adding(days: offset)
      for count in [1, 2, 5, 10, 21, 80] {
        let end = englandAndWales.day(count, after: start)
        #expect(end.flatMap { englandAndWales.workingDays(from: start, to: $0) } == count)
        #expect(end.flatMap(englandAndWales.isWorkingDay) == true)
      }
    }
  }

  @Test func `Counting backwards stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = WorkingCalendar(covers: day(2026, 1, 1)...day(2026, 12, 31), holidays: []).day(-1, after: day(2026, 6, 1))
    }
  }
}
