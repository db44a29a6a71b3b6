import Redress
import Testing

/// Lateness where it stays open whether anything was owed.
struct DutyOwedTests {
  /// Owed where `lodged`, unless `released`. Both have to be stated; `asked` by the case, too.
  private static let matrix: Matrix = {
    var scheme = Scheme()
    let asked = scheme.fact("asked", .date, leftOut: .unstated)
    scheme.fact("replied", .date, leftOut: .unstated)
    let lodged = scheme.fact("lodged", .flag, leftOut: .missing)
    let released = scheme.fact("released", .flag, leftOut: .missing)
    scheme.duty(
      "reply", due: DayRule(from: asked, within: .period(10)), done: "replied", when: .flag(lodged),
      waived: .flag(released))
    let late = scheme.derive("late", .late(Lateness(duty: Ref(0), until: nil, inWorkingDays: false)))
    scheme.head("it", Price(.accrual(Accrual(count: late, steps: [Accrual.Step(upTo: nil, rate: .pounds(2))]))))
    return scheme.matrix()
  }()

  /// Replied two days after the last day.
  private static func found(_ stated: KeyValuePairs<String, Stated>) -> Found {
    var given = Facts.one(matrix, ["asked": .on(2026, 6, 1), "replied": .on(2026, 6, 13)])
    given.state(stated)
    return Found(given, calendar: englandAndWales)
  }

  @Test func `What decides whether it was owed is asked for, and nothing is priced`() {
    #expect(Self.found([:]).missing == ["lodged 1"])
    #expect(Self.found(["released": false]).missing == ["lodged 1"])
    #expect(Self.found(["lodged": true]).missing == ["released 1"])
    #expect(Self.found(["lodged": true])["derived.late"] == [.notKnown])
  }

  @Test func `Where one settles it, the other is not asked for`() {
    for stated: KeyValuePairs<String, Stated> in [["lodged": false], ["released": true]] {
      let found = Self.found(stated)
      #expect(found.missing == [])
      #expect(found["derived.late"] == [.derivedCount(0, isRunning: false)])
    }
    let late = Self.found(["lodged": true, "released": false])
    #expect(late["derived.late"] == [.derivedCount(2, isRunning: false)])
    #expect(late.pence == 400)
  }
}
