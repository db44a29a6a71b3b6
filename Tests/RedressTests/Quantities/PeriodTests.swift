import Redress
import Testing

struct PeriodTests {
  @Test(arguments: [
    (Period(28, .days), "28 days"), (Period(1, .days), "1 day"), (Period(0, .days), "0 days"),
    (Period(1, .workingDays), "1 working day"), (Period(10, .workingDays), "10 working days"),
    (Period(1, .weeks), "1 week"), (Period(2, .weeks), "2 weeks"), (Period(1, .months), "1 month"),
    (Period(6, .months), "6 months"), (Period(1, .years), "1 year"), (Period(3, .years), "3 years"),
  ])
  func `A period reads as a policy words it`(period: Period, text: String) {
    #expect(period.description == text)
  }

  @Test func `A negative period stops the program`() async {
    await #expect(processExitsWith: .failure) { _ = Period(-1, .days) }
  }
}
