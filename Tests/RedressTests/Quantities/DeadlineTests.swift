import Redress
import Testing

struct DeadlineTests {
  @Test(arguments: [
    (day(2026, 9, 14), Period(28, .days), day(2026, 10, 12), day(2026, 10, 11)),
    (day(2026, 10, 12), Period(28, .days), day(2026, 11, 9), day(2026, 11, 8)),
    (day(2028, 2, 1), Period(28, .days), day(2028, 2, 29), day(2028, 2, 28)),
    (day(2027, 2, 1), Period(28, .days), day(2027, 3, 1), day(2027, 2, 28)),
    (day(2026, 12, 31), Period(1, .days), day(2027, 1, 1), day(2026, 12, 31)),
    (day(2026, 9, 14), Period(0, .days), day(2026, 9, 14), day(2026, 9, 13)),
    (day(2026, 9, 14), Period(4, .weeks), day(2026, 10, 12), day(2026, 10, 11)),
    (day(2026, 9, 14), Period(6, .months), day(2027, 3, 14), day(2027, 3, 13)),
    (day(2026, 9, 1), Period(1, .months), day(2026, 10, 1), day(2026, 9, 30)),
    (day(2026, 9, 14), Period(0, .months), day(2026, 9, 14), day(2026, 9, 13)),
    (day(2026, 9, 14), Period(1, .years), day(2027, 9, 14), day(2027, 9, 13)),
    (day(2026, 1, 1), Period(2, .years), day(2028, 1, 1), day(2027, 12, 31)),
  ])
  func `The last day in time follows from day one`(
    event: CivilDate, period: Period, fromNextDay: CivilDate, fromSameDay: CivilDate
  ) {
    #expect(Deadline(period).lastDay(from: event) == fromNextDay)
    #expect(Deadline(period, dayOne: .sameDay).lastDay(from: event) == fromSameDay)
  }

  @Test(arguments: [DayOne.nextDay, .sameDay])
  func `An event outside the years has no last day, though that would lie inside them`(dayOne: DayOne) {
    let after = CivilDate.latest.adding(days: 1)
    let before = CivilDate.earliest.adding(days: -1)
    #expect(Deadline(Period(0, .days), dayOne: dayOne).lastDay(from: after) == nil)
    #expect(Deadline(Period(28, .days), dayOne: dayOne).lastDay(from: before) == nil)
    #expect(Deadline(Period(0, .weeks), dayOne: dayOne).lastDay(from: after) == nil)
    #expect(Deadline(Period(4, .weeks), dayOne: dayOne).lastDay(from: before) == nil)
  }

  @Test func `The day after the event is day one, and short months end on their last day, unless said otherwise`() {
    let deadline = Deadline(Period(6, .months))
    #expect(deadline.dayOne == .nextDay)
    #expect(deadline.monthEnd == .lastDay)
  }

  @Test func `Day one and the month's end have the words that a matrix uses`() {
    #expect(DayOne.allCases.map(\.rawValue) == ["next day", "same day"])
    #expect(MonthEnd.allCases.map(\.rawValue) == ["last day of the month", "first day of the next month"])
  }

  @Test(arguments: [
    (day(2026, 8, 31), Period(6, .months), day(2027, 2, 28), day(2027, 3, 1)),
    (day(2027, 8, 31), Period(6, .months), day(2028, 2, 29), day(2028, 3, 1)),
    (day(2027, 8, 29), Period(6, .months), day(2028, 2, 29), day(2028, 2, 29)),
    (day(2028, 2, 29), Period(1, .years), day(2029, 2, 28), day(2029, 3, 1)),
    (day(2028, 2, 29), Period(4, .years), day(2032, 2, 29), day(2032, 2, 29)),
  ])
  func `A short last month ends as the rule says`(
    event: CivilDate, period: Period, lastDay: CivilDate, nextDay: CivilDate
  ) {
    #expect(Deadline(period, monthEnd: .lastDay).lastDay(from: event) == lastDay)
    #expect(Deadline(period, monthEnd: .nextDay).lastDay(from: event) == nextDay)
  }

  @Test(arguments: MonthEnd.allCases)
  func `With the event as day one, a short last month is in time to its end`(monthEnd: MonthEnd) {
    let sixMonths = Deadline(Period(6, .months), dayOne: .sameDay, monthEnd: monthEnd)
    #expect(sixMonths.lastDay(from: day(2026, 8, 28)) == day(2027, 2, 27))
    #expect(sixMonths.lastDay(from: day(2026, 8, 29)) == day(2027, 2, 28))
    #expect(sixMonths.lastDay(from: day(2026, 8, 31)) == day(2027, 2, 28))
    #expect(sixMonths.lastDay(from: day(2026, 9, 1)) == day(2027, 2, 28))
    #expect(sixMonths.lastDay(from: day(2027, 8, 31)) == day(2028, 2, 29))
    let oneYear = Deadline(Period(1, .years), dayOne: .sameDay, monthEnd: monthEnd)
    #expect(oneYear.lastDay(from: day(2028, 2, 29)) == day(2029, 2, 28))
  }

  @Test(arguments: [
    (day(2026, 12, 16), 5, day(2026, 12, 23)), (day(2026, 12, 16), 10, day(2027, 1, 4)),
    (day(2026, 12, 23), 10, day(2027, 1, 11)), (day(2026, 12, 23), 20, day(2027, 1, 25)),
    (day(2026, 12, 18), 3, day(2026, 12, 23)), (day(2026, 10, 5), 21, day(2026, 11, 3)),
    (day(2026, 12, 24), 1, day(2026, 12, 29)), (day(2026, 12, 26), 1, day(2026, 12, 29)),
  ])
  func `Working days leave out weekends and holidays`(event: CivilDate, count: Int, lastDay: CivilDate) {
    #expect(Deadline(Period(count, .workingDays)).lastDay(from: event, calendar: englandAndWales) == lastDay)
  }

  @Test(arguments: [
    (day(2026, 12, 16), 5, day(2026, 12, 22)), (day(2026, 12, 24), 1, day(2026, 12, 24)),
    (day(2026, 12, 24), 2, day(2026, 12, 29)), (day(2026, 12, 25), 1, day(2026, 12, 29)),
    (day(2026, 12, 26), 2, day(2026, 12, 30)),
  ])
  func `Working days from the day of the event count it when it is one`(
    event: CivilDate, count: Int, lastDay: CivilDate
  ) {
    let deadline = Deadline(Period(count, .workingDays), dayOne: .sameDay)
    #expect(deadline.lastDay(from: event, calendar: englandAndWales) == lastDay)
  }

  @Test func `Working days have no answer without a calendar, or beyond it`() {
    let tenDays = Deadline(Period(10, .workingDays))
    #expect(tenDays.lastDay(from: day(2026, 12, 16)) == nil)
    #expect(tenDays.lastDay(from: day(2027, 12, 16), calendar: englandAndWales) == nil)
    #expect(tenDays.lastDay(from: day(2025, 12, 16), calendar: englandAndWales) == nil)
    #expect(Deadline(Period(.max, .workingDays)).lastDay(from: day(2026, 1, 5), calendar: englandAndWales) == nil)
  }

  @Test(arguments: [Period.Unit.days, .weeks, .months, .years], DayOne.allCases)
  func `However long the period, an answer beyond the years is no answer`(unit: Period.Unit, dayOne: DayOne) {
    for count in [300_000, 1 << 31, Int(UInt32.max), 1 << 60, .max] {
      let deadline = Deadline(Period(count, unit), dayOne: dayOne)
      for event in [CivilDate.earliest, day(2026, 9, 14), .latest] {
        #expect(deadline.lastDay(from: event) == nil, "\(deadline.period) from \(event)")
      }
    }
  }

  @Test func `The years are in reach from end to end, and no further`() {
    let span = CivilDate.latest.days(since: .earliest)
    #expect(Deadline(Period(span, .days)).lastDay(from: .earliest) == .latest)
    #expect(Deadline(Period(span + 1, .days)).lastDay(from: .earliest) == nil)
    #expect(Deadline(Period(span + 1, .days), dayOne: .sameDay).lastDay(from: .earliest) == .latest)
    #expect(Deadline(Period(span + 2, .days), dayOne: .sameDay).lastDay(from: .earliest) == nil)
    #expect(Deadline(Period(818, .years), dayOne: .sameDay).lastDay(from: .earliest) == .latest)
    #expect(Deadline(Period(0, .days), dayOne: .sameDay).lastDay(from: .earliest) == nil)
    #expect(Deadline(Period(1, .days)).lastDay(from: .latest) == nil)
    #expect(Deadline(Period(0, .days)).lastDay(from: CivilDate(dayNumber: .max)) == nil)
    #expect(Deadline(Period(0, .days)).lastDay(from: CivilDate(dayNumber: .min)) == nil)
  }
}
