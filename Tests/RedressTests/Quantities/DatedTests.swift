import Redress
import Testing

struct DatedTests {
  typealias Entry = Dated<Money>.Entry

  static let rates = Dated([
    Entry(from: day(2022, 4, 1), value: Money(pence: 800)),
    Entry(from: day(2024, 4, 1), value: Money(pence: 930)),
    Entry(from: day(2026, 4, 1), value: Money(pence: 1_010)),
  ])!

  @Test(
    arguments: [
      (day(1583, 1, 1), nil), (day(2022, 3, 31), nil), (day(2022, 4, 1), 800), (day(2022, 4, 2), 800),
      (day(2024, 3, 31), 800), (day(2024, 4, 1), 930), (day(2026, 3, 31), 930), (day(2026, 4, 1), 1_010),
      (day(2400, 12, 31), 1_010),
    ] as [(CivilDate, Int64?)])
  func `A figure holds from its day until the next`(date: CivilDate, pence: Int64?) {
    #expect(Self.rates.entry(on: date)?.value == pence.map(Money.init(pence:)))
  }

  @Test func `An entry tells the day from which it holds`() {
    #expect(Self.rates.entry(on: day(2025, 1, 1))?.from == day(2024, 4, 1))
    #expect(Self.rates.entries.map(\.from) == [day(2022, 4, 1), day(2024, 4, 1), day(2026, 4, 1)])
  }

  @Test func `One entry is enough, and none is not`() {
    let only = Entry(from: day(2022, 4, 1), value: .zero)
    #expect(Dated([only])?.entry(on: day(2022, 4, 1)) == only)
    #expect(Dated<Money>([]) == nil)
  }

  @Test func `Entries on one day, or out of order, are refused`() {
    let (first, second) = (Self.rates.entries[0], Self.rates.entries[1])
    #expect(Dated([second, first]) == nil)
    #expect(Dated([first, first]) == nil)
    #expect(Dated([first, Entry(from: first.from, value: .zero)]) == nil)
    #expect(Dated([first, second, first]) == nil)
  }
}
